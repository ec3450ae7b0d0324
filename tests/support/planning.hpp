// An office with agents and appointments over HTTP, as its staff plan it.

#pragma once

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"
#include "tests/support/on_tuesday.hpp"

#include <boost/test/unit_test.hpp>

namespace suivant::tests {

using namespace std::chrono_literals;

// Two desks on Tuesdays, one of them for staff; permits need an agent.
inline json_value setup_with_agents() {
  auto setup = small_setup();
  setup.as_object()["booking"] = json_of(R"({
    "hold_minutes": 15,
    "sites": [{"id": "town", "name": {"fr": "Mairie", "en": "Town hall"},
               "zone": "Europe/Paris"}],
    "resources": [
      {"id": "roux", "site": "town", "name": {"fr": "Mme Roux"},
       "skills": ["permits"], "counter": "3"},
      {"id": "haddad", "site": "town", "name": {"fr": "M. Haddad"},
       "skills": ["permits"]}],
    "openings": [
      {"id": "papers", "site": "town", "name": {"fr": "Papiers"},
       "days": {"first": "2026-03-03", "every": "weekly",
                "on": [{"day": "tuesday"}]},
       "hours": [{"from": 540, "to": 720}], "services": ["papers"],
       "public_places": 1, "staff_places": 1, "step": 15},
      {"id": "permits", "site": "town", "name": {"fr": "Permis"},
       "days": {"first": "2026-03-03", "every": "weekly",
                "on": [{"day": "tuesday"}]},
       "hours": [{"from": 540, "to": 720}], "services": ["permits"],
       "public_places": 2, "step": 30}],
    "services": [
      {"id": "papers", "minutes": [15], "limits": {"a_day": 1}},
      {"id": "permits", "minutes": [30], "needs": [{"kind": "agent"}],
       "sensitive": true}]})");
  return setup;
}

inline boost::json::object person(const std::string& name,
                                  const std::string& phone = "") {
  return {{"name", name}, {"phone", phone}};
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct planning : as_described {
  house& here = town();
  caller rachid = here.staff("rachid");
  caller sophie = here.staff("sophie");
  std::string office = new_office();

  std::string new_office() {
    static auto counted = 0;
    const auto id = "agenda-" + std::to_string(++counted);
    auto adam = here.staff("adam");
    const auto made
        = adam.put("/api/v1/offices/" + id + "/setup", setup_with_agents());
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
    return id;
  }

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  heard book(const char* service, instant start,
             boost::json::object more = {}) {
    more["service"] = service;
    more["start"] = ms(start);
    return rachid.command(office, "book", more);
  }

  std::int64_t booked(const char* service, instant start,
                      boost::json::object more = {}) {
    const auto made = book(service, start, std::move(more));
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
    return made.at("/visit/id").to_number<std::int64_t>();
  }

  heard agenda(const std::string& more = "") {
    return rachid.get(path("/agenda?first=2026-03-10&last=2026-03-10" + more));
  }

  json_value away(const char* who, int from, int to) {
    const auto at = [](int hour) {
      return boost::json::object{{"day", "2026-03-10"}, {"minute", hour * 60}};
    };
    return boost::json::object{{"resource", who},
                               {"span", {{"from", at(from)}, {"to", at(to)}}}};
  }
};

} // namespace suivant::tests
