// Which appointments no longer fit once a set-up has changed, and why: for dry
// runs, absences, shortened hours. Decides nothing about them.

#pragma once

#include "actors/booking/plan.hpp"
#include "actors/booking/stock.hpp"

namespace suivant::booking {

enum class misfit {
  site_gone,
  opening_gone,
  service_gone,  // Altogether, or from the opening.
  closed,        // Other hours, a holiday, a closure.
  resource_gone, // Altogether, from the site, or no longer able.
  resource_absent,
  resource_taken, // By an appointment that was made before.
  over_places,    // Of the opening, its public part, or the family.
  over_seats,     // Of the session.
  over_room,      // More people than the gauge of the room.
  over_gauge,     // More people than the gauge of the site.
};

struct conflict {
  visit_id visit;
  misfit why = misfit::closed; // The first reason in the order above.
  resource_id resource;        // If it is about one.

  bool operator==(const conflict&) const = default;
};

/// Of all that ends after `now`, in the order in which it was taken. Who came
/// first keeps the place: only those are in conflict that do not fit beside
/// all who came before and do. What staff overbooked on purpose conflicts by
/// nothing but hours and absences.
std::vector<conflict> conflicts(const plan& changed, const stock& taken,
                                instant now);

} // namespace suivant::booking
