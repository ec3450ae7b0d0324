// What can happen to the number of people inside, beside what visits do: they
// came in without one, were counted, or more or fewer may be inside.

#pragma once

#include "actors/booking/setup.hpp"
#include "actors/common/instant.hpp"

namespace suivant::office {

struct people_counted {
  booking::site_id site;
  int by = 1;    // Came in; or, less than 0, went out.
  instant until; // When who came in is thought to have gone.
  bool operator==(const people_counted&) const = default;
};
/// That many from now on.
struct people_recounted {
  booking::site_id site;
  int persons = 0;
  instant until;
  bool operator==(const people_recounted&) const = default;
};
/// The time of those who came first has run out.
struct presence_expired {
  booking::site_id site;
  int persons = 0;
  bool operator==(const presence_expired&) const = default;
};
/// For the rest of the day, or until a set-up says another number.
struct gauge_changed {
  booking::site_id site;
  int most = -1; // -1: as the set-up says.
  bool operator==(const gauge_changed&) const = default;
};

} // namespace suivant::office
