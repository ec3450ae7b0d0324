// Asks other programs over HTTP: one question, one answer, within a limit of
// time. Goes only where it may, follows nobody elsewhere, and reads no more of
// an answer than was asked for.

#pragma once

#include "net/http.hpp"

namespace suivant::net {

struct web_client_settings {
  std::chrono::milliseconds time{10'000}; // For all of it.
  /// Addresses or networks that may be reached although they are not public,
  /// and without TLS.
  std::vector<std::string> allowed;
  /// PEM file of authorities to trust besides those of the machine.
  std::string authorities;
};

struct web_question {
  std::string url;
  header_lines headers;
  std::string body;            // JSON.
  std::string method = "POST"; // Or "GET".
  /// How much of the answer's body is wanted; 0: only how it ended.
  std::size_t most_answer_bytes = 0;
};

struct web_answer {
  int status = 0;    // 0: there was none.
  std::string error; // Without one: "timeout", "refused", "not_allowed" …
  std::chrono::seconds retry_after{0};
  bool asked = false; // The question, or some of it, went out.
  std::string body;   // As much of it as was wanted.
};

/// Thread-safe; has one thread of its own.
class web_client {
public:
  /// Throws std::runtime_error or std::invalid_argument if the settings will
  /// not do.
  explicit web_client(web_client_settings with);
  ~web_client();

  /// `then` is called once, on the client's thread, unless it is closed.
  void post(web_question what, std::function<void(const web_answer&)> then);

  /// Drops what is under way. Nobody may ask any more.
  void close();

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

} // namespace suivant::net
