// What an office can be asked about appointments, and about places that it
// offers itself.

#pragma once

#include "actors/office/campaign.hpp"
#include "actors/office/command_parts.hpp"

#include <vector>

namespace suivant::office {

// -- appointments: visits that have not arrived yet ---------------------------

/// Keeps a place for some minutes, for somebody who is about to book it.
struct hold_slot {
  service_id service;
  booking::site_id site; // Empty: any.
  instant start;
  int persons = 1;
  booking::place_type place = booking::place_type::counter;
  bool may_wait = false; // For a seat in a session that is full.
  office::channel channel = office::channel::web;
  std::string language = "fr";
  std::string token_hash; // Of the visitor's link; empty when there is none.
  visit_id follows; // The first appointment, if this is to be its follow-up.
  door_quota quota = {};
};
/// Makes an appointment of a hold, whatever its version: once. A hold that has
/// ended is renewed if its start is still free. What is held as its follow-up
/// is booked in the same step, or neither is.
struct confirm_booking {
  visit_ref visit;
  std::string person_key; // Opaque: whose appointments count together.
  sealed_person person;
  std::vector<std::string> applications = {}; // Keyed hashes of their numbers.
  door_quota quota = {};
};
/// Both in one step, by staff.
struct book {
  service_id service;
  booking::site_id site; // Empty: any.
  instant start;
  int persons = 1;
  booking::place_type place = booking::place_type::counter;
  bool may_wait = false;
  bool overbook = false;   // Beyond the places, and off the grid;
  bool over_gauge = false; // and beyond the gauge of the site: supervisors.
  std::string reason;      // Needed for these two.
  office::channel channel = office::channel::reception;
  std::string language = "fr";
  std::string token_hash;
  std::string person_key;
  sealed_person person;
  std::vector<std::string> applications = {};
};
/// Another start, or another site, for the same service and persons.
struct move_booking {
  visit_ref visit;
  instant start;
  booking::site_id site;         // Empty: any.
  booking::resource_id resource; // Who is to take it, by staff; empty: any.
  bool overbook = false;         // By staff; as above.
  bool over_gauge = false;
  std::string reason;
  door_quota quota = {};
};

/// How somebody with an appointment says that they are there.
enum class entrance { desk, door, link, kiosk };

struct arrive {
  visit_ref visit;
  entrance by = entrance::desk;
};

// -- places that are offered -------------------------------------------------

/// Calls off all appointments meant that have not begun, under a name of its
/// own. With `vouchers` they wait for another place, which the office offers
/// them; without, they are cancelled. With `close` nothing may be booked in
/// their stead: the times are closed at the sites, or the resources absent.
struct cancel_many {
  campaign_id campaign;
  booking_filter of;
  std::string reason;
  bool vouchers = true;
  bool close = false; // Not of some services only.
  list_terms terms;
  std::vector<visit_id> seen; // Whom the asker was shown; see `skipped`.
  std::vector<visit_id> unreachable;
};
/// What was kept for the list is everybody's; who is left is cancelled. Offers
/// that are open stay so until they end.
struct end_list {
  campaign_id campaign;
};
/// `start` is the one offered: the answer to an older offer is refused.
struct accept_offer {
  visit_ref visit;
  instant start;
};
struct decline_offer {
  visit_ref visit;
  instant start;
};
/// Asks for a start between these two, should one become free.
struct wait_for_earlier {
  visit_ref visit;
  instant from;
  instant until; // Before the one that is booked.
};
struct give_up_waiting {
  visit_ref visit;
};

} // namespace suivant::office
