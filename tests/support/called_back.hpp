// Our side of a gateway's callbacks: a real server that notes what it is told,
// answers as it should, and can be away.

#pragma once

#include "net/server.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/listening.hpp"

#include <atomic>

namespace suivant::tests {

class called_back {
public:
  called_back() {
    start();
  }
  ~called_back() {
    stop();
  }
  called_back(const called_back&) = delete;
  called_back& operator=(const called_back&) = delete;

  std::string address() const {
    return "http://127.0.0.1:" + std::to_string(port_);
  }

  /// From now on; what is not 200 is not noted.
  void answer(int status, const std::string& body = {}) {
    const auto lock = std::lock_guard{guard_};
    status_ = status;
    body_ = body;
  }
  /// How often it has answered otherwise.
  int turned_away() const {
    return turned_away_;
  }

  void start() {
    auto settings = net::server_settings{};
    settings.port = port_;
    server_ = std::make_unique<net::server>(settings);
    auto handlers = net::services{};
    handlers.answer
        = [this](const net::request& asked, auto reply) { reply(take(asked)); };
    server_->start(std::move(handlers));
  }
  void stop() {
    if (server_ != nullptr)
      server_->stop();
    server_.reset();
  }

  noted<net::request> told;

private:
  net::response take(const net::request& asked) {
    const auto lock = std::lock_guard{guard_};
    if (status_ == 200)
      told.note(asked);
    else
      ++turned_away_;
    return {status_,
            "text/plain; charset=utf-8",
            std::make_shared<const std::string>(body_),
            {}};
  }

  const std::uint16_t port_ = free_port();
  std::mutex guard_;
  int status_ = 200;
  std::string body_;
  std::atomic<int> turned_away_ = 0;
  std::unique_ptr<net::server> server_;
};

} // namespace suivant::tests
