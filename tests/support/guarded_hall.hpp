// Stories of a town hall whose gauge binds.

#pragma once

#include "actors/office/gauge.hpp"
#include "tests/support/booked_hall.hpp"

namespace suivant::tests {

// Counters one and two stand in the town hall, three in its annexe.
inline office::setup guarded(int gauge, int in_annexe = 0) {
  auto setup = booked_hall(4);
  setup.booking.sites[0].gauge = gauge;
  setup.booking.sites.push_back(setup.booking.sites[0]);
  setup.booking.sites[1].id = annexe_site;
  setup.booking.sites[1].gauge = in_annexe;
  setup.counters[2].site = annexe_site;
  return setup;
}

inline given at_work(const office::setup& setup) {
  return given_bookings(setup)
      .after(0, office::sign_in{one, {"amelie"}}, amelie)
      .after(0, office::sign_in{two, {"bruno"}}, bruno)
      .after(0, office::sign_in{three, {"chloe"}}, machine);
}

inline office::take_ticket group(int persons) {
  auto asked = ticket_for(residence);
  asked.persons = persons;
  return asked;
}

// Two with a visit of one person each, and room for one more person.
inline given nearly_full() {
  return at_work(guarded(2))
      .after(1, ticket_for(residence))
      .after(2, ticket_for(residence))
      .after(3, office::call_next{one}, amelie);
}

inline given full() {
  return nearly_full().after(3, office::count_inside{mairie_site, 1}, amelie);
}

inline int inside(const given& story,
                  const booking::site_id& site = mairie_site) {
  return office::gauge_at(story.now(), site).inside;
}

} // namespace suivant::tests
