// A house whose offices take appointments: one desk, Monday to Friday from nine
// to twelve.

#pragma once

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"
#include "tests/support/on_tuesday.hpp"

#include <boost/test/unit_test.hpp>

namespace suivant::tests {

using namespace std::chrono_literals;
using boost::json::object;

constexpr auto tuesday = "2026-03-10";

inline json_value setup_with_appointments() {
  auto setup = small_setup();
  setup.as_object()["booking"] = json_of(R"({
    "hold_minutes": 15,
    "sites": [{"id": "town", "name": {"fr": "Mairie", "en": "Town hall"},
               "zone": "Europe/Paris"}],
    "openings": [{
      "id": "papers", "site": "town", "name": {"fr": "Papiers"},
      "days": {"first": "2026-03-02", "every": "weekly",
               "on": [{"day": "monday"}, {"day": "tuesday"},
                      {"day": "wednesday"}, {"day": "thursday"},
                      {"day": "friday"}]},
      "hours": [{"from": 540, "to": 720}],
      "services": ["papers"], "public_places": 1, "staff_places": 1,
      "step": 15}],
    "services": [{"id": "papers", "minutes": [15, 25, 35],
                  "most_persons": 3, "change_notice": 60,
                  "cancel_notice": 60}]})");
  return setup;
}

struct taking_appointments : as_described {
  explicit taking_appointments(
      std::function<void(config::program_options&)> with = {})
      : here{monday_morning, std::move(with)} {}

  house here;
  caller adam = here.staff("adam");
  caller anybody = here.visitor();
  std::string office = new_office();

  std::string new_office() {
    static auto counted = 0;
    const auto id = "booking-" + std::to_string(++counted);
    const auto made = adam.put("/api/v1/offices/" + id + "/setup",
                               setup_with_appointments());
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
    return id;
  }

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  heard hold(instant start, int persons = 1,
             const std::string& key = new_key()) {
    return here.visitor().post(path("/holds"),
                               object{{"service", "papers"},
                                      {"start", ms(start)},
                                      {"persons", persons},
                                      {"language", "fr"}},
                               key);
  }

  /// Holds the link of an appointment.
  caller booked(instant start, const std::string& phone = "0612345678") {
    const auto held = hold(start);
    BOOST_REQUIRE_MESSAGE(held.status == 201, held.text);
    auto by = here.visitor();
    by.link = held.at("/token").as_string();
    const auto sure = by.post(
        "/api/v1/visit/confirm",
        object{{"person", {{"name", "Mme Martin"}, {"phone", phone}}}},
        new_key());
    BOOST_REQUIRE_MESSAGE(sure.status == 201, sure.text);
    BOOST_TEST(sure.at("/visit/phase") == "booked");
    return by;
  }

  std::int64_t facts() {
    return adam.get(path("/hash")).at("/fact").to_number<std::int64_t>();
  }
};

} // namespace suivant::tests
