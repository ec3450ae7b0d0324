// How often one network may do what costs others something: keep places by
// holds that nobody confirms, or guess at the code of a door. Knows no office
// and no clock.

#pragma once

#include "actors/common/instant.hpp"

#include <map>
#include <mutex>
#include <string>

namespace suivant::gateway {

/// Thread-safe. Wide, for a library's visitors share one network.
class network_limits {
public:
  /// So many at once, and one more after each `pause`.
  network_limits(int most, std::chrono::seconds pause)
      : most_{most}, pause_{pause} {}

  /// Whether someone at `address` may once more.
  bool may(const std::string& address, instant at);
  /// It happened: only that counts. A few that are asked for in the same
  /// moment may go beyond.
  void count(const std::string& address, instant at);

private:
  void forget_quiet(instant at);

  const int most_;
  const std::chrono::seconds pause_;
  std::mutex mutex_;
  // When all that was counted there is forgotten.
  std::map<std::string, instant> clear_at_;
};

} // namespace suivant::gateway
