// One answer for each command. Private to the rules: others call `decide`.

#pragma once

#include "actors/office/office.hpp"

namespace suivant::office {

/// What an answer may look at. The business day is always that of `now`.
struct situation {
  const state& now;
  const asker& by;
  instant at;
};

// the office: answers_office.cpp
decision answer(const situation& here, const configure& asked);
decision answer(const situation& here, const begin_day& asked);
decision answer(const situation& here, const open_queue& asked);
decision answer(const situation& here, const close_queue& asked);

// the next set-up: answers_draft.cpp
decision answer(const situation& here, const draft_setup& asked);
decision answer(const situation& here, const publish_draft& asked);
decision answer(const situation& here, const drop_draft& asked);
decision answer(const situation& here, const restore_setup& asked);

// counters and agents: answers_counters.cpp
decision answer(const situation& here, const sign_in& asked);
decision answer(const situation& here, const sign_out& asked);
decision answer(const situation& here, const begin_break& asked);
decision answer(const situation& here, const end_break& asked);
decision answer(const situation& here, const report_desk& asked);

// joining: answers_joining.cpp
decision answer(const situation& here, const take_ticket& asked);
decision answer(const situation& here, const describe_person& asked);
decision answer(const situation& here, const set_priority& asked);

// calling: answers_calling.cpp
decision answer(const situation& here, const call_next& asked);
decision answer(const situation& here, const call_visit& asked);
decision answer(const situation& here, const recall& asked);
decision answer(const situation& here, const mark_absent& asked);

// serving: answers_serving.cpp
decision answer(const situation& here, const start& asked);
decision answer(const situation& here, const finish& asked);
decision answer(const situation& here, const park& asked);
decision answer(const situation& here, const resume& asked);

// moving: answers_moving.cpp
decision answer(const situation& here, const requeue& asked);
decision answer(const situation& here, const transfer& asked);
decision answer(const situation& here, const change_service& asked);
decision answer(const situation& here, const let_pass& asked);

// ending: answers_ending.cpp
decision answer(const situation& here, const leave& asked);
decision answer(const situation& here, const cancel& asked);
decision answer(const situation& here, const undo& asked);

// appointments: answers_booking.cpp
decision answer(const situation& here, const hold_slot& asked);
decision answer(const situation& here, const confirm_booking& asked);
decision answer(const situation& here, const book& asked);
decision answer(const situation& here, const move_booking& asked);

// many at a time: answers_campaign.cpp
decision answer(const situation& here, const cancel_many& asked);
decision answer(const situation& here, const end_list& asked);

// places that are offered: answers_offers.cpp
decision answer(const situation& here, const accept_offer& asked);
decision answer(const situation& here, const decline_offer& asked);
decision answer(const situation& here, const wait_for_earlier& asked);
decision answer(const situation& here, const give_up_waiting& asked);

// arriving for one: answers_arrival.cpp
decision answer(const situation& here, const arrive& asked);

// people inside: answers_gauge.cpp
decision answer(const situation& here, const count_inside& asked);
decision answer(const situation& here, const set_inside& asked);
decision answer(const situation& here, const set_gauge& asked);
// beside the visits: answers_agenda.cpp
decision answer(const situation& here, const ask_summary& asked);
decision answer(const situation& here, const ask_call_back& asked);
decision answer(const situation& here, const note_call& asked);
decision answer(const situation& here, const add_absence& asked);
decision answer(const situation& here, const remove_absence& asked);
decision answer(const situation& here, const open_feed& asked);
decision answer(const situation& here, const close_feed& asked);
// messages: answers_messages.cpp
decision answer(const situation& here, const begin_sending& asked);
decision answer(const situation& here, const note_handing& asked);
decision answer(const situation& here, const note_receipt& asked);
decision answer(const situation& here, const resend_message& asked);
decision answer(const situation& here, const send_ticket& asked);
decision answer(const situation& here, const ask_notice& asked);
decision answer(const situation& here, const note_seen& asked);
decision answer(const situation& here, const send_code& asked);
decision answer(const situation& here, const stop_messages& asked);
decision answer(const situation& here, const allow_messages& asked);
decision answer(const situation& here, const answer_survey& asked);

} // namespace suivant::office
