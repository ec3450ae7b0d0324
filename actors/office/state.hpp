// What the rules of an office need to remember.

#pragma once

#include "actors/office/events.hpp"

#include <unordered_map>

namespace suivant::office {

enum class phase {
  waiting,
  called,
  serving,
  parked,
  missed,
  served,
  left,
  cancelled,
  abandoned,
};

/// Closed phases last: nothing but an undo leads out of them.
constexpr bool is_open(phase of) {
  return of < phase::served;
}

/// All about a visit that commands change, and that an undo brings back.
struct standing {
  office::phase phase = office::phase::waiting;
  service_id service;
  queue_id queue;
  counter_id wanted;  // Waits for this counter only; empty: any.
  counter_id counter; // Called to or served at; kept after the end.
  agent_id agent;     // Who called, serves or parked it; empty: anybody's.
  place at;           // In its line while waiting; its last place otherwise.
  instant since;      // When the phase began.
  instant last_call;
  int calls = 0;      // Since it last joined a line.
  std::string reason; // Of parking, transfer or cancelling.
  office::outcome outcome = office::outcome::served;

  bool operator==(const standing&) const = default;
};

/// The last step that may still be undone.
struct undoable {
  standing before;
  std::string step; // Stored name of the event.
  instant at;

  bool operator==(const undoable&) const = default;
};

struct visit {
  visit_id id;
  std::uint32_t version = 0; // Grows with each event about the visit.
  std::string number;
  int value = 0;
  business_day day;
  instant joined; // First arrival; transfers and requeues keep it.
  int persons = 1;
  office::priority priority = office::priority::standard;
  office::channel channel = office::channel::phone;
  std::string language;
  std::string token_hash;
  sealed_person person;
  standing now;
  std::optional<undoable> last;

  bool operator==(const visit&) const = default;
};

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

/// What a key was answered, for as long as a page may ask again: until the
/// end of the business day after.
struct answered {
  fact_number last = 0; // Of the facts the command caused.
  visit_id visit;       // Empty: the command was about no visit.
  std::uint32_t version = 0;
  business_day day;

  bool operator==(const answered&) const = default;
};

struct state {
  office::setup setup;
  fact_number last_fact = 0;
  instant last_at; // Time never runs backward within an office.
  business_day day;
  visit_id last_visit;
  std::map<visit_id, visit> visits; // Open ones, and those that closed today.
  std::map<queue_id, queue_state> queues;
  std::map<counter_id, counter_state> counters;
  std::unordered_map<std::string, answered> answers; // By key; many.

  bool operator==(const state&) const = default;
};

} // namespace suivant::office
