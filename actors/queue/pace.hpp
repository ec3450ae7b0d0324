// How fast a line moves, and what that means for who stands in it. Pure.

#pragma once

#include "actors/office/state.hpp"

#include <map>
#include <optional>

namespace suivant::queue {

/// What a prediction needs to know of one queue.
struct pace {
  double service_minutes = 0; // Mean; > 0 where anybody may be served.
  int counters = 0;           // Signed in, not on break, serving this queue.
  int idle = 0;               // Of those, without a visitor.

  bool operator==(const pace&) const = default;
};

/// Whole minutes; eight of ten waits are meant to end within.
struct wait_range {
  int low = 0;
  int high = 0;

  bool operator==(const wait_range&) const = default;
};

/// For the visitor with `before` people ahead in the line. Nothing while no
/// counter serves the line: an unknown wait is never shown as none.
/// The mean is (before + 1) service times shared by the busy counters, with
/// the spread of a sum of independent services whose standard deviation is
/// 0.8 of their mean; the range is 1.28 deviations to both sides.
std::optional<wait_range> predict(const pace& of, std::size_t before);

/// Mean service times as this office's visits teach them, starting from what
/// the set-up expects.
class pace_book {
public:
  void learn(const service_id& service, milliseconds served_for);
  pace of(const queue_id& queue, const office::setup& setup,
          const std::map<counter_id, office::counter_state>& counters) const;

private:
  struct experience {
    double minutes = 0;
    int visits = 0;
  };
  double minutes_for(const office::service_setup& service) const;

  std::map<service_id, experience> services_;
};

} // namespace suivant::queue
