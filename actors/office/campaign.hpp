// Many appointments called off at a time, and the list of those who are first
// to be offered another place. Data only.

#pragma once

#include "actors/booking/setup.hpp"
#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"

#include <string>
#include <vector>

namespace suivant::office {

/// Which appointments are meant: all of it must hold, and an empty list means
/// any. Days and minutes are those of the clocks of each site, and of the start
/// of an appointment.
struct booking_filter {
  std::vector<booking::site_id> sites;
  calendar_day first;
  calendar_day last; // Included; at most 366 days.
  int from = 0;      // Minutes after midnight,
  int to = 1440;     // not included.
  std::vector<service_id> services;
  std::vector<booking::resource_id> resources; // Any of them: agents, rooms.

  bool operator==(const booking_filter&) const = default;
};

/// Who of a list is offered a place first.
enum class turn {
  by_start,   // Whose appointment was the earliest.
  by_booking, // Who had booked first.
  by_lot,     // Drawn, from the seed of the list.
};

/// How places are offered to those on a list.
struct list_terms {
  turn by = turn::by_start;
  std::uint32_t seed = 0; // Of the draw.
  int hold_hours = 24;    // For how long an offer keeps its place; 1 to 240.
  int offers_each = 3;    // Then the next ones only; 1 to 10.

  bool operator==(const list_terms&) const = default;
};

} // namespace suivant::office
