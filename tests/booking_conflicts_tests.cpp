// After a change of the set-up: which appointments no longer fit, and why.

#include "actors/booking/booking_json.hpp"
#include "actors/booking/conflicts.hpp"
#include "tests/support/appointments.hpp"

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

setup staffed_town() {
  auto town = small_town();
  town.sites[0].gauge = 10;
  town.resources = {{.id = {"amelie"},
                     .site = {"hall"},
                     .name = named("Amélie"),
                     .skills = {{"passport"}}},
                    {.id = {"bruno"},
                     .site = {"hall"},
                     .name = named("Bruno"),
                     .skills = {{"passport"}}}};
  town.services[0].needs = {{}};
  return town;
}

// Four appointments: two at nine, by amelie and bruno, and two later.
appointments booked(const setup& town) {
  auto office = appointments{town};
  for (const auto* start : {"09:00", "09:00", "09:15", "09:45"})
    BOOST_TEST(office.book(std::string{"2026-06-01 "} + start) == "granted");
  return office;
}

// "4 closed, 2 resource_absent bruno"
template <class Change>
std::string conflicts_after(const appointments& office, setup town,
                            Change change) {
  change(town);
  const auto changed = plan_of(town, all_zones());
  auto out = std::string{};
  for (const auto& it : conflicts(changed, office.stock, office.asked.now)) {
    const auto why = to_json(std::vector{it}).at(0).at("why").as_string();
    out += (out.empty() ? "" : ", ") + std::to_string(it.visit.number) + ' '
           + std::string{why} + (it.resource.empty() ? "" : " ")
           + it.resource.text;
  }
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(no_longer_fitting)

BOOST_AUTO_TEST_CASE(is_nothing_without_a_change) {
  const auto town = staffed_town();
  BOOST_TEST(conflicts_after(booked(town), town, [](setup&) {}) == "");
}

BOOST_AUTO_TEST_CASE(are_those_whose_hours_were_shortened_or_taken_away) {
  const auto town = staffed_town();
  const auto office = booked(town);
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.openings[0].hours
                                   = {from_to("09:00", "09:30")};
                             })
             == "4 closed");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.openings[0].days.except
                                   = {date("2026-06-01")};
                             })
             == "1 closed, 2 closed, 3 closed, 4 closed");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.sites[0].holidays.also = {date("2026-06-01")};
                             })
             == "1 closed, 2 closed, 3 closed, 4 closed");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.sites[0].closed = {
                                   {{date("2026-06-01"), clock_time("09:20")},
                                    {date("2026-06-01"), clock_time("09:50")}}};
                             })
             == "3 closed, 4 closed");
}

BOOST_AUTO_TEST_CASE(are_those_whose_agent_is_away_or_no_longer_able) {
  const auto town = staffed_town();
  const auto office = booked(town);
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.resources[1].absent
                                   = {{{date("2026-06-01"), 0},
                                       {date("2026-06-02"), 0}}};
                             })
             == "2 resource_absent bruno, 4 resource_absent bruno");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.resources[0].shifts
                                   = {{.days = every_day(),
                                       .hours = {from_to("09:00", "09:20")}}};
                             })
             == "3 resource_absent amelie");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) { it.resources[1].skills = {}; })
             == "2 resource_gone bruno, 4 resource_gone bruno");
  BOOST_TEST(
      conflicts_after(office, town, [](setup& it) { it.resources.pop_back(); })
      == "2 resource_gone bruno, 4 resource_gone bruno");
}

BOOST_AUTO_TEST_CASE(are_the_later_ones_of_too_many) {
  auto town = staffed_town();
  const auto office = booked(town);
  BOOST_TEST(
      conflicts_after(office, town,
                      [](setup& it) { it.openings[0].public_places = 1; })
      == "2 over_places");
  BOOST_TEST(
      conflicts_after(office, town, [](setup& it) { it.sites[0].gauge = 1; })
      == "2 over_gauge");
  // The one that does not fit is not counted against those after it.
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.openings[0].public_places = 1;
                               it.services[0].minutes = {60};
                             })
             == "2 over_places");
}

BOOST_AUTO_TEST_CASE(are_those_of_a_family_that_is_limited) {
  auto town = staffed_town();
  town.services[0].family = "papers";
  const auto office = booked(town);
  BOOST_TEST(conflicts_after(
                 office, town,
                 [](setup& it) { it.openings[0].families = {{"papers", 1}}; })
             == "2 over_places");
}

BOOST_AUTO_TEST_CASE(are_those_of_what_is_gone) {
  const auto town = staffed_town();
  const auto office = booked(town);
  const auto all = [](const std::string& why) {
    return "1 " + why + ", 2 " + why + ", 3 " + why + ", 4 " + why;
  };
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.sites.clear();
                               it.openings.clear();
                               it.resources.clear();
                             })
             == all("site_gone"));
  BOOST_TEST(
      conflicts_after(office, town, [](setup& it) { it.openings.clear(); })
      == all("opening_gone"));
  BOOST_TEST(
      conflicts_after(office, town, [](setup& it) { it.services.clear(); })
      == all("service_gone"));
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) { it.openings[0].services.clear(); })
             == all("service_gone"));
}

BOOST_AUTO_TEST_CASE(is_nothing_that_was_agreed_on_and_only_offered_otherwise) {
  const auto town = staffed_town();
  const auto office = booked(town);
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.services[0].minutes = {50};
                               it.services[0].after = 60;
                               it.services[0].horizon_days = 0;
                               it.services[0].notice = 100'000;
                               it.openings[0].step = 60;
                               it.openings[0].grid = grid::packed;
                             })
             == "");
}

BOOST_AUTO_TEST_CASE(is_not_what_staff_overbooked_but_for_hours_and_absences) {
  auto town = small_town();
  town.openings[0].public_places = 1;
  auto office = appointments{town};
  auto wanted = office.wanted("2026-06-01 09:05");
  wanted.what.by_staff = wanted.overbook = true;
  for (auto i = 0; i < 3; ++i)
    BOOST_TEST(office.book(wanted) == "granted");
  BOOST_TEST(conflicts_after(office, town, [](setup&) {}) == "");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.openings[0].hours
                                   = {from_to("09:15", "10:00")};
                             })
             == "1 closed, 2 closed, 3 closed");
}

BOOST_AUTO_TEST_CASE(is_not_what_is_over_already) {
  const auto town = staffed_town();
  auto office = booked(town);
  office.asked.now = office.at("2026-06-01 09:20");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) {
                               it.openings[0].hours
                                   = {from_to("14:00", "15:00")};
                             })
             == "3 closed, 4 closed");
}

BOOST_AUTO_TEST_CASE(are_those_without_a_seat_when_seats_are_lowered) {
  auto town = small_town();
  town.services[0].seats = 4;
  town.services[0].waiting_seats = 2;
  town.services[0].most_persons = 4;
  auto office = appointments{town};
  for (const auto persons : {2, 1, 1, 1}) {
    auto wanted = office.wanted("2026-06-01 09:00");
    wanted.what.persons = persons;
    wanted.may_wait = true;
    BOOST_TEST(office.book(wanted) == "granted");
  }
  BOOST_TEST(office.last.waiting);
  BOOST_TEST(conflicts_after(office, town, [](setup&) {}) == "");
  BOOST_TEST(
      conflicts_after(office, town, [](setup& it) { it.services[0].seats = 2; })
      == "2 over_seats, 3 over_seats");
}

BOOST_AUTO_TEST_CASE(is_nothing_of_a_session_whose_service_has_none_any_more) {
  auto town = small_town();
  town.openings[0].public_places = 1;
  town.services[0].seats = 4;
  auto office = appointments{town};
  for (auto i = 0; i < 3; ++i)
    BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(
      conflicts_after(office, town, [](setup& it) { it.services[0].seats = 0; })
      == "");
}

BOOST_AUTO_TEST_CASE(are_those_whose_room_is_no_longer_shared) {
  auto town = small_town();
  town.resources = {{.id = {"room"},
                     .site = {"hall"},
                     .name = named("Salle"),
                     .kind = resource_kind::room,
                     .gauge = 4,
                     .shared = true}};
  town.services[0].needs = {{.kind = resource_kind::room}};
  auto office = appointments{town};
  for (auto i = 0; i < 2; ++i)
    BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(conflicts_after(office, town, [](setup&) {}) == "");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) { it.resources[0].shared = false; })
             == "2 resource_taken room");
}

BOOST_AUTO_TEST_CASE(are_those_whose_room_has_become_too_small) {
  auto town = small_town();
  town.resources = {{.id = {"room"},
                     .site = {"hall"},
                     .name = named("Salle"),
                     .kind = resource_kind::room,
                     .gauge = 4}};
  town.services[0].needs = {{.kind = resource_kind::room}};
  town.services[0].most_persons = 4;
  auto office = appointments{town};
  office.asked.persons = 4;
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.persons = 2;
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  BOOST_TEST(conflicts_after(office, town,
                             [](setup& it) { it.resources[0].gauge = 3; })
             == "1 over_room room");
}

BOOST_AUTO_TEST_SUITE_END()
