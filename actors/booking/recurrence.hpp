// On which days something takes place: a part of RFC 5545 as data. Days only;
// the clock times of a day are in `hours.hpp`.

#pragma once

#include "actors/booking/inspection.hpp"
#include "actors/common/zone.hpp"

#include <optional>
#include <vector>

namespace suivant::booking {

enum class weekday {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday,
};

weekday weekday_of(calendar_day day);

/// Every Tuesday, the second one of a month (2), or the last one (-1).
struct weekday_rule {
  booking::weekday day = weekday::monday;
  int nth = 0; // 0: every one; -5 to 5, in a month only.

  friend auto operator<=>(const weekday_rule&, const weekday_rule&) = default;
};

enum class repeats { once, daily, weekly, monthly };

/// Weeks begin on Monday. "Every second week" counts from the week that `first`
/// is in, never by the numbers of weeks: a year may have 53 of them.
struct recurrence {
  calendar_day first; // None before it; itself only if the rule says so.
  repeats every = repeats::once;
  int interval = 1;             // Every so many days, weeks or months; 1 to 99.
  std::vector<weekday_rule> on; // None: the weekday, or date, of `first`.
  std::optional<calendar_day> until; // The last possible day.
  int count = 0; // So many days by the rule, 1 to 1000; 0: no limit.
  std::vector<calendar_day> except; // Not on these.
  std::vector<calendar_day> also;   // On these whatever the rule says.

  bool operator==(const recurrence&) const = default;
};

/// Days of `except` count towards `count`, those of `also` do not.
bool occurs_on(const recurrence& rule, calendar_day day);

/// Whether it is of one day, and says of which weekday that day is.
bool is_one_day_of_its_weekday(const recurrence& rule);

/// The same days, with `until` in place of `count`: quicker to ask. A series
/// ends after a hundred years at the latest.
recurrence with_end(recurrence rule);

/// Notes what is wrong with `rule` under `member`.
void inspect(inspection& found, const recurrence& rule,
             const std::string& member);

} // namespace suivant::booking
