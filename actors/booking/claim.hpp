// What an appointment, or a hold of one, takes: its own copy of what was agreed
// on, whatever the set-up becomes later.

#pragma once

#include "actors/booking/interval.hpp"
#include "actors/booking/setup.hpp"

namespace suivant::booking {

struct claim {
  site_id site;
  opening_id opening;
  service_id service;
  std::string family;
  interval time;  // From the start to the end of the service itself.
  int before = 0; // Minutes around it; see service_rule.
  int after = 0;
  int persons = 1;
  place_type place = place_type::counter;
  bool by_public = true;              // Takes a public place.
  std::vector<resource_id> resources; // Taken for the same time.
  int seats = 0; // Of the session that it is in, a seat a person; 0: none.
  bool waiting = false;     // For seats; takes nothing else then.
  bool overbooked = false;  // Staff went beyond the places,
  bool above_gauge = false; // or beyond the gauge of the site.
  bool sensitive = false;
  std::string person; // Who booked, as an opaque text; may be empty.
  instant at;         // When it was claimed: who waits longest is next.
  std::string door;   // The partner it came by; empty: none.

  bool operator==(const claim&) const = default;
};

/// How many it brings inside: nobody comes for a call.
constexpr int persons_inside(const claim& it) {
  return it.place == place_type::counter && !it.waiting ? it.persons : 0;
}

} // namespace suivant::booking
