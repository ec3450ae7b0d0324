// Which pages look at the times of which day: one day each.

#pragma once

#include "net/gateway/live_words.hpp"
#include "net/gateway/services.hpp"
#include "net/live_hub.hpp"

#include <mutex>
#include <unordered_map>

namespace suivant::gateway {

/// Thread-safe. `hub` must outlive it.
class day_pages {
public:
  using otherwise = std::function<void(no_answer)>;

  day_pages(std::shared_ptr<const services> with, net::live_hub& hub)
      : with_{std::move(with)}, hub_{hub} {}

  /// A page that looks at another day leaves the first.
  void look(net::connection_id page, const watch_day& it, otherwise then);
  /// Shows the whole day again, to a page that lacks frames of it.
  void show_again(net::connection_id page, otherwise then);
  /// Nothing happens if the page does not look at that.
  void leave(net::connection_id page, const std::string& topic);
  void close(net::connection_id page);

  static bool is_topic(std::string_view topic);
  static std::string topic_of(const watch_day& it);

private:
  std::shared_ptr<const services> with_;
  net::live_hub& hub_;
  std::mutex mutex_;
  std::unordered_map<net::connection_id, watch_day> all_;
};

} // namespace suivant::gateway
