// Sessions of a group: the first appointment opens one, others take its seats,
// then wait for them.

#include "tests/support/appointments.hpp"

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

// A course with four seats, in one room, with one teacher.
setup course() {
  auto town = small_town();
  town.openings[0].hours = {from_to("09:00", "11:00")};
  town.openings[0].step = 60;
  town.openings[0].public_places = 1;
  town.resources = {{.id = {"teacher"},
                     .site = {"hall"},
                     .name = named("Zoé"),
                     .skills = {{"passport"}}},
                    {.id = {"classroom"},
                     .site = {"hall"},
                     .name = named("Salle"),
                     .kind = resource_kind::room,
                     .gauge = 10}};
  auto& service = town.services[0];
  service.minutes = {60};
  service.seats = 4;
  service.waiting_seats = 3;
  service.most_persons = 6;
  service.needs = {{}, {.kind = resource_kind::room}};
  return town;
}

std::string book(appointments& office, int persons, bool may_wait = false) {
  auto wanted = office.wanted("2026-06-01 09:00");
  wanted.what.persons = persons;
  wanted.may_wait = may_wait;
  // Later ones come later.
  wanted.what.now += milliseconds{static_cast<int>(office.visits.number)};
  return office.book(wanted);
}

session_key nine_o_clock(const appointments& office) {
  return {{"mornings"}, {"passport"}, office.at("2026-06-01 09:00")};
}

// Moves up who can be, and says whom: "5 3".
std::string move_up(appointments& office) {
  auto out = std::string{};
  while (auto next
         = next_to_be_seated(office.plan, office.stock, nine_o_clock(office),
                             office.asked.now)) {
    office.stock.take(next->visit, next->claim);
    out += (out.empty() ? "" : " ") + std::to_string(next->visit.number);
  }
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(a_session)

BOOST_AUTO_TEST_CASE(has_seats_for_all_persons_and_needs_its_place_once) {
  auto office = appointments{course()};
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x4, 10:00 x4");
  office.asked.persons = 2;
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x2, 10:00 x2");
  BOOST_TEST(book(office, 3) == "granted");
  const auto resources = office.last.resources;
  BOOST_TEST(book(office, 2) == "session_full");
  BOOST_TEST(book(office, 1) == "granted");
  BOOST_TEST((office.last.resources == resources));
  BOOST_TEST(book(office, 1) == "session_full");
  office.asked.persons = 5;
  BOOST_TEST(office.offered("2026-06-01") == "too_many_persons");
}

BOOST_AUTO_TEST_CASE(that_one_leaves_goes_on_with_the_others) {
  auto office = appointments{course()};
  for (auto i = 0; i < 4; ++i)
    BOOST_TEST(book(office, 1) == "granted");
  office.stock.release({1}); // Who opened it.
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x1, 10:00 x4");
  BOOST_TEST((office.stock.find(nine_o_clock(office))->seated.size() == 3u));
  for (const auto left : {2u, 3u, 4u})
    office.stock.release({left});
  BOOST_TEST((office.stock.find(nine_o_clock(office)) == nullptr));
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x4, 10:00 x4");
}

BOOST_AUTO_TEST_CASE(that_is_full_lets_some_wait) {
  auto office = appointments{course()};
  BOOST_TEST(book(office, 4) == "granted");
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x0 +3, 10:00 x4");
  BOOST_TEST(book(office, 2, true) == "granted");
  BOOST_TEST(office.last.waiting);
  BOOST_TEST(office.last.resources.empty());
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x0 +1, 10:00 x4");
  BOOST_TEST(book(office, 2, true) == "session_full");
  BOOST_TEST(book(office, 1, true) == "granted");
  BOOST_TEST(office.offered("2026-06-01") == "10:00 x4");
}

BOOST_AUTO_TEST_CASE(seats_who_waited_first_of_those_who_fit) {
  auto office = appointments{course()};
  BOOST_TEST(book(office, 1) == "granted");       // 1
  BOOST_TEST(book(office, 3) == "granted");       // 2
  BOOST_TEST(book(office, 2, true) == "granted"); // 3
  BOOST_TEST(book(office, 1, true) == "granted"); // 4
  BOOST_TEST(move_up(office) == "");
  office.stock.release({1});
  BOOST_TEST(move_up(office) == "4"); // Two do not fit into one seat.
  office.stock.release({2});
  BOOST_TEST(move_up(office) == "3");
  BOOST_TEST(persons_of(office.stock.find(nine_o_clock(office))->seated) == 3);
  BOOST_TEST(!office.stock.find({3})->claim.resources.empty());
}

BOOST_AUTO_TEST_CASE(whose_members_all_left_is_opened_again_by_who_waits) {
  auto office = appointments{course()};
  BOOST_TEST(book(office, 4) == "granted");
  BOOST_TEST(book(office, 3, true) == "granted");
  office.stock.release({1});
  BOOST_TEST(move_up(office) == "2");
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x1, 10:00 x4");
}

BOOST_AUTO_TEST_CASE(counts_in_the_gauge_of_the_site_by_who_comes) {
  auto town = course();
  town.sites[0].gauge = 3;
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x3, 10:00 x3");
  BOOST_TEST(book(office, 2) == "granted");
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x1, 10:00 x3");
  BOOST_TEST(book(office, 2) == "above_gauge");
}

BOOST_AUTO_TEST_CASE(is_held_in_a_room_that_has_space_for_all_its_seats) {
  auto town = course();
  town.resources[1].gauge = 3;
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01") == "");
  BOOST_TEST(book(office, 1) == "nobody_available");
}

BOOST_AUTO_TEST_CASE(in_a_shared_room_leaves_space_for_others) {
  auto town = course();
  town.resources[1].gauge = 6;
  town.resources[1].shared = true;
  town.openings[0].services.push_back({"bath"});
  town.openings[0].public_places = 5;
  town.services.push_back({.id = {"bath"},
                           .minutes = {60},
                           .most_persons = 6,
                           .needs = {{.kind = resource_kind::room}}});
  auto office = appointments{town};
  BOOST_TEST(book(office, 1) == "granted");
  office.asked.service = {"bath"};
  office.asked.persons = 3; // All four seats are kept free, of six.
  BOOST_TEST(office.book("2026-06-01 09:00") == "nobody_available");
  office.asked.persons = 2;
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.service = {"passport"};
  office.asked.persons = 1;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x3"));
  BOOST_TEST(book(office, 4) == "session_full");
  BOOST_TEST(book(office, 3) == "granted");
  // A hold that is confirmed does not stand in its own way.
  office.asked.instead_of = office.visits;
  BOOST_TEST(book(office, 3) == "granted");
  office.stock.release(office.visits);
  // More seats are not more space.
  office.asked.instead_of = {};
  town.services[0].seats = 6;
  office.set_up(town);
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x0 +3"));
}

BOOST_AUTO_TEST_CASE(
    opened_by_staff_is_joined_by_the_public_in_a_public_place) {
  auto town = course();
  town.openings[0].staff_places = 1;
  town.openings[0].public_places = 0;
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01") == "");
  office.asked.by_staff = true;
  BOOST_TEST(book(office, 1) == "granted");
  office.asked.by_staff = false;
  BOOST_TEST(office.offered("2026-06-01") == "");
  BOOST_TEST(book(office, 1) == "slot_taken");
  town.openings[0].public_places = 1;
  town.openings[0].staff_places = 0;
  office.set_up(town);
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x3, 10:00 x4");
  BOOST_TEST(book(office, 1) == "granted");
}

BOOST_AUTO_TEST_CASE(
    opened_by_staff_takes_a_public_place_once_the_public_comes) {
  auto town = course();
  town.resources.clear();
  town.services[0].needs.clear();
  town.services.push_back({.id = {"other"}, .minutes = {60}});
  town.openings[0].services.push_back({"other"});
  town.openings[0].staff_places = 1;
  auto office = appointments{town};
  office.asked.by_staff = true;
  BOOST_TEST(book(office, 1) == "granted");
  office.asked.by_staff = false;
  office.asked.service = {"other"};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.service = {"passport"};
  BOOST_TEST(office.offered("2026-06-01") == "10:00 x4");
  BOOST_TEST(book(office, 1) == "slot_taken");
  office.stock.release(office.visits);
  BOOST_TEST(book(office, 1) == "granted");
  office.asked.service = {"other"};
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
}

BOOST_AUTO_TEST_CASE(whose_seats_are_lowered_keeps_all_and_takes_no_more) {
  auto town = course();
  auto office = appointments{town};
  BOOST_TEST(book(office, 4) == "granted");
  town.services[0].seats = 2;
  office.set_up(town);
  BOOST_TEST(book(office, 1) == "session_full");
  town.services[0].seats = 6;
  office.set_up(town);
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x2, 10:00 x6");
}

BOOST_AUTO_TEST_CASE(may_be_overbooked_by_staff) {
  auto office = appointments{course()};
  BOOST_TEST(book(office, 4) == "granted");
  auto wanted = office.wanted("2026-06-01 09:00");
  wanted.what.by_staff = wanted.overbook = true;
  BOOST_TEST(office.book(wanted) == "granted");
  BOOST_TEST(office.last.overbooked);
  BOOST_TEST(!office.last.resources.empty());
}

BOOST_AUTO_TEST_SUITE_END()
