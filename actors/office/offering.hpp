// What an office remembers of places that are offered to people: who waits for
// one, what is offered, and what became of each person of a campaign.

#pragma once

#include "actors/office/campaign.hpp"
#include "actors/office/visit.hpp"

namespace suivant::office {

/// What became of one appointment that was called off.
struct list_entry {
  visit_id visit;
  instant start;  // Of the appointment that was called off,
  instant booked; // and when it had been made.
  std::string shown;
  service_id service;
  booking::site_id site;
  bool reachable = true; // By telephone or mail, as far as was known.
  office::phase now = office::phase::postponed;
  instant since;      // When that began.
  std::string reason; // Of the end, if the office has ended it.
  int offers = 0;
  int lapsed = 0;    // Offers to which nobody answered.
  std::string again; // The new start, once there is one.

  bool operator==(const list_entry&) const = default;
};

struct campaign {
  std::string reason;
  booking_filter of;
  list_terms terms;
  bool vouchers = true; // False: cancelled, without a list.
  bool closed = false;  // The times are closed in the set-up as well.
  std::string by;       // Account.
  instant began;
  bool is_open = false; // Places are offered, or will be.
  instant ended;
  /// Something has changed since it was last looked for places.
  bool looking = false;
  std::vector<visit_id> skipped;  // Meant, but gone or moved at that moment.
  std::vector<list_entry> people; // By visit. Emptied 90 days after the end.

  bool operator==(const campaign&) const = default;
};

/// A start that has become free, and that somebody waits for.
struct freed_start {
  booking::site_id site;
  service_id service;
  instant start;

  friend auto operator<=>(const freed_start&, const freed_start&) = default;
};

/// Null when the visit is not on the list.
list_entry* find(campaign& in, visit_id visit);
const list_entry* find(const campaign& in, visit_id visit);

} // namespace suivant::office
