// What is asked of the rules of appointments, and what they are told beside the
// set-up and the claims.

#pragma once

#include "actors/booking/claim.hpp"

namespace suivant::booking {

/// People who are inside, or expected, without an appointment.
struct presence {
  site_id site;
  interval time;
  int persons = 1;

  bool operator==(const presence&) const = default;
};

/// Who asks for what, whenever that may be.
struct question {
  service_id service;
  site_id site; // Empty: any.
  int persons = 1;
  place_type place = place_type::counter;
  bool by_staff = false; // Sees the places kept for staff, and any day.
  instant now;
  visit_id instead_of;  // What this one has counts as free: it is being moved,
                        // or is a hold being confirmed.
  campaign_id campaign; // Sees what is kept for it, too,
  bool kept_only = false; // or nothing else.
  std::vector<presence> others;
  std::string door;   // The partner who asks; empty: none.
  int door_share = 0; // Percent of the public places it may have; 0: no limit.
};

/// One start is asked for.
struct wanted {
  question what;
  instant start;
  std::string person;      // Who books, as an opaque text; may be empty.
  resource_id with;        // Must be one of what it takes; empty: any.
  bool may_wait = false;   // For a seat in a session that is full.
  bool overbook = false;   // By staff: beyond the places, and off the grid;
  bool over_gauge = false; // and beyond the gauge of the site.
};

} // namespace suivant::booking
