#include "actors/office/refusals.hpp"

#include <array>

namespace suivant::office {
namespace {

// In the order of the enumeration.
constexpr auto names = std::to_array<std::string_view>({
    "setup_is_invalid",
    "setup_still_in_use",
    "setup_has_changed",
    "no_such_draft",
    "draft_has_changed",
    "nothing_to_restore",
    "no_such_queue",
    "no_such_service",
    "no_such_counter",
    "no_such_visit",
    "queue_is_closed",
    "queue_is_full",
    "numbers_exhausted",
    "by_appointment_only",
    "counter_is_taken",
    "agent_is_elsewhere",
    "nobody_is_signed_in",
    "counter_is_on_break",
    "counter_has_open_visit",
    "parked_visits_remain",
    "people_are_waiting",
    "counter_does_not_serve_it",
    "nobody_is_waiting",
    "visit_has_changed",
    "visit_is_not_waiting",
    "visit_is_not_called",
    "visit_is_not_being_served",
    "visit_is_not_parked",
    "visit_is_not_at_a_counter",
    "visit_is_closed",
    "visit_is_at_another_counter",
    "visit_waits_for_another_counter",
    "recall_limit_reached",
    "recalled_too_soon",
    "nobody_to_let_pass",
    "reason_is_needed",
    "nothing_to_undo",
    "too_late_to_undo",
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
    "hold_expired",
    "visit_is_not_held",
    "visit_is_not_booked",
    "visit_is_not_here",
    "too_early",
    "not_today",
    "supervisor_is_needed",
    "not_in_interval",
    "door_code_is_needed",
    "not_late_yet",
    "gauge_is_full",
    "visits_are_inside",
    "no_such_campaign",
    "campaign_is_known",
    "nobody_is_meant",
    "list_has_ended",
    "offer_is_gone",
    "no_such_resource",
    "no_such_call",
    "nobody_to_call",
    "list_is_full",
    "no_such_message",
    "message_is_not_due",
    "no_way_to_tell",
    "survey_was_answered",
    "survey_is_over",
    "survey_answers_wrong",
    "partner_holds_enough",
    "partner_booked_enough",
    "value_out_of_range",
});
static_assert(names.size()
              == static_cast<std::size_t>(refusal::value_out_of_range) + 1);

} // namespace

refusal refusal_of(booking::refusal why) {
  if (why == booking::refusal::no_such_service)
    return refusal::no_such_service;
  const auto behind_first = static_cast<int>(why)
                            - static_cast<int>(booking::refusal::no_such_site);
  return static_cast<refusal>(static_cast<int>(refusal::no_such_site)
                              + behind_first);
}

bool is_about_start(refusal why) {
  return (why >= refusal::outside_opening && why <= refusal::above_gauge)
         || why == refusal::booked_at_that_time
         || why == refusal::too_many_that_day || why == refusal::hold_expired;
}

std::string_view name_of(refusal why) {
  return names.at(static_cast<std::size_t>(why));
}

} // namespace suivant::office
