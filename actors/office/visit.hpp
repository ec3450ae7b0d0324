// One visit, from joining to its end, and the book of all of an office's.

#pragma once

#include "actors/common/boxed.hpp"
#include "actors/office/events.hpp"

#include <memory>

namespace suivant::office {

enum class phase {
  waiting,
  called,
  serving,
  parked,
  missed,
  held,      // A place is kept for somebody who may book it.
  booked,    // An appointment.
  postponed, // The office called it off, and looks for another place.
  served,
  left,
  cancelled,
  abandoned,
  expired, // The hold ended.
  no_show, // The appointment, and nobody came.
};

/// Closed phases last: nothing but an undo leads out of them, a hold that is
/// confirmed too late, and who comes after having been marked absent.
constexpr bool is_open(phase of) {
  return of < phase::served;
}

/// Whether the person has come and not gone: has a number, and may stand in a
/// line. What is open and not here is to come.
constexpr bool is_here(phase of) {
  return of < phase::held;
}

/// All about a visit that commands change, and that an undo brings back.
struct standing {
  office::phase phase = office::phase::waiting;
  service_id service;
  queue_id queue;
  counter_id wanted; // Waits for this counter only; empty: any.
  /// Waits inside this site, having been at a counter there; empty: outside.
  booking::site_id inside;
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

/// What was agreed on. Stays with the visit when it has arrived.
struct appointment {
  booking::claim claim;
  instant held_until;    // Of a hold.
  std::string shown;     // When it begins: "2026-10-25T09:00+01:00".
  bool given_up = false; // Its place went to others before the visitor came.
  visit_id follows;      // The first appointment, of a follow-up.
  business_day made;     // On which a partner booked it; of others: none.
  /// Keyed hashes of the numbers of the applications it is about.
  std::vector<std::string> applications;

  bool operator==(const appointment&) const = default;
};

/// A place that the visit may have in place of what it has, for some time.
struct offer {
  booking::claim claim;
  instant until;
  business_day day;
  std::string shown;

  bool operator==(const offer&) const = default;
};

/// Waits to be offered a place.
struct wish {
  campaign_id campaign; // On its list; empty: for an earlier start.
  instant asked;
  instant from; // Of an earlier start: between these.
  instant until;
  int offers = 0;
  std::vector<instant> refused; // Starts that are not offered again.

  bool operator==(const wish&) const = default;
};

struct visit {
  visit_id id;
  std::uint32_t version = 0; // Grows with each event about the visit.
  std::string number;        // Empty until it arrives.
  int value = 0;
  business_day day; // Of an appointment that has not arrived: its own.
  instant joined;   // First arrival; transfers and requeues keep it.
  int persons = 1;
  office::priority priority = office::priority::standard;
  office::channel channel = office::channel::phone;
  std::string language;
  std::string token_hash;
  sealed_person person;
  way summary = way::none; // By which it is wanted and not yet sent.
  standing now;
  boxed<undoable> last;
  boxed<office::appointment> appointment; // Empty: came without.
  boxed<office::wish> wish;
  boxed<office::offer> offer;
  int notice = 0; // To be told when so many are before it; 0: never.

  bool operator==(const visit&) const = default;
};

/// What stands for a visit's offer beside its appointment in the stock.
constexpr visit_id offer_taker(visit_id visit) {
  return {visit.number | std::uint64_t{1} << 62};
}
constexpr bool is_offer(visit_id taker) {
  return (taker.number >> 62 & 1) != 0;
}
constexpr visit_id visit_of(visit_id taker) {
  return {taker.number & ~(std::uint64_t{1} << 62)};
}

/// Waits, with an appointment, for an earlier one.
bool waits_for_earlier(const visit& it);

/// A visit as it was at some moment, for as long as anybody looks at it.
using shared_visit = std::shared_ptr<const visit>;

/// Visits by number. Who holds one keeps it as it is: while anybody does, a
/// change is made to a copy. So lines, pages and sessions all look at the one
/// visit there is, and none has to copy it. Changed by one thread at a time;
/// what it has given away may be read by any.
class visit_book {
public:
  struct entry {
    visit_id id;
    shared_visit it;
  };
  using iterator = std::vector<entry>::const_iterator;

  iterator begin() const {
    return entries_.begin();
  }
  iterator end() const {
    return entries_.end();
  }
  std::size_t size() const {
    return entries_.size();
  }

  /// Null when there is none.
  shared_visit share(visit_id wanted) const;
  const visit* find(visit_id wanted) const;
  bool contains(visit_id wanted) const {
    return find(wanted) != nullptr;
  }
  /// These two throw std::out_of_range when there is none.
  const visit& at(visit_id wanted) const;
  visit& change(visit_id wanted);

  /// Numbers only grow: `added` comes after all others.
  visit& add(visit added);
  /// Forgets those of which `is_over` says so.
  template <class Predicate>
  void forget_if(Predicate is_over) {
    std::erase_if(entries_, [&](const entry& one) { return is_over(*one.it); });
  }

  bool operator==(const visit_book& other) const;

private:
  std::size_t position_of(visit_id wanted) const;

  std::vector<entry> entries_; // In order.
};

} // namespace suivant::office
