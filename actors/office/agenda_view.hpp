// What staff see of the appointments there are, and of what they keep beside
// them. Pure. Says nothing of persons: whoever may open what is sealed, does.

#pragma once

#include "actors/booking/absences.hpp"
#include "actors/common/json_codec.hpp"
#include "actors/office/office.hpp"

#include <optional>
#include <string>
#include <vector>

namespace suivant::office {

enum class agenda_kind {
  span,      // What begins on some days.
  one,       // The `visit`, whatever is known of it.
  described, // All visits of which personal data is kept, or only `visit`.
  touched,   // By an absence that is not there yet.
  calls,     // Who is to be called, and the visits that it is about.
  feed,      // What a resource or a counter has to do, for who has the link.
  messages,  // Those of `visit`.
  reached,   // Open visits of whom texts reach under `phone`, newest first.
};

struct agenda_question {
  agenda_kind kind = agenda_kind::span;
  calendar_day first; // Of `span`, on the clocks of each site; at most 31 days.
  calendar_day last;
  booking::site_id site;         // Of `span`; empty: any.
  service_id service;            // The same.
  booking::resource_id resource; // The same; of `touched` whose it is.
  counter_id counter;            // Of `span`: what is due at it; empty: any.
  booking::wall_span away;       // Of `touched`.
  visit_id visit;    // Of `one` and `messages`; of `described`, empty: all.
  std::string phone; // Of `reached`: as in `sealed_person`; not empty.
  std::string token_hash; // Of `feed`.
};

struct agenda_entry {
  shared_visit visit;           // Never null.
  bool on_duty = true;          // False: somebody it needs is not there.
  bool others_are_free = false; // Of `touched`: could serve it as well.
  /// Where it is due, see `counters_of`. Of `span` and `feed`.
  std::vector<counter_id> counters;
};

struct agenda_answer {
  std::optional<refusal> refused;
  json::object head;                 // All but the visits.
  std::vector<agenda_entry> entries; // In order of time, where they have one.
  std::vector<call_back> calls;
  std::shared_ptr<const office::setup> setup; // Of `span`, `feed`, `one`.
  std::map<booking::site_id, zone> clocks;    // The same.
  booking::resource_id resource;              // Of `feed`: of this one,
  counter_id counter;                         // or else of this.
  bool names = false;                         // Whether it may say who comes.
};

agenda_answer agenda_of(const state& now, const agenda_question& asked,
                        instant at);

/// The counter that somebody was called to; until then those at which what the
/// appointment has taken stands. Each of them once.
std::vector<counter_id> counters_of(const setup& office, const visit& it);

/// One appointment as the agenda shows it, without the person's data.
json::object agenda_row(const agenda_entry& it);

} // namespace suivant::office
