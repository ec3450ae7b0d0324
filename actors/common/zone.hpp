// The wall clock of one place as a value, so that rules can reckon with local
// time and need not ask the operating system. `calendar.hpp` reads such values.

#pragma once

#include "actors/common/instant.hpp"

#include <string>
#include <vector>

namespace suivant {

/// A date as a calendar on the wall shows it, from midnight to midnight.
using calendar_day = std::chrono::sys_days;

/// What clocks and calendars on the wall show: a date, and minutes after its
/// midnight, 0 to 1440; 1440 is the midnight that ends the day.
struct wall_time {
  calendar_day day;
  int minute = 0;

  friend auto operator<=>(const wall_time&, const wall_time&) = default;
};

/// From when on clocks are how far ahead of UTC.
struct clock_change {
  instant from;
  std::chrono::minutes ahead;

  bool operator==(const clock_change&) const = default;
};

/// The changes are in order of time; the first also holds for all time before.
/// Without any, clocks show UTC.
struct zone {
  std::string name; // IANA: "Europe/Paris".
  std::vector<clock_change> changes;

  bool operator==(const zone&) const = default;
};

std::chrono::minutes ahead_of_utc(const zone& where, instant at);
wall_time wall_time_of(const zone& where, instant at);

/// When clocks show `shown`. A time that clocks skip is the instant of the
/// skip; of a time that comes twice it is the first.
instant instant_of(const zone& where, const wall_time& shown);

/// The same clock time so many days later, or earlier if negative: a day in
/// between may have 23 or 25 hours.
instant days_later(const zone& where, instant at, std::chrono::days days);

/// "2026-10-25T02:00+01:00": always with the offset, for the same clock time
/// may come twice.
std::string text_of(const zone& where, instant at);

} // namespace suivant
