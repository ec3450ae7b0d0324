// One HTTP response as the bytes before its body. Pure.

#pragma once

#include "net/http.hpp"

#include <ctime>

namespace suivant::net {

struct reply_manner {
  bool keep_alive = true;
  bool secure = false;
};

/// The status line and all header lines. Line breaks in values are taken out,
/// so that nobody smuggles in a header.
std::string reply_head(const response& answer, const reply_manner& manner,
                       std::time_t now);

/// The head of an event stream that ends with the connection.
std::string event_stream_head(std::time_t now);

/// {"error":"...","message":"..."} as the whole API answers.
response plain_refusal(int status, std::string_view name,
                       std::string_view message);

/// For errors found below the API: too large, too slow, unreadable.
response plain_refusal(int status);

} // namespace suivant::net
