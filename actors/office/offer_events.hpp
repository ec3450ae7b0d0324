// What can happen to many appointments at a time, and to places that are
// offered. Stored for ever, like all of events.hpp.

#pragma once

#include "actors/booking/claim.hpp"
#include "actors/office/commands.hpp"

namespace suivant::office {

/// Followed by what it means for each appointment.
struct campaign_began {
  campaign_id campaign;
  std::string reason;
  booking_filter of;
  list_terms terms;
  bool vouchers = true;
  bool closed = false;
  std::string by;
  std::vector<visit_id> skipped; // Shown to the asker, but no longer meant.
  bool operator==(const campaign_began&) const = default;
};
/// Called off by the office; it waits for another place.
struct visit_postponed {
  visit_id visit;
  campaign_id campaign;
  bool reachable = true; // By telephone or mail, as far as is known.
  bool operator==(const visit_postponed&) const = default;
};
/// Keeps a place beside what the visit has.
struct place_offered {
  visit_id visit;
  booking::claim claim;
  instant until;
  business_day day;
  std::string shown;
  bool operator==(const place_offered&) const = default;
};
struct offer_accepted {
  visit_id visit;
  bool operator==(const offer_accepted&) const = default;
};
struct offer_declined {
  visit_id visit;
  bool operator==(const offer_declined&) const = default;
};
/// Nobody answered in time.
struct offer_lapsed {
  visit_id visit;
  bool operator==(const offer_lapsed&) const = default;
};
/// All that was free for the list is offered.
struct places_ran_out {
  campaign_id campaign;
  bool operator==(const places_ran_out&) const = default;
};
/// Off the list for good: offers used up, list ended, booked otherwise.
struct list_left {
  visit_id visit;
  std::string reason;
  bool operator==(const list_left&) const = default;
};
/// What was kept for it is everybody's.
struct list_ended {
  campaign_id campaign;
  std::string reason;
  bool operator==(const list_ended&) const = default;
};
struct earlier_wanted {
  visit_id visit;
  instant from;
  instant until;
  bool operator==(const earlier_wanted&) const = default;
};
struct earlier_given_up {
  visit_id visit;
  std::string reason; // Of the office; empty: the visitor's wish.
  bool operator==(const earlier_given_up&) const = default;
};
/// A start that had become free fits nobody who waits: it is everybody's.
struct place_returned {
  booking::site_id site;
  service_id service;
  instant start;
  bool operator==(const place_returned&) const = default;
};

} // namespace suivant::office
