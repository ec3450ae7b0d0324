// An office of its own, with a site whose gauge binds and appointments every
// quarter of an hour.

#pragma once

#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

namespace suivant::tests {

/// `rule` are members of the booking rule of its service "papers".
inline json_value guarded_setup(int gauge, boost::json::object rule = {}) {
  auto setup = small_setup();
  auto booking = json_of(R"({
    "sites": [{"id": "town", "name": {"fr": "Mairie", "en": "Town hall"},
               "zone": "Europe/Paris"}],
    "openings": [{
      "id": "papers", "site": "town", "name": {"fr": "Papiers"},
      "days": {"first": "2026-03-02", "every": "daily"},
      "hours": [{"from": 480, "to": 1200}],
      "services": ["papers"], "public_places": 9, "step": 15}]})");
  booking.at("sites").at(0).as_object()["gauge"] = gauge;
  rule["id"] = "papers";
  rule["minutes"] = {15};
  booking.as_object()["services"] = {rule};
  setup.as_object()["booking"] = std::move(booking);
  return setup;
}

inline std::string guarded_office(const house& in, int gauge,
                                  boost::json::object rule = {}) {
  static auto counted = 0;
  const auto id = "guarded-" + std::to_string(++counted);
  auto adam = in.staff("adam");
  const auto made = adam.put("/api/v1/offices/" + id + "/setup",
                             guarded_setup(gauge, std::move(rule)));
  BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  return id;
}

} // namespace suivant::tests
