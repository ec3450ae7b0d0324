#include "actors/booking/refusals.hpp"

#include <array>
#include <cstddef>

namespace suivant::booking {
namespace {

// In the order of the enumeration.
constexpr auto names = std::to_array<std::string_view>({
    "no_such_service",
    "no_such_site",
    "place_type_not_offered",
    "needs_more_persons",
    "too_many_persons",
    "outside_opening",
    "too_far",
    "too_soon",
    "start_not_offered",
    "slot_taken",
    "session_full",
    "nobody_available",
    "above_gauge",
    "booked_at_that_time",
    "too_many_that_day",
    "too_many_in_30_days",
    "too_late_to_change",
    "too_late_to_cancel",
});
static_assert(names.size()
              == static_cast<std::size_t>(refusal::too_late_to_cancel) + 1);

} // namespace

std::string_view name_of(refusal why) {
  return names.at(static_cast<std::size_t>(why));
}

} // namespace suivant::booking
