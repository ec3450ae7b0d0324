// What can happen in an office. Stored for ever: fields may be added, never
// renamed or removed. When and by whom stands in the `fact` around it.

#pragma once

#include "actors/booking/claim.hpp"
#include "actors/office/agenda_events.hpp"
#include "actors/office/booking_events.hpp"
#include "actors/office/draft_events.hpp"
#include "actors/office/gauge_events.hpp"
#include "actors/office/offer_events.hpp"
#include "actors/outbox/message_events.hpp"

#include <optional>
#include <tuple>

namespace suivant::office {

/// Where a waiting visit stands: lane first, then due time, then the order
/// among those due at one instant.
struct place {
  int lane = 0; // 0 for all, or by class under strict classes; smaller first.
  instant due;
  visit_id visit;
  std::uint64_t tie = 0; // 0 for nearly all: then visits go by their number.

  /// The order within the instant. Between the numbers of two visits there is
  /// room for somebody who came to stand between them.
  std::uint64_t turn() const {
    return tie != 0 ? tie : visit.number << 32;
  }

  friend bool operator==(const place&, const place&) = default;
  friend auto operator<=>(const place& left, const place& right) {
    return std::tuple{left.lane, left.due, left.turn(), left.visit}
           <=> std::tuple{right.lane, right.due, right.turn(), right.visit};
  }
};

/// Why this person and no other: what the rule saw when it chose.
struct why {
  order_rule rule;
  office::choice choice = office::choice::oldest;
  bool by_hand = false;         // An agent picked the person.
  std::vector<place> heads;     // First of each line compared.
  std::vector<place> overtaken; // Who stood before; at most 10.
  std::uint32_t overtaken_count = 0;

  bool operator==(const why&) const = default;
};

// -- the office ---------------------------------------------------------------

struct office_configured {
  office::setup setup;
  booking::zones clocks; // Of it, as known then; none without appointments.
  bool operator==(const office_configured&) const = default;
};
struct day_began {
  business_day day;
  bool operator==(const day_began&) const = default;
};
struct queue_opened {
  queue_id queue;
  bool operator==(const queue_opened&) const = default;
};
struct queue_closed {
  queue_id queue;
  bool operator==(const queue_closed&) const = default;
};

// -- counters and agents ------------------------------------------------------

struct agent_signed_in {
  counter_id counter;
  agent_id agent;
  bool operator==(const agent_signed_in&) const = default;
};
struct agent_signed_out {
  counter_id counter;
  agent_id agent;
  std::string reason;
  bool operator==(const agent_signed_out&) const = default;
};
struct break_began {
  counter_id counter;
  std::string reason;
  bool operator==(const break_began&) const = default;
};
struct break_ended {
  counter_id counter;
  bool operator==(const break_ended&) const = default;
};
struct desk_lost {
  counter_id counter;
  bool operator==(const desk_lost&) const = default;
};
struct desk_returned {
  counter_id counter;
  bool operator==(const desk_returned&) const = default;
};

// -- visits -------------------------------------------------------------------

struct ticket_taken {
  visit_id visit;
  std::string number; // As people read it: "A012".
  int value = 0;      // The same without prefix, for the next number.
  business_day day;
  service_id service;
  queue_id queue;
  int persons = 1;
  office::priority priority = office::priority::standard;
  office::channel channel = office::channel::phone;
  std::string language;
  place at;
  std::string token_hash;
  sealed_person person;
  bool operator==(const ticket_taken&) const = default;
};
struct person_described {
  visit_id visit;
  sealed_person person;
  bool operator==(const person_described&) const = default;
};
struct priority_changed {
  visit_id visit;
  office::priority priority = office::priority::standard;
  place at;
  bool operator==(const priority_changed&) const = default;
};
struct visit_called {
  visit_id visit;
  counter_id counter;
  agent_id agent;
  office::why why;
  bool over_gauge = false; // Let in although the site was full.
  std::string reason = {}; // Of that.
  bool operator==(const visit_called&) const = default;
};
struct visit_recalled {
  visit_id visit;
  bool operator==(const visit_recalled&) const = default;
};
struct service_started {
  visit_id visit;
  bool operator==(const service_started&) const = default;
};
struct visit_finished {
  visit_id visit;
  office::outcome outcome = office::outcome::served;
  bool operator==(const visit_finished&) const = default;
};
struct visit_missed {
  visit_id visit;
  bool operator==(const visit_missed&) const = default;
};
struct visit_parked {
  visit_id visit;
  agent_id agent; // Whose; empty: anybody's.
  std::string reason;
  bool operator==(const visit_parked&) const = default;
};
struct visit_resumed {
  visit_id visit;
  counter_id counter;
  agent_id agent;
  bool over_gauge = false; // As of a call.
  std::string reason = {};
  bool operator==(const visit_resumed&) const = default;
};
struct visit_requeued {
  visit_id visit;
  place at;
  bool operator==(const visit_requeued&) const = default;
};
struct visit_transferred {
  visit_id visit;
  service_id service;
  queue_id queue;
  counter_id counter; // Empty: any.
  place at;
  std::string reason;
  bool operator==(const visit_transferred&) const = default;
};
struct service_changed {
  visit_id visit;
  service_id service;
  queue_id queue;
  place at;
  bool operator==(const service_changed&) const = default;
};
struct visit_left {
  visit_id visit;
  bool operator==(const visit_left&) const = default;
};
struct others_let_pass {
  visit_id visit;
  int places = 1;
  place at;
  bool operator==(const others_let_pass&) const = default;
};
struct visit_cancelled {
  visit_id visit;
  std::string reason;
  campaign_id campaign;  // With many others.
  bool reachable = true; // With `campaign`; see visit_postponed.
  bool operator==(const visit_cancelled&) const = default;
};
/// The day ended with this visit still open; its times say nothing.
struct visit_abandoned {
  visit_id visit;
  bool operator==(const visit_abandoned&) const = default;
};
struct step_undone {
  visit_id visit;
  std::string step; // The stored name of the event that no longer counts.
  bool operator==(const step_undone&) const = default;
};

// -- appointments -------------------------------------------------------------

/// From here on it is a visit like all others.
struct visit_arrived {
  visit_id visit;
  std::string number;
  int value = 0;
  business_day day;
  service_id service;
  queue_id queue;
  office::priority priority = office::priority::standard;
  place at;
  entrance by = entrance::desk;
  bool operator==(const visit_arrived&) const = default;
};
/// Its day ended, and nobody came.
struct visit_no_show {
  visit_id visit;
  bool marked = false; // During its day: who comes all the same may come in.
  bool operator==(const visit_no_show&) const = default;
};

using event = std::variant<
    office_configured, day_began, queue_opened, queue_closed, agent_signed_in,
    agent_signed_out, break_began, break_ended, desk_lost, desk_returned,
    ticket_taken, person_described, priority_changed, visit_called,
    visit_recalled, service_started, visit_finished, visit_missed, visit_parked,
    visit_resumed, visit_requeued, visit_transferred, service_changed,
    visit_left, others_let_pass, visit_cancelled, visit_abandoned, step_undone,
    slot_held, hold_expired, visit_booked, booking_moved, visit_arrived,
    visit_no_show, campaign_began, visit_postponed, place_offered,
    offer_accepted, offer_declined, offer_lapsed, places_ran_out, list_left,
    list_ended, earlier_wanted, earlier_given_up, place_returned,
    people_counted, people_recounted, presence_expired, gauge_changed,
    setup_drafted, publishing_planned, publishing_missed, draft_published,
    draft_dropped, setup_restored, summary_asked, call_back_asked, called_back,
    absence_added, absence_removed, feed_opened, feed_closed, message_due,
    message_sending, message_handed, message_put_off, message_delivered,
    message_failed, message_dropped, notice_asked, code_asked, messages_stopped,
    messages_allowed, survey_answered>;
using events = std::vector<event>;

/// Counts the facts of one office from 1, without a gap.
using fact_number = std::uint64_t;

/// An event as it is kept: numbered, dated, signed.
struct fact {
  fact_number number = 0;
  instant at;
  std::string
      by; // "agent amelie", "visitor", "partner x"; never personal data.
  std::string key; // The asker's key, so that asking again changes nothing.
  event what;

  bool operator==(const fact&) const = default;
};

} // namespace suivant::office
