// A server on a free port with handlers that note what happens.

#pragma once

#include "net/server.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace suivant::tests {

/// Things that happen on other threads, waited for with a deadline.
template <class Thing>
class noted {
public:
  void note(Thing thing) {
    const std::lock_guard lock{mutex_};
    things_.push_back(std::move(thing));
    changed_.notify_all();
  }

  std::optional<Thing> next() {
    std::unique_lock lock{mutex_};
    if (!changed_.wait_for(lock, std::chrono::seconds{5},
                           [this] { return !things_.empty(); }))
      return std::nullopt;
    auto first = std::move(things_.front());
    things_.pop_front();
    return first;
  }

  bool empty() {
    const std::lock_guard lock{mutex_};
    return things_.empty();
  }

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Thing> things_;
};

struct listening {
  using connection = net::connection_id;

  struct said {
    connection who;
    std::string text;
  };

  explicit listening(net::server_settings settings = {},
                     net::services handlers = {});
  ~listening();

  std::uint16_t port() const {
    return it.port();
  }
  net::live_hub& hub() {
    return it.hub();
  }

  noted<connection> opened;
  noted<connection> closed;
  noted<said> words;
  /// Called on the io thread with what is said, before it is noted.
  std::function<void(const said&)> on_words = [](const said&) {};
  noted<said> gaps;           // The topic as text.
  noted<net::responder> held; // Requests to "/held", still to be answered.
  net::server it;
};

inline net::shared_text text(std::string words) {
  return std::make_shared<const std::string>(std::move(words));
}

} // namespace suivant::tests
