// What an office can be asked.

#pragma once

#include "actors/office/agenda_commands.hpp"
#include "actors/office/booking_commands.hpp"
#include "actors/office/setup.hpp"
#include "actors/outbox/message_commands.hpp"

#include <variant>

namespace suivant::office {

// -- the office ---------------------------------------------------------------

/// `clocks` are filled in by whoever keeps the office.
struct configure {
  office::setup setup;
  booking::zones clocks = {};
};
/// Keeps a set-up that is not in force yet, to be looked at and published.
/// `clocks` as above.
struct draft_setup {
  office::setup setup;
  std::uint64_t instead_of = 0; // The draft that it replaces; 0: none.
  std::string token_hash;       // Of the link that shows it; may be empty.
  booking::zones clocks = {};
};
/// Puts the draft in force: at once, or at an instant to come.
struct publish_draft {
  std::uint64_t draft = 0;
  instant at; // Gone by, or none: at once.
};
struct drop_draft {
  std::uint64_t draft = 0;
};
/// Back to the set-up before the last draft that was published.
struct restore_setup {};
/// Ends yesterday. Every command does so by itself when the day has changed;
/// the clock asks for it when nobody else does. Then it also looks who has been
/// missing for too long.
struct begin_day {};
struct open_queue {
  queue_id queue;
};
struct close_queue {
  queue_id queue;
};

// -- counters and agents ------------------------------------------------------

struct sign_in {
  counter_id counter;
  agent_id agent;
};
struct sign_out {
  counter_id counter;
  office::parked parked = office::parked::refuse;
  std::string reason; // Needed when the last counter leaves people waiting.
};
struct begin_break {
  counter_id counter;
  std::string reason;
};
struct end_break {
  counter_id counter;
};
/// The desk's page came or went; said by the live channel, not by people.
struct report_desk {
  counter_id counter;
  bool online = true;
};

// -- visits -------------------------------------------------------------------

struct take_ticket {
  service_id service;
  int persons = 1; // 1 to 20.
  office::priority priority = office::priority::standard;
  office::channel channel = office::channel::phone;
  std::string language = "fr";
  std::string token_hash; // Of the visitor's link; empty when there is none.
  sealed_person person;
};
struct describe_person {
  visit_ref visit;
  sealed_person person;
};
struct set_priority {
  visit_ref visit;
  office::priority priority = office::priority::standard;
};
/// Whom the gauge of the counter's site lets in.
struct call_next {
  counter_id counter;
  bool over_gauge = false; // Beyond it: supervisors, with a reason.
  std::string reason = {};
};
struct call_visit {
  visit_ref visit;
  counter_id counter;
  bool over_gauge = false; // As above.
  std::string reason = {};
};
struct recall {
  visit_ref visit;
};
struct start {
  visit_ref visit;
};
struct finish {
  visit_ref visit;
  office::outcome outcome = office::outcome::served;
};
/// Who was called and did not come; or has an appointment today that has
/// begun, and is not there. Both may still come.
struct mark_absent {
  visit_ref visit;
};
struct park {
  visit_ref visit;
  std::string reason;
};
struct resume {
  visit_ref visit;
  counter_id counter;
  bool over_gauge = false; // For a visit parked at another site; as above.
  std::string reason = {};
};
/// Back to the line, to the old place: an undecided call, a visit begun too
/// early, a parked one; and, a few places behind the head, who missed the turn.
struct requeue {
  visit_ref visit;
};
/// Somewhere else: another service, and with `counter` only to that counter.
struct transfer {
  visit_ref visit;
  service_id service;
  counter_id counter; // Empty: any that serves the service.
  std::string reason; // Needed when the queue is closed or full.
};
struct change_service {
  visit_ref visit;
  service_id service;
};
struct leave {
  visit_ref visit;
};
struct let_pass {
  visit_ref visit;
  int places = 1;
};
struct cancel {
  visit_ref visit;
  std::string reason;
};
struct undo {
  visit_ref visit;
};

// -- people inside ------------------------------------------------------------

/// People without a visit came in, or went out.
struct count_inside {
  booking::site_id site;
  int by = 1; // -20 to 20, not 0.
};
/// Somebody has counted all who are inside, those with a visit as well.
struct set_inside {
  booking::site_id site;
  int persons = 0; // 0 to 10000.
};
/// Another gauge for the rest of the day, by a supervisor.
struct set_gauge {
  booking::site_id site;
  int most = -1; // 0 to 10000, 0: nobody; -1: as the set-up says.
};

using command = std::variant<
    configure, begin_day, open_queue, close_queue, sign_in, sign_out,
    begin_break, end_break, report_desk, take_ticket, describe_person,
    set_priority, call_next, call_visit, recall, start, finish, mark_absent,
    park, resume, requeue, transfer, change_service, leave, let_pass, cancel,
    undo, hold_slot, confirm_booking, book, move_booking, arrive, cancel_many,
    end_list, accept_offer, decline_offer, wait_for_earlier, give_up_waiting,
    count_inside, set_inside, set_gauge, draft_setup, publish_draft, drop_draft,
    restore_setup, ask_summary, ask_call_back, note_call, add_absence,
    remove_absence, open_feed, close_feed, begin_sending, note_handing,
    note_receipt, resend_message, send_ticket, ask_notice, note_seen, send_code,
    stop_messages, allow_messages, answer_survey>;

enum class role { visitor, agent, supervisor, device, system, partner };

/// Who asks. The gateway has checked that they are who they say and that
/// their role may ask this; the rules check what depends on the state.
struct asker {
  office::role as = office::role::system;
  std::string name; // Account, device or partner; empty for a visitor.
};

/// A command with who asks and, when a page made one, the key under which
/// asking again gives the same answer and changes nothing.
struct request {
  command what;
  asker by;
  std::string key;
};

} // namespace suivant::office
