// A clock that tests set and advance over HTTP.

#pragma once

#include "actors/common/instant.hpp"

#include <atomic>

namespace suivant::gateway {

/// Thread-safe. Stands still until told.
class test_clock {
public:
  explicit test_clock(instant start) : now_{start.time_since_epoch().count()} {}

  instant now() const {
    return instant{milliseconds{now_.load()}};
  }
  void set(instant to) {
    now_.store(to.time_since_epoch().count());
  }

private:
  std::atomic<milliseconds::rep> now_;
};

} // namespace suivant::gateway
