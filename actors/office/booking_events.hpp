// What can happen to appointments before anybody comes. Stored for ever, like
// all of events.hpp.

#pragma once

#include "actors/booking/claim.hpp"
#include "actors/office/command_parts.hpp"

#include <vector>

namespace suivant::office {

struct slot_held {
  visit_id visit;
  booking::claim claim;
  instant until;
  business_day day;  // On which it is to be.
  std::string shown; // Its start, on the clocks of its site, with the offset.
  office::channel channel = office::channel::web;
  std::string language;
  std::string token_hash;
  visit_id follows; // The first appointment, of a follow-up.
  bool operator==(const slot_held&) const = default;
};
/// The hold ended before anybody confirmed it.
struct hold_expired {
  visit_id visit;
  bool operator==(const hold_expired&) const = default;
};
struct visit_booked {
  visit_id visit;
  booking::claim claim;
  sealed_person person;
  bool renewed = false; // The hold had ended; the place was free all the same.
  std::string reason;   // Of going beyond places or gauge.
  std::vector<std::string> applications = {}; // As hashes; see appointment.
  bool operator==(const visit_booked&) const = default;
};
/// Another start; or, for one that waits for a seat, a seat.
struct booking_moved {
  visit_id visit;
  booking::claim claim;
  business_day day;
  std::string shown;
  std::string reason;
  bool operator==(const booking_moved&) const = default;
};

} // namespace suivant::office
