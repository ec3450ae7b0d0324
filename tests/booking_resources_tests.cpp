// Agents, rooms and devices: an appointment has all it needs, each of them
// able, there and free, or it is not offered.

#include "tests/support/appointments.hpp"

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

resource_setup agent(const std::string& name,
                     std::vector<service_id> skills = {{"passport"}}) {
  return {.id = {name},
          .site = {"hall"},
          .name = named(name),
          .skills = std::move(skills)};
}

resource_setup room(const std::string& name, int gauge, bool shared = false) {
  return {.id = {name},
          .site = {"hall"},
          .name = named(name),
          .kind = resource_kind::room,
          .gauge = gauge,
          .shared = shared};
}

// Five desks, so that only agents are scarce.
setup staffed_by(std::vector<resource_setup> resources,
                 std::vector<need> needs = {{}}) {
  auto town = small_town();
  town.openings[0].public_places = 5;
  town.resources = std::move(resources);
  town.services[0].needs = std::move(needs);
  return town;
}

std::string names(const std::vector<resource_id>& all) {
  auto out = std::string{};
  for (const auto& it : all)
    out += it.text + ' ';
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(resources)

BOOST_AUTO_TEST_CASE(there_are_as_many_appointments_as_agents_who_can_do_it) {
  auto office = appointments{staffed_by(
      {agent("amelie"), agent("bruno"), agent("chloe", {}), agent("dora")})};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x3"));
  for (auto i = 0; i < 3; ++i)
    BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:00") == "nobody_available");
}

BOOST_AUTO_TEST_CASE(agents_work_at_their_own_site_only) {
  auto town = staffed_by({agent("amelie"), agent("bruno")});
  town.sites.push_back({.id = {"annexe"}, .name = named("Annexe")});
  town.resources[1].site = {"annexe"};
  BOOST_TEST(appointments{town}.offered("2026-06-01").starts_with("09:00 x1"));
}

BOOST_AUTO_TEST_CASE(shifts_and_absences_say_when_somebody_is_there) {
  auto amelie = agent("amelie");
  amelie.shifts = {{.days = {.first = date("2026-06-01"),
                             .every = repeats::weekly,
                             .on = {{weekday::monday}, {weekday::tuesday}}},
                    .hours = {from_to("09:00", "09:50")}}};
  // Two absences that overlap are one, and one may end amid a slot.
  amelie.absent = {{{date("2026-06-02"), clock_time("09:00")},
                    {date("2026-06-02"), clock_time("09:20")}},
                   {{date("2026-06-02"), clock_time("09:10")},
                    {date("2026-06-02"), clock_time("09:25")}}};
  auto office = appointments{staffed_by({amelie})};
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x1, 09:15 x1, 09:30 x1");
  BOOST_TEST(office.offered("2026-06-02") == "09:30 x1");
  BOOST_TEST(office.offered("2026-06-03") == "");
  BOOST_TEST(office.book("2026-06-02 09:15") == "nobody_available");
}

BOOST_AUTO_TEST_CASE(an_absence_over_days_ends_by_the_clock) {
  auto amelie = agent("amelie");
  amelie.absent = {{{date("2026-03-27"), clock_time("12:00")},
                    {date("2026-03-30"), clock_time("09:30")}}};
  auto office = appointments{staffed_by({amelie}), "2026-03-01 08:00"};
  BOOST_TEST(office.offered("2026-03-27").starts_with("09:00 x1"));
  BOOST_TEST(office.offered("2026-03-29") == "");
  BOOST_TEST(office.offered("2026-03-30") == "09:30 x1, 09:45 x1");
}

BOOST_AUTO_TEST_CASE(all_that_is_needed_is_taken_together_or_nothing) {
  auto hall = room("wedding-hall", 0);
  auto office = appointments{
      staffed_by({agent("amelie"), agent("bruno"), agent("chloe"), hall},
                 {{.count = 2}, {.kind = resource_kind::room}})};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1"));
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(names(office.last.resources) == "amelie bruno wedding-hall ");
  BOOST_TEST(office.book("2026-06-01 09:00") == "nobody_available");
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
}

BOOST_AUTO_TEST_CASE(whoever_alone_can_do_something_is_spared_for_it) {
  // The second need is for amelie only; the first must not take her.
  auto office = appointments{staffed_by({agent("amelie"), agent("bruno")},
                                        {{}, {.among = {{"amelie"}}}})};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1"));
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(names(office.last.resources) == "amelie bruno ");
}

BOOST_AUTO_TEST_CASE(work_goes_round_to_who_has_least_that_day) {
  auto office = appointments{
      staffed_by({agent("amelie"), agent("bruno"), agent("chloe")})};
  auto chosen = std::string{};
  for (const auto* start : {"2026-06-01 09:00", "2026-06-01 09:15",
                            "2026-06-01 09:30", "2026-06-01 09:45"}) {
    BOOST_TEST(office.book(start) == "granted");
    chosen += names(office.last.resources);
  }
  BOOST_TEST(chosen == "amelie bruno chloe amelie ");
}

BOOST_AUTO_TEST_CASE(agents_and_rooms_need_the_time_between_too) {
  auto town = staffed_by({agent("amelie")});
  town.services[0].after = 10;
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x1, 09:45 x1");
}

BOOST_AUTO_TEST_CASE(time_after_the_service_may_pass_the_end_of_a_shift_too) {
  auto amelie = agent("amelie");
  amelie.shifts = {{.days = every_day(), .hours = {from_to("09:00", "09:30")}}};
  auto town = staffed_by({amelie});
  town.services[0].after = 10;
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x1, 09:15 x1");
  town.services[0].after_may_pass_closing = false;
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x1");
}

BOOST_AUTO_TEST_CASE(resources_serve_all_openings_and_services_of_a_site) {
  auto town = staffed_by({agent("amelie", {{"passport"}, {"visa"}})});
  town.services.push_back({.id = {"visa"}, .minutes = {30}, .needs = {{}}});
  town.openings.push_back(town.openings[0]);
  town.openings[1].id = {"visas"};
  town.openings[1].services = {{"visa"}};
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  office.asked.service = {"visa"};
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x1");
}

BOOST_AUTO_TEST_CASE(nobody_overbooks_an_agent) {
  auto office = appointments{staffed_by({agent("amelie")})};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  auto wanted = office.wanted("2026-06-01 09:00");
  wanted.what.by_staff = wanted.overbook = wanted.over_gauge = true;
  BOOST_TEST(office.book(wanted) == "nobody_available");
}

BOOST_AUTO_TEST_CASE(a_room_of_its_own_has_one_appointment_within_its_gauge) {
  auto town = staffed_by({room("small", 2), room("large", 8)},
                         {{.kind = resource_kind::room}});
  town.services[0].most_persons = 9;
  auto office = appointments{town};
  const auto known = std::vector<std::pair<int, const char*>>{
      {1, "09:00 x2"}, {2, "09:00 x2"}, {3, "09:00 x1"}, {8, "09:00 x1"}};
  for (const auto& [persons, offered] : known) {
    office.asked.persons = persons;
    BOOST_TEST(office.offered("2026-06-01").starts_with(offered));
  }
  office.asked.persons = 9;
  BOOST_TEST(office.offered("2026-06-01") == "");
  office.asked.persons = 5;
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(names(office.last.resources) == "large ");
  BOOST_TEST(office.book("2026-06-01 09:00") == "nobody_available");
}

BOOST_AUTO_TEST_CASE(a_shared_room_has_as_many_people_as_its_gauge) {
  auto town
      = staffed_by({room("basin", 6, true)}, {{.kind = resource_kind::room}});
  town.services[0].most_persons = 6;
  auto office = appointments{town};
  office.asked.persons = 4;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1"));
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:00") == "nobody_available");
  office.asked.persons = 1;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x2, 09:15 x5"));
  // More of the same: what one has is not in one's own way.
  office.asked.instead_of = office.visits;
  office.asked.persons = 6;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1"));
}

BOOST_AUTO_TEST_SUITE_END()
