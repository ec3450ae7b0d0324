// How many requests a minute each partner makes through its door. Knows no
// office and no clock.

#pragma once

#include "actors/common/instant.hpp"

#include <map>
#include <mutex>
#include <string>

namespace suivant::gateway {

/// Thread-safe. A partner that was quiet may make all requests of a minute at
/// once; then they come back one by one.
class door_limits {
public:
  /// Counts one more request of `door`, of which so many a minute are allowed;
  /// 0: any number. Returns how long it has to wait; nothing to wait for is 0,
  /// and only then was it counted.
  milliseconds wait_for(const std::string& door, int a_minute, instant at);

private:
  void forget_quiet(instant at);

  std::mutex mutex_;
  // When all that was asked for there is forgotten.
  std::map<std::string, instant> clear_at_;
};

} // namespace suivant::gateway
