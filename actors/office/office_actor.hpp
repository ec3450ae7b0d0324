// The actor that keeps one office: it lets the rules decide, has the outcome
// written down, and only then answers and tells those who watch.

#pragma once

#include "actors/common/asking.hpp"
#include "actors/common/caf_bridge.hpp"
#include "actors/common/frame_port.hpp"
#include "actors/hall/hall_actor.hpp"
#include "actors/journal/journal_actor.hpp"
#include "actors/office/agenda_view.hpp"
#include "actors/office/arrival.hpp"
#include "actors/office/booking_view.hpp"
#include "actors/office/campaign_view.hpp"
#include "actors/office/office.hpp"
#include "actors/post/messages_changed.hpp"
#include "actors/visitor/visitor_actor.hpp"

#include <functional>
#include <optional>

namespace suivant {

/// A command. `rows` are stored with its facts, or not at all.
struct ask_office {
  office::request what;
  std::vector<storage::row> rows;
};

/// Given once what it says is on disk.
struct office_reply {
  std::optional<office::refusal> refused;
  office::fact_number fact = 0; // The last it caused; 0 when it caused none.
  bool repeated = false;        // The key had been answered before.
  /// The visit it was about, as it now stands; also with a refusal.
  office::shared_visit visit;
  office::rule_setup rules; // For how long it may be undone.
  /// With a refusal that another start may avoid: starts near the one asked
  /// for, as in an offer; empty otherwise.
  std::string near;
  /// Refused as too early: from when on one may.
  std::optional<office::arrival_time> not_before = {};
};

/// From outside to the office.
struct office_question {
  ask_office what;
  owed<office_reply> reply;
};

struct find_visitor {
  std::string token_hash;
};
struct visitor_found {
  visitor_actor session; // Invalid when the link is unknown.
  office::shared_visit visit;
  std::shared_ptr<const office::setup> setup;
};

/// The clock may have passed something. Answered when that is on disk.
struct tick {};
struct ticked {};

struct hash_asked {};
struct hash_told {
  office::fact_number at = 0;
  std::string hash;
};

/// What appointments there are to have, by all that has been decided.
using offer_asked = office::offer_question;
using offer_told = office::offer_answer;

/// Who is, or would be, called off, by the same.
using campaign_asked = office::campaign_question;
using campaign_told = office::campaign_answer;
/// The same of the appointments there are.
using agenda_asked = office::agenda_question;
using agenda_told = office::agenda_answer;
/// A page looks at the times of a day from now on, and hears of every change:
/// by the frame port, under `office::slot_topic`. Says nothing where an offer
/// would be refused, or if too much is looked at.
struct watch_slots {
  offer_asked asked;
  screen_id screen = 0;
};
struct unwatch_slots {
  screen_id screen = 0;
};

/// What would happen with another set-up; without one, how it is with the
/// draft of the next: see setup_questions.hpp.
struct setup_asked {
  std::optional<office::setup> wanted;
};
struct setup_told {
  std::string text;
};

struct hall_asked {};
struct hall_found {
  hall_actor hall;
};

/// From the office to itself.
struct wake_up {};
struct speak_of_slots {};
/// The same, when what was sent to the journal must have been written.
struct look_at_journal {
  office::fact_number sent = 0;
};

using office_actor
    = handle<void(office_question), visitor_found(find_visitor), ticked(tick),
             hash_told(hash_asked), offer_told(offer_asked),
             campaign_told(campaign_asked), agenda_told(agenda_asked),
             setup_told(setup_asked), void(watch_slots), void(unwatch_slots),
             void(speak_of_slots), hall_found(hall_asked), void(appended),
             void(look_at_journal), void(wake_up)>;

struct office_limits {
  std::chrono::milliseconds merging{50};   // Of frames; see queue_actor.hpp.
  std::chrono::milliseconds offering{250}; // Of changes to what is offered.
  std::chrono::milliseconds waking{1000};  // Between two looks at the clock.
  /// For the journal to answer; seen missing after at most twice as long.
  std::chrono::seconds writing{5};
  office::fact_number facts_per_snapshot = 5000;
};

/// What all offices of one program share.
struct office_context {
  std::shared_ptr<storage::log> log;
  journal_actor journal;
  std::shared_ptr<frame_port> frames;
  wall_clock clock;
  office_limits limits;
  /// Told of the newest fact on disk of an office; must not block. May be
  /// empty.
  std::function<void(const office_id&, office::fact_number)> written = {};
  /// Told of messages that have changed; must not block. May be empty.
  std::function<void(messages_changed)> post = {};
};

class started_offices;

/// Starts from the log. An actor whose write fails, or whose log cannot be
/// read, ends with an error; nothing it had not written was ever shown.
/// In the moment it falls it is taken off the list of those `started`.
office_actor spawn_office(caf::actor_system& system, office_id id,
                          std::shared_ptr<const office_context> context,
                          std::shared_ptr<started_offices> started);

} // namespace suivant
