// What the rules of an office need to remember.

#pragma once

#include "actors/office/bookings.hpp"
#include "actors/office/offering.hpp"
#include "actors/outbox/alarms.hpp"

#include <set>
#include <unordered_map>
#include <unordered_set>

namespace suivant::office {

struct queue_state {
  bool open = true;
  business_day numbered; // The day `last_value` belongs to.
  int last_value = 0;
  std::vector<place> line; // In the order of calling.

  bool operator==(const queue_state&) const = default;
};

struct counter_state {
  agent_id agent; // Empty: nobody is signed in.
  bool on_break = false;
  std::string break_reason;
  bool online = true; // The desk's page is connected.
  instant since;      // Of the last change of the above.
  visit_id visit;     // Called to or served here; empty: free.

  bool operator==(const counter_state&) const = default;
};

/// People who came together and are thought to go together.
struct stay {
  instant until;
  int persons = 0;

  bool operator==(const stay&) const = default;
};

/// Of a site on this day, beside what its set-up and the visits say.
struct site_state {
  std::vector<stay> others; // Inside without a visit; who goes first is first.
  int most = -1;            // The gauge of the day; -1: that of the set-up.
  int beyond = 0;           // More than the gauge are inside, and known why.

  bool operator==(const site_state&) const = default;
};

/// What a key was answered, for as long as a page may ask again: until the
/// end of the business day after.
struct answered {
  fact_number last = 0; // Of the facts the command caused.
  visit_id visit;       // Empty: the command was about no visit.
  std::uint32_t version = 0;
  business_day day;

  bool operator==(const answered&) const = default;
};

/// A set-up that is not in force yet.
struct setup_draft {
  std::uint64_t number = 0;
  office::setup setup;
  booking::zones clocks;
  office::setup from; // In force when it was drafted.
  std::string token_hash;
  instant publish_at; // None: when somebody says so.
  std::string missed; // Why it was not put in force at its instant.

  bool operator==(const setup_draft&) const = default;
};

/// What a draft that was published has replaced.
struct replaced_setup {
  office::setup setup;
  booking::zones clocks;
  office::setup by;

  bool operator==(const replaced_setup&) const = default;
};

/// Somebody who is to be called.
struct call_back {
  std::uint64_t number = 0; // Counted from 1.
  visit_id about;           // May be forgotten by now; empty: about none.
  service_id service;       // Empty: about none.
  sealed_person person;
  instant asked;
  int tries = 0; // In vain.
  instant last_try;
  std::string reason = {}; // What they could not be told; empty: they asked.

  bool operator==(const call_back&) const = default;
};

/// What other programs read under a link.
struct feed {
  std::string token_hash;
  bool names = false;

  bool operator==(const feed&) const = default;
};

struct state {
  office::setup setup;
  booking::zones clocks; // Of the office and its sites, when it was set up.
  fact_number last_fact = 0;
  instant last_at; // Time never runs backward within an office.
  business_day day;
  visit_id last_visit;
  visit_book visits; // Open ones, and those that closed today.
  std::map<queue_id, queue_state> queues;
  std::map<counter_id, counter_state> counters;
  std::map<booking::site_id, site_state> sites;      // Not those as they began.
  std::unordered_map<std::string, answered> answers; // By key; many.
  std::map<campaign_id, campaign> campaigns;
  std::vector<freed_start>
      freed;                    // To be offered before anything else is asked.
  boxed<setup_draft> draft;     // Of the next set-up.
  boxed<replaced_setup> before; // Of the one before.
  std::vector<call_back> call_backs; // Oldest first.
  std::uint64_t last_call_back = 0;
  office::absences absences; // Beside those of the set-up.
  std::map<booking::resource_id, feed> feeds;
  std::map<counter_id, feed> counter_feeds;
  std::map<visit_id, std::vector<message>> messages; // By number.
  std::map<std::string, instant>
      stopped; // Numbers that want no texts, by hash.
  std::map<std::string, instant> surveyed; // By nonce: when its visit ended.
  /// As printed, of the open visits; follows from them, and is not stored.
  std::unordered_set<std::string> held_numbers;
  /// Who waits for an earlier start, who has waited longest first; the same.
  std::set<std::pair<instant, visit_id>> earlier;
  /// Who waits and is to be told when their turn is near; the same.
  std::set<visit_id> noticed;
  /// What messages there will be by the clock alone; follows from them too.
  alarm_book alarms;
  /// Persons inside a site by the visits that are there; follows from them.
  std::map<booking::site_id, int> inside;
  /// What appointments take; follows from them too.
  bookings booked;

  bool operator==(const state&) const = default;
};

} // namespace suivant::office
