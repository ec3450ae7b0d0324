// One change for each event. Private to the rules: others call `evolve`.

#pragma once

#include "actors/office/state.hpp"

namespace suivant::office {

// the office, counters and agents: changes_office.cpp
void apply(state& office, office_configured happened, instant at);
void apply(state& office, const day_began& happened, instant at);
void apply(state& office, const queue_opened& happened, instant at);
void apply(state& office, const queue_closed& happened, instant at);
void apply(state& office, const agent_signed_in& happened, instant at);
void apply(state& office, const agent_signed_out& happened, instant at);
void apply(state& office, const break_began& happened, instant at);
void apply(state& office, const break_ended& happened, instant at);
void apply(state& office, const desk_lost& happened, instant at);
void apply(state& office, const desk_returned& happened, instant at);

// the next set-up: changes_draft.cpp
void apply(state& office, setup_drafted happened, instant at);
void apply(state& office, const publishing_planned& happened, instant at);
void apply(state& office, const publishing_missed& happened, instant at);
void apply(state& office, const draft_published& happened, instant at);
void apply(state& office, const draft_dropped& happened, instant at);
void apply(state& office, const setup_restored& happened, instant at);

// visits: changes_visits.cpp
void apply(state& office, ticket_taken happened, instant at);
void apply(state& office, person_described happened, instant at);
void apply(state& office, const priority_changed& happened, instant at);
void apply(state& office, const visit_called& happened, instant at);
void apply(state& office, const visit_recalled& happened, instant at);
void apply(state& office, const service_started& happened, instant at);
void apply(state& office, const visit_finished& happened, instant at);
void apply(state& office, const visit_missed& happened, instant at);
void apply(state& office, const visit_parked& happened, instant at);
void apply(state& office, const visit_resumed& happened, instant at);
void apply(state& office, const visit_requeued& happened, instant at);
void apply(state& office, const visit_transferred& happened, instant at);
void apply(state& office, const service_changed& happened, instant at);
void apply(state& office, const visit_left& happened, instant at);
void apply(state& office, const others_let_pass& happened, instant at);
void apply(state& office, const visit_cancelled& happened, instant at);
void apply(state& office, const visit_abandoned& happened, instant at);
void apply(state& office, const step_undone& happened, instant at);

// appointments: changes_booking.cpp
void apply(state& office, slot_held happened, instant at);
void apply(state& office, const hold_expired& happened, instant at);
void apply(state& office, visit_booked happened, instant at);
void apply(state& office, booking_moved happened, instant at);
void apply(state& office, visit_arrived happened, instant at);
void apply(state& office, const visit_no_show& happened, instant at);

// places that are offered: changes_offers.cpp
void apply(state& office, campaign_began happened, instant at);
void apply(state& office, const visit_postponed& happened, instant at);
void apply(state& office, place_offered happened, instant at);
void apply(state& office, const offer_accepted& happened, instant at);
void apply(state& office, const offer_declined& happened, instant at);
void apply(state& office, const offer_lapsed& happened, instant at);
void apply(state& office, const places_ran_out& happened, instant at);
void apply(state& office, const list_left& happened, instant at);
void apply(state& office, const list_ended& happened, instant at);
void apply(state& office, const earlier_wanted& happened, instant at);
void apply(state& office, const earlier_given_up& happened, instant at);
void apply(state& office, const place_returned& happened, instant at);
// people inside: changes_gauge.cpp
void apply(state& office, const people_counted& happened, instant at);
void apply(state& office, const people_recounted& happened, instant at);
void apply(state& office, const presence_expired& happened, instant at);
void apply(state& office, const gauge_changed& happened, instant at);
// beside the visits: changes_agenda.cpp
void apply(state& office, const summary_asked& happened, instant at);
void apply(state& office, call_back_asked happened, instant at);
void apply(state& office, const called_back& happened, instant at);
void apply(state& office, const absence_added& happened, instant at);
void apply(state& office, const absence_removed& happened, instant at);
void apply(state& office, feed_opened happened, instant at);
void apply(state& office, const feed_closed& happened, instant at);
// messages: changes_messages.cpp
void apply(state& office, message_due happened, instant at);
void apply(state& office, const message_sending& happened, instant at);
void apply(state& office, const message_handed& happened, instant at);
void apply(state& office, const message_put_off& happened, instant at);
void apply(state& office, const message_delivered& happened, instant at);
void apply(state& office, const message_failed& happened, instant at);
void apply(state& office, const message_dropped& happened, instant at);
void apply(state& office, const notice_asked& happened, instant at);
void apply(state& office, code_asked happened, instant at);
void apply(state& office, const messages_stopped& happened, instant at);
void apply(state& office, const messages_allowed& happened, instant at);
void apply(state& office, const survey_answered& happened, instant at);

} // namespace suivant::office
