// Taking a place: who comes first, holds, moves, overbooking, limits of one
// person, and what is near when it is too late.

#include "tests/support/appointments.hpp"

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;
using namespace std::chrono_literals;

namespace {

setup one_desk() {
  auto town = small_town();
  town.openings[0].public_places = 1;
  return town;
}

std::string near_to(const appointments& office, const std::string& start) {
  auto out = std::string{};
  for (const auto& it :
       near(office.plan, office.stock, office.asked, office.at(start)))
    out += text_of(paris(), it.start).substr(5, 11) + ' ';
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(taking_a_place)

BOOST_AUTO_TEST_CASE(the_last_one_goes_to_exactly_one) {
  auto office = appointments{one_desk()};
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:15") == "slot_taken");
  BOOST_TEST(near_to(office, "2026-06-01 09:15")
             == "06-01T09:00 06-01T09:30 06-01T09:45 ");
}

BOOST_AUTO_TEST_CASE(what_is_near_may_be_on_other_days_but_is_never_further) {
  auto town = one_desk();
  town.openings[0].hours = {from_to("09:00", "09:15")};
  town.sites[0].closed = {{{date("2026-06-02"), 0}, {date("2026-06-05"), 0}}};
  auto office = appointments{town};
  BOOST_TEST(near_to(office, "2026-06-01 09:00")
             == "05-29T09:00 05-30T09:00 05-31T09:00 ");
  office.asked.now = office.at("2026-06-01 12:00");
  BOOST_TEST(near_to(office, "2026-06-01 09:00")
             == "06-05T09:00 06-06T09:00 06-07T09:00 ");
  town.sites[0].closed = {{{date("2026-05-01"), 0}, {date("2027-06-05"), 0}}};
  office.set_up(town);
  BOOST_TEST(near_to(office, "2026-06-01 09:00") == "");
}

BOOST_AUTO_TEST_CASE(it_is_refused_for_the_reason_nearest_to_a_yes) {
  struct start_and_reason {
    const char* start;
    const char* reason;
  };
  const auto known = std::vector<start_and_reason>{
      {"2026-06-01 08:45", "outside_opening"},
      {"2026-06-01 09:50", "outside_opening"},
      {"2026-06-01 22:00", "outside_opening"},
      {"2026-07-14 09:00", "outside_opening"}, // A holiday.
      {"2026-05-28 09:00", "too_soon"},
      {"2026-09-01 09:00", "too_far"},
      {"2026-06-01 09:10", "start_not_offered"},
      {"2026-06-01 09:00", "granted"},
  };
  auto town = one_desk();
  town.services[0].notice = 120;
  auto office = appointments{town};
  for (const auto& [start, reason] : known)
    BOOST_TEST(office.book(start) == reason, start);
}

BOOST_AUTO_TEST_CASE(a_hold_takes_a_place_until_it_is_released) {
  auto office = appointments{one_desk()};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  const auto held = office.visits;
  const auto until = office.asked.now + 15min;
  office.stock.take(held, office.last, until);
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
  BOOST_TEST(office.stock.ended_holds(until - 1ms).empty());
  BOOST_TEST((office.stock.ended_holds(until) == std::vector{held}));
  // Ended, but nobody else came: its owner still has it, and confirms.
  office.asked.instead_of = held;
  auto confirmed
      = place(office.plan, office.stock, office.wanted("2026-06-01 09:00"));
  office.stock.take(held, std::get<claim>(confirmed));
  BOOST_TEST(office.stock.ended_holds(until + 1h).empty());
  // Released, and somebody else came.
  office.stock.release(held);
  office.asked.instead_of = {};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.instead_of = held;
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
}

BOOST_AUTO_TEST_CASE(moving_does_not_stand_in_its_own_way) {
  auto town = one_desk();
  town.sites[0].gauge = 1;
  town.services[0].minutes = {30};
  town.services[0].after = 10;
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:15") == "slot_taken");
  office.asked.instead_of = office.visits;
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x1, 09:15 x1, 09:30 x1");
  const auto moved
      = place(office.plan, office.stock, office.wanted("2026-06-01 09:15"));
  office.stock.take(office.visits, std::get<claim>(moved));
  office.asked.instead_of = {};
  BOOST_TEST(office.offered("2026-06-01") == "");
}

BOOST_AUTO_TEST_CASE(what_was_released_is_free_again) {
  auto office = appointments{one_desk()};
  const auto before = office.offered("2026-06-01");
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.stock.release(office.visits);
  office.stock.release(office.visits);
  BOOST_TEST(office.offered("2026-06-01") == before);
  BOOST_TEST(office.stock.all().empty());
}

BOOST_AUTO_TEST_CASE(staff_overbook_knowingly_and_never_above_the_gauge) {
  auto town = one_desk();
  town.sites[0].gauge = 2;
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  auto wanted = office.wanted("2026-06-01 09:00");
  wanted.overbook = wanted.over_gauge = true;
  BOOST_TEST(office.book(wanted) == "slot_taken"); // Visitors may not.
  wanted.what.by_staff = true;
  wanted.overbook = wanted.over_gauge = false;
  BOOST_TEST(office.book(wanted) == "slot_taken");
  wanted.overbook = true;
  BOOST_TEST(office.book(wanted) == "granted");
  BOOST_TEST(office.last.overbooked);
  BOOST_TEST(!office.last.above_gauge);
  BOOST_TEST(office.book(wanted) == "above_gauge");
  wanted.over_gauge = true;
  BOOST_TEST(office.book(wanted) == "granted");
  BOOST_TEST(office.last.above_gauge);
  // Off the grid, but within opening hours and not in the past.
  wanted.start = office.at("2026-06-01 09:20");
  BOOST_TEST(office.book(wanted) == "granted");
  BOOST_TEST(office.last.overbooked);
  wanted.start = office.at("2026-06-01 09:55");
  BOOST_TEST(office.book(wanted) == "outside_opening");
  wanted.start = office.at("2026-05-28 09:20");
  wanted.what.now = office.at("2026-05-28 09:21");
  BOOST_TEST(office.book(wanted) == "too_soon");
}

BOOST_AUTO_TEST_CASE(the_right_to_overbook_marks_nothing_that_has_a_place) {
  auto office = appointments{one_desk()};
  auto wanted = office.wanted("2026-06-01 09:00");
  wanted.what.by_staff = wanted.overbook = wanted.over_gauge = true;
  BOOST_TEST(office.book(wanted) == "granted");
  BOOST_TEST(!office.last.overbooked);
  BOOST_TEST(!office.last.above_gauge);
}

BOOST_AUTO_TEST_CASE(the_emptiest_of_several_sites_is_chosen) {
  auto town = small_town();
  town.sites.push_back({.id = {"annexe"}, .name = named("Annexe")});
  town.openings.push_back(town.openings[0]);
  town.openings[1].id = {"annexe"};
  town.openings[1].site = {"annexe"};
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x4"));
  auto chosen = std::string{};
  for (auto i = 0; i < 4; ++i) {
    BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
    chosen += office.last.site.text + ' ';
  }
  BOOST_TEST(chosen == "hall annexe hall annexe ");
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
  // Equally empty at that time: the one that has less to do that day.
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  BOOST_TEST((office.last.site == site_id{"hall"}));
  office.asked.site = {"annexe"};
  BOOST_TEST(office.book("2026-06-01 09:30") == "granted");
  office.asked.site = {"hall"};
  BOOST_TEST(office.book("2026-06-01 09:45") == "granted");
  office.asked.site = {};
  BOOST_TEST(office.book("2026-06-01 09:30") == "granted");
  BOOST_TEST((office.last.site == site_id{"hall"}));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(one_person)

BOOST_AUTO_TEST_CASE(has_one_appointment_at_a_time_unless_allowed_more) {
  auto town = small_town();
  auto office = appointments{town};
  auto wanted = office.wanted("2026-06-01 09:00");
  wanted.person = "alice";
  BOOST_TEST(office.book(wanted) == "granted");
  BOOST_TEST(office.book(wanted) == "booked_at_that_time");
  wanted.start = office.at("2026-06-01 09:15");
  BOOST_TEST(office.book(wanted) == "granted");
  wanted.start = office.at("2026-06-01 09:00");
  wanted.person = "bob";
  BOOST_TEST(office.book(wanted) == "granted");
  town.services[0].limits.at_one_time = true;
  office = appointments{town};
  for (auto i = 0; i < 2; ++i)
    BOOST_TEST(office.book(wanted) == "granted");
}

BOOST_AUTO_TEST_CASE(books_for_so_many_persons_a_day_and_in_thirty_days) {
  auto town = small_town();
  town.services[0].minutes = {5};
  town.services[0].most_persons = 4;
  town.services[0].limits = {.a_day = 4, .in_30_days = 6};
  auto office = appointments{town, "2026-05-28 08:00"};
  const auto book = [&](const std::string& start, int persons) {
    auto wanted = office.wanted(start);
    wanted.person = "alice";
    wanted.what.persons = persons;
    return office.book(wanted);
  };
  BOOST_TEST(book("2026-06-01 09:00", 4) == "granted"); // A family of four.
  BOOST_TEST(book("2026-06-01 09:15", 1) == "too_many_that_day");
  BOOST_TEST(book("2026-06-02 09:00", 3) == "too_many_in_30_days");
  BOOST_TEST(book("2026-06-30 09:00", 2) == "granted"); // The thirtieth day.
  BOOST_TEST(book("2026-06-15 09:00", 1) == "too_many_in_30_days");
  BOOST_TEST(book("2026-05-31 09:00", 3) == "too_many_in_30_days");
  BOOST_TEST(book("2026-07-01 09:00", 4) == "granted"); // Out of the window.
  BOOST_TEST(book("2026-07-20 09:00", 1) == "too_many_in_30_days");
  // Moving does not count twice, and whoever is not known is not limited.
  office.asked.instead_of = office.visits;
  BOOST_TEST(book("2026-07-02 09:00", 4) == "granted");
  office.asked.instead_of = {};
  for (const auto* start : {"2026-06-05 09:00", "2026-06-05 09:15"})
    BOOST_TEST(office.book(start) == "granted");
}

BOOST_AUTO_TEST_CASE(may_change_and_cancel_until_the_notice_of_the_service) {
  auto town = small_town();
  town.services[0].change_notice = 120;
  town.services[0].cancel_notice = 60;
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  const auto start = office.last.time.from;
  BOOST_TEST(!too_late_to_change(office.plan, office.last, start - 2h));
  BOOST_TEST((too_late_to_change(office.plan, office.last, start - 2h + 1ms)
              == refusal::too_late_to_change));
  BOOST_TEST(!too_late_to_cancel(office.plan, office.last, start - 1h));
  BOOST_TEST((too_late_to_cancel(office.plan, office.last, start - 1h + 1ms)
              == refusal::too_late_to_cancel));
  town.services[0].id = {"other"};
  town.openings[0].services = {{"other"}};
  office.set_up(town);
  BOOST_TEST(!too_late_to_cancel(office.plan, office.last, start));
}

BOOST_AUTO_TEST_SUITE_END()
