// One connection to a server of this machine, kept open: questions, several at
// once if need be, and their answers in the same order.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace suivant::cli {

struct http_question {
  std::string method;
  std::string target;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body; // JSON; may be empty.
};

struct http_answer {
  int status = 0;
  std::string body;
  std::string cookie; // "name=value" of a Set-Cookie header.
};

class http_client {
public:
  using listener = std::function<void(const http_answer&)>;

  explicit http_client(std::uint16_t port);
  ~http_client();

  /// Leaves with the next `flush`, or before.
  void send(const http_question& what, listener then);
  /// Sends what has not left yet and waits for all answers. If the connection
  /// has gone it is made again and all is sent once more: every question must
  /// be such that asking twice is asking once. Throws std::runtime_error when
  /// nobody answers.
  void flush();
  /// Both, for one question.
  http_answer ask(const http_question& what);

private:
  struct connection;

  std::vector<http_answer> exchange(const std::string& questions);

  std::uint16_t port_;
  std::unique_ptr<connection> open_;
  std::string unsent_;
  std::vector<listener> waiting_;
};

} // namespace suivant::cli
