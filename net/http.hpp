// One HTTP exchange as the rest of the program sees it. No sockets, no Beast.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace suivant::net {

/// Written once, shared by every connection it goes to.
using shared_text = std::shared_ptr<const std::string>;

using header_lines = std::vector<std::pair<std::string, std::string>>;

struct request {
  std::string method;   // "GET"
  std::string path;     // Decoded, without query: "/api/v1/offices/hall".
  std::string query;    // As sent, without "?".
  header_lines headers; // Lower-case names.
  std::string body;
  std::string peer;    // The client's address, after any trusted proxy.
  bool secure = false; // Came by TLS, here or at a trusted proxy.

  /// Empty when absent. `name` in lower case.
  std::string_view header(std::string_view name) const;
  /// The decoded value of a query parameter; empty when absent.
  std::string parameter(std::string_view name) const;
  /// The value of a cookie; empty when absent.
  std::string_view cookie(std::string_view name) const;
};

struct response {
  int status = 200;
  std::string type = "application/json";
  shared_text body; // Null for none.
  header_lines headers;
};

response json_response(int status, std::string body);

/// A "no" in words: {"error","message"}, in the first language of an
/// Accept-Language header that there are words in. Thread-safe.
using refusal_words = std::function<response(int status, std::string_view error,
                                             std::string_view accept_language)>;

/// Answers one request; call exactly once, from any thread. If it is dropped
/// without a call, or the time limit passes first, the client is told 503.
using responder = std::function<void(response)>;

/// Called on the io thread; must not block.
using http_handler = std::function<void(request, responder)>;

} // namespace suivant::net
