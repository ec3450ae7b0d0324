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

/// A "no" found below the API, still without words: too large, too slow.
struct objection {
  int status;
  std::string_view error = {}; // Empty: the one that the status stands for.
  header_lines headers = {};
};

/// The stable name of what the listener means by a status; else empty.
std::string_view error_of(int status);

/// Without `words` the message is the bare name.
response in_words(objection no, const refusal_words& words,
                  std::string_view accept_language);

} // namespace suivant::net
