// Why no appointment can be made, or changed. Each has a text in every
// language, under "refusal.<name>".

#pragma once

#include <string_view>

namespace suivant::booking {

/// In the order in which rules are looked at: of several reasons the last one
/// is told, for it was the nearest to a yes.
enum class refusal {
  // about what is asked for
  no_such_service,
  no_such_site,
  place_type_not_offered,
  needs_more_persons,
  too_many_persons,
  // about when
  outside_opening,
  too_far,
  too_soon,
  start_not_offered,
  // about what is taken
  slot_taken,
  session_full,
  nobody_available,
  above_gauge,
  // about who asks
  booked_at_that_time,
  too_many_that_day,
  too_many_in_30_days,
  // about changing
  too_late_to_change,
  too_late_to_cancel,
};

/// The stable name pages and message files use: "slot_taken".
std::string_view name_of(refusal why);

} // namespace suivant::booking
