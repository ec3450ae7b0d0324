// Why an office says no. Each has a text in every language, in the message
// files under "refusal.<name>".

#pragma once

#include "actors/booking/refusals.hpp"

namespace suivant::office {

enum class refusal {
  // about the office
  setup_is_invalid,
  setup_still_in_use,
  setup_has_changed,
  no_such_draft,
  draft_has_changed,
  nothing_to_restore,
  no_such_queue,
  no_such_service,
  no_such_counter,
  no_such_visit,
  queue_is_closed,
  queue_is_full,
  numbers_exhausted,
  by_appointment_only,
  // about counters and agents
  counter_is_taken,
  agent_is_elsewhere,
  nobody_is_signed_in,
  counter_is_on_break,
  counter_has_open_visit,
  parked_visits_remain,
  people_are_waiting,
  counter_does_not_serve_it,
  // about visits
  nobody_is_waiting,
  visit_has_changed,
  visit_is_not_waiting,
  visit_is_not_called,
  visit_is_not_being_served,
  visit_is_not_parked,
  visit_is_not_at_a_counter,
  visit_is_closed,
  visit_is_at_another_counter,
  visit_waits_for_another_counter,
  recall_limit_reached,
  recalled_too_soon,
  nobody_to_let_pass,
  reason_is_needed,
  nothing_to_undo,
  too_late_to_undo,
  // about appointments: first those of booking/refusals.hpp, in their order
  no_such_site,
  place_type_not_offered,
  needs_more_persons,
  too_many_persons,
  outside_opening,
  too_far,
  too_soon,
  start_not_offered,
  slot_taken,
  session_full,
  nobody_available,
  above_gauge,
  booked_at_that_time,
  too_many_that_day,
  too_many_in_30_days,
  too_late_to_change,
  too_late_to_cancel,
  hold_expired,
  visit_is_not_held,
  visit_is_not_booked,
  visit_is_not_here,
  too_early,
  not_today,
  supervisor_is_needed,
  not_in_interval,
  door_code_is_needed,
  not_late_yet,
  // about people inside
  gauge_is_full,
  visits_are_inside,
  // about places that are offered
  no_such_campaign,
  campaign_is_known,
  nobody_is_meant,
  list_has_ended,
  offer_is_gone,
  // about what staff keep beside the visits
  no_such_resource,
  no_such_call,
  nobody_to_call,
  list_is_full,
  // about messages
  no_such_message,
  message_is_not_due,
  no_way_to_tell,
  survey_was_answered,
  survey_is_over,
  survey_answers_wrong,
  // about what a partner may take
  partner_holds_enough,
  partner_booked_enough,
  // about the command itself
  value_out_of_range,
};

/// Why an appointment cannot be made, as the office says it.
refusal refusal_of(booking::refusal why);
/// Whether another start may do better.
bool is_about_start(refusal why);

/// The stable name pages and message files use: "nobody_is_waiting".
std::string_view name_of(refusal why);

} // namespace suivant::office
