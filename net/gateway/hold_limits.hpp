// How many places one network may keep from others by holds that nobody
// confirms. Knows no office and no clock.

#pragma once

#include "actors/common/instant.hpp"

#include <map>
#include <mutex>
#include <string>

namespace suivant::gateway {

/// Thread-safe. Wide, for a library's visitors share one network: 60 holds at
/// once, and one more every 15 seconds.
class hold_limits {
public:
  static constexpr auto most = 60;
  static constexpr auto each = std::chrono::seconds{15};

  /// Whether someone at `address` may hold another place.
  bool may(const std::string& address, instant at);
  /// A place was given: only those count. A few that are asked for in the same
  /// moment may go beyond.
  void count(const std::string& address, instant at);

private:
  void forget_quiet(instant at);

  std::mutex mutex_;
  // When all that was held there is forgotten.
  std::map<std::string, instant> clear_at_;
};

} // namespace suivant::gateway
