// What events and commands are called outside the program. Private to what is
// written down.

#pragma once

#include "actors/office/commands.hpp"
#include "actors/office/events.hpp"

#include <array>
#include <string_view>

namespace suivant::office {

// In the order of the variants. Stored: never change a name.
inline constexpr auto event_names = std::to_array<std::string_view>(
    {"office_configured",  "day_began",         "queue_opened",
     "queue_closed",       "agent_signed_in",   "agent_signed_out",
     "break_began",        "break_ended",       "desk_lost",
     "desk_returned",      "ticket_taken",      "person_described",
     "priority_changed",   "visit_called",      "visit_recalled",
     "service_started",    "visit_finished",    "visit_missed",
     "visit_parked",       "visit_resumed",     "visit_requeued",
     "visit_transferred",  "service_changed",   "visit_left",
     "others_let_pass",    "visit_cancelled",   "visit_abandoned",
     "step_undone",        "slot_held",         "hold_expired",
     "visit_booked",       "booking_moved",     "visit_arrived",
     "visit_no_show",      "campaign_began",    "visit_postponed",
     "place_offered",      "offer_accepted",    "offer_declined",
     "offer_lapsed",       "places_ran_out",    "list_left",
     "list_ended",         "earlier_wanted",    "earlier_given_up",
     "place_returned",     "people_counted",    "people_recounted",
     "presence_expired",   "gauge_changed",     "setup_drafted",
     "publishing_planned", "publishing_missed", "draft_published",
     "draft_dropped",      "setup_restored",    "summary_asked",
     "call_back_asked",    "called_back",       "absence_added",
     "absence_removed",    "feed_opened",       "feed_closed",
     "message_due",        "message_sending",   "message_handed",
     "message_put_off",    "message_delivered", "message_failed",
     "message_dropped",    "notice_asked",      "code_asked",
     "messages_stopped",   "messages_allowed",  "survey_answered"});
static_assert(event_names.size() == std::variant_size_v<event>);

inline constexpr auto command_names
    = std::to_array<std::string_view>({"configure",
                                       "begin_day",
                                       "open_queue",
                                       "close_queue",
                                       "sign_in",
                                       "sign_out",
                                       "begin_break",
                                       "end_break",
                                       "report_desk",
                                       "take_ticket",
                                       "describe_person",
                                       "set_priority",
                                       "call_next",
                                       "call_visit",
                                       "recall",
                                       "start",
                                       "finish",
                                       "mark_absent",
                                       "park",
                                       "resume",
                                       "requeue",
                                       "transfer",
                                       "change_service",
                                       "leave",
                                       "let_pass",
                                       "cancel",
                                       "undo",
                                       "hold_slot",
                                       "confirm_booking",
                                       "book",
                                       "move_booking",
                                       "arrive",
                                       "cancel_many",
                                       "end_list",
                                       "accept_offer",
                                       "decline_offer",
                                       "wait_for_earlier",
                                       "give_up_waiting",
                                       "count_inside",
                                       "set_inside",
                                       "set_gauge",
                                       "draft_setup",
                                       "publish_draft",
                                       "drop_draft",
                                       "restore_setup",
                                       "ask_summary",
                                       "ask_call_back",
                                       "note_call",
                                       "add_absence",
                                       "remove_absence",
                                       "open_feed",
                                       "close_feed",
                                       "begin_sending",
                                       "note_handing",
                                       "note_receipt",
                                       "resend_message",
                                       "send_ticket",
                                       "ask_notice",
                                       "note_seen",
                                       "send_code",
                                       "stop_messages",
                                       "allow_messages",
                                       "answer_survey"});
static_assert(command_names.size() == std::variant_size_v<command>);

} // namespace suivant::office
