// Which business day an instant falls in, by an office's zone and cut-over; and
// zones as values. Knows the time zone rules of the operating system, and
// nothing else.

#pragma once

#include "actors/common/zone.hpp"

#include <string>

namespace suivant {

/// Throws std::runtime_error for a zone that the system does not know.
class calendar {
public:
  /// A day begins `cut_over_minutes` after midnight on the wall clock. When
  /// clocks skip that time it begins at the skip; when the time comes twice,
  /// the first time.
  calendar(std::string zone, int cut_over_minutes);

  business_day day_of(instant at) const;
  /// When `day` begins; it ends where the next one begins.
  instant begin_of(business_day day) const;

  /// Minutes after midnight on the wall clock, and the date, for people.
  std::chrono::local_time<milliseconds> local(instant at) const;

private:
  std::string zone_;
  std::chrono::minutes cut_over_;

  // The day asked about last, so that most questions need no zone rules.
  mutable business_day day_;
  mutable instant begin_;
  mutable instant end_;
};

bool is_zone(const std::string& name);

/// The wall clock of a zone from 2000 to 2100, as far as is known today.
/// Throws std::runtime_error for a zone that the system does not know.
zone zone_called(const std::string& name);

} // namespace suivant
