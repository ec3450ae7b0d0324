// Opening times of a day, on the clocks of its place, and what they are as
// instants on a day on which clocks may change.

#pragma once

#include "actors/booking/inspection.hpp"
#include "actors/booking/interval.hpp"
#include "actors/common/zone.hpp"

namespace suivant::booking {

/// From one clock time to a later one of the same day. What goes on over
/// midnight is written as two parts: to 1440, and from 0 of the next day.
struct hours {
  int from = 0; // Minutes after midnight, 0 to 1439.
  int to = 0;   // Later than `from`, to 1440.

  friend auto operator<=>(const hours&, const hours&) = default;
};

/// A stretch of clock time over any number of days; half-open.
struct wall_span {
  wall_time from;
  wall_time to;

  bool operator==(const wall_span&) const = default;
};

/// Whether both ends are clock times, and the second is later.
bool is_span(const wall_span& it);

/// As instants, in order of time. What clocks skip is left out; an hour that
/// comes twice is open twice.
std::vector<interval> instants_of(const zone& where, calendar_day day,
                                  const std::vector<hours>& open);
interval instants_of(const zone& where, const wall_span& span);

/// Every start on a grid of `step` from the beginning of `open` from which
/// `length` still ends within it. Both are more than nothing.
std::vector<instant> starts_in(const interval& open, std::chrono::minutes step,
                               std::chrono::minutes length);

/// What remains at the end of `open` that no whole `step` fills, in minutes:
/// administrators are told.
int unused_minutes(const hours& open, int step);

/// Notes what is wrong under `member`: what is empty or ends before it begins,
/// and hours that overlap.
void inspect(inspection& found, const std::vector<hours>& open,
             const std::string& member);
void inspect(inspection& found, const wall_span& span,
             const std::string& member);

} // namespace suivant::booking
