// The town hall with appointments: residence and weddings, a quarter of an hour
// each, at one desk from nine to noon UTC every day.

#pragma once

#include "tests/support/town_hall.hpp"

namespace suivant::tests {

inline const auto mairie_site = booking::site_id{"mairie"};
inline const auto annexe_site = booking::site_id{"annexe"};

/// UTC, and Paris as it has its clocks in 2026 and 2027.
inline booking::zones clocks_known() {
  using namespace std::chrono;
  const auto spring = instant{sys_days{year{2027} / March / 28}} + 1h;
  const auto autumn = instant{sys_days{year{2027} / October / 31}} + 1h;
  const auto winter = instant{sys_days{year{2026} / October / 25}} + 1h;
  return {{"Etc/UTC", {"Etc/UTC", {}}},
          {"Europe/Paris",
           {"Europe/Paris", {{winter, 1h}, {spring, 2h}, {autumn, 1h}}}}};
}

inline office::setup booked_hall(int places = 1) {
  auto setup = town_hall();
  setup.zone = "Etc/UTC";
  setup.booking.sites
      = {{.id = mairie_site, .name = {{"fr", "Mairie"}}, .zone = "Etc/UTC"}};
  setup.booking.openings
      = {{.id = {"mornings"},
          .site = mairie_site,
          .name = {{"fr", "Le matin"}},
          .days = {.first = std::chrono::year{2026} / std::chrono::January / 1,
                   .every = booking::repeats::daily},
          .hours = {{9 * 60, 12 * 60}},
          .services = {residence, weddings},
          .public_places = places}};
  setup.booking.services
      = {{.id = residence, .minutes = {15}}, {.id = weddings, .minutes = {15}}};
  return setup;
}

/// Two desks, and one more each day for each of some lists.
inline office::setup hall_with_kept_places() {
  auto setup = booked_hall(2);
  auto kept = setup.booking.openings[0];
  for (const auto* list : {"list-1", "list-2", "list-3", "list-5"}) {
    kept.id = {std::string{"kept-"} + list};
    kept.kept_for = {list};
    kept.public_places = 1;
    setup.booking.openings.push_back(kept);
  }
  return setup;
}

} // namespace suivant::tests
