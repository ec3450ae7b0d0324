// Public holidays, computed for any year from a table of rules. The table of
// France is here; another country's is part of a site's set-up.

#pragma once

#include "actors/booking/recurrence.hpp"

#include <string>
#include <vector>

namespace suivant::booking {

enum class holiday_kind {
  fixed,       // A date of the year.
  easter,      // So many days after Easter Sunday, or before if negative.
  nth_weekday, // The n-th weekday of a month, or n-th from its end.
};

/// Members that its kind does not name are not looked at.
struct holiday_rule {
  std::string name; // A key of the message files, such as "labour_day".
  holiday_kind kind = holiday_kind::fixed;
  int month = 0;      // fixed, nth_weekday: 1 to 12.
  int day = 0;        // fixed: 1 to 31.
  int days_after = 0; // easter: -100 to 100.
  weekday_rule on;    // nth_weekday: with an `nth`.
  int first_year = 0; // In force from it; 0: ever since.
  int last_year = 0;  // In force until it; 0: without end.

  bool operator==(const holiday_rule&) const = default;
};

/// Where in France; `none` has no holidays but those that a site adds.
enum class region {
  none,
  metropole,
  alsace_moselle,
  guadeloupe,
  guyane,
  martinique,
  mayotte,
  reunion,
  saint_barthelemy,
  saint_martin,
};

/// The holidays of one site.
struct holiday_setup {
  booking::region region = region::metropole;
  std::vector<holiday_rule> rules;  // Added to those of the region.
  std::vector<std::string> without; // But not these: {"whit_monday"}.
  std::vector<calendar_day> also;   // Closed on these too.
  std::vector<calendar_day> except; // Open on these, whatever the rules say.

  bool operator==(const holiday_setup&) const = default;
};

struct holiday {
  calendar_day day;
  std::string name; // Empty: one of `also`.

  friend auto operator<=>(const holiday&, const holiday&) = default;
};

/// By the Gregorian computus, for the years 1583 and later.
calendar_day easter_sunday(int year);

const std::vector<holiday_rule>& rules_of(region where);

/// In order of time.
std::vector<holiday> holidays_in(const holiday_setup& site, int year);
bool is_holiday(const holiday_setup& site, calendar_day day);

void inspect(inspection& found, const holiday_setup& site,
             const std::string& member);

} // namespace suivant::booking
