// How many appointments an opening takes at a time: places for the public and
// for staff, families of services, the time between two, the gauge of a site.

#include "tests/support/appointments.hpp"

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

// One desk, and two services with time before and after.
setup with_buffers() {
  auto town = small_town();
  town.openings[0].hours = {from_to("09:00", "11:00")};
  town.openings[0].public_places = 1;
  town.openings[0].step = 5;
  town.openings[0].services.push_back({"vaccine"});
  town.services[0].after = 10;
  town.services.push_back({.id = {"vaccine"}, .minutes = {15}, .before = 15});
  return town;
}

} // namespace

BOOST_AUTO_TEST_SUITE(places)

BOOST_AUTO_TEST_CASE(are_counted_over_the_whole_time_of_an_appointment) {
  auto town = small_town();
  town.services.push_back({.id = {"wedding"}, .minutes = {30}});
  town.openings[0].services.push_back({"wedding"});
  town.openings[0].public_places = 1;
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  office.asked.service = {"wedding"}; // The day has a hole for two quarters.
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x1");
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
  BOOST_TEST(office.book("2026-06-01 09:30") == "granted");
  office.asked.service = {"passport"};
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x1");
}

BOOST_AUTO_TEST_CASE(of_one_start_are_as_many_as_were_offered) {
  auto town = small_town();
  town.openings[0].public_places = 3;
  auto office = appointments{town};
  for (const auto* left : {"09:00 x3", "09:00 x2", "09:00 x1"}) {
    BOOST_TEST(office.offered("2026-06-01").starts_with(left));
    BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  }
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:15 x3"));
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
}

BOOST_AUTO_TEST_CASE(kept_for_staff_are_not_shown_to_the_public) {
  auto town = small_town();
  town.openings[0].public_places = 1;
  town.openings[0].staff_places = 1;
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1"));
  office.asked.by_staff = true;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x2"));
  // Staff take from their own part as long as there is one.
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.by_staff = false;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1"));
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:15"));
  // And then from that of the public.
  office.asked.by_staff = true;
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  office.asked.by_staff = false;
  BOOST_TEST(office.book("2026-06-01 09:15") == "slot_taken");
}

BOOST_AUTO_TEST_CASE(a_public_that_took_its_part_leaves_the_rest_to_staff) {
  auto town = small_town();
  town.openings[0].public_places = 1;
  town.openings[0].staff_places = 1;
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
  office.asked.by_staff = true;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1"));
}

BOOST_AUTO_TEST_CASE(for_a_family_of_services_are_fewer_than_for_all) {
  auto town = small_town();
  town.services[0].family = "papers";
  town.services.push_back(
      {.id = {"residence"}, .family = "papers", .minutes = {15}});
  town.services.push_back({.id = {"other"}, .minutes = {15}});
  town.openings[0].services = {{"passport"}, {"residence"}, {"other"}};
  town.openings[0].public_places = 3;
  town.openings[0].families = {{"papers", 1}};
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1, 09:15 x1"));
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.service = {"residence"};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:15 x1"));
  BOOST_TEST(office.book("2026-06-01 09:00") == "slot_taken");
  office.asked.service = {"other"};
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x2, 09:15 x3"));
}

BOOST_AUTO_TEST_CASE(the_time_between_two_is_the_longer_of_both_or_their_sum) {
  struct pair_of_services {
    gap rule;
    const char* first;
    const char* second;
    const char* offered; // The first start after the first one.
  };
  const auto known = std::vector<pair_of_services>{
      {gap::max, "passport", "passport", "09:55"}, // 10 after, none before.
      {gap::max, "passport", "vaccine", "10:00"},  // 10 after, 15 before.
      {gap::max, "vaccine", "vaccine", "10:00"},
      {gap::max, "vaccine", "passport", "09:45"}, // Neither.
      {gap::sum, "passport", "passport", "09:55"},
      {gap::sum, "passport", "vaccine", "10:10"},
      {gap::sum, "vaccine", "vaccine", "10:00"},
      {gap::sum, "vaccine", "passport", "09:45"},
  };
  for (const auto& [rule, first, second, expected] : known) {
    auto town = with_buffers();
    town.gap = rule;
    auto office = appointments{town};
    office.asked.service = {first};
    BOOST_TEST(office.book("2026-06-01 09:30") == "granted");
    office.asked.service = {second};
    const auto offered = office.offered("2026-06-01");
    const auto after = offered.find(expected);
    BOOST_TEST(after != offered.npos, offered);
    for (auto minute = 30; minute < 60; minute += 5) {
      const auto start = "09:" + std::to_string(minute);
      BOOST_TEST((start >= expected || offered.find(start) == offered.npos),
                 start << " after " << first << ": " << offered);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_same_time_is_kept_in_front_of_what_was_taken_before) {
  auto office = appointments{with_buffers()};
  office.asked.service = {"vaccine"};
  BOOST_TEST(office.book("2026-06-01 10:00") == "granted");
  office.asked.service = {"passport"};
  BOOST_TEST(office.book("2026-06-01 09:35") == "slot_taken");
  BOOST_TEST(office.book("2026-06-01 09:30") == "granted");
}

BOOST_AUTO_TEST_CASE(desks_are_enough_though_no_desk_was_chosen_beforehand) {
  // Two desks; the long one fits beside two short ones, whoever came first.
  auto town = small_town();
  town.openings[0].step = 5;
  town.services.push_back({.id = {"long"}, .minutes = {30}});
  town.openings[0].services.push_back({"long"});
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  office.asked.service = {"long"};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:05") == "slot_taken");
}

BOOST_AUTO_TEST_CASE(cleaning_may_pass_closing_but_the_service_may_not) {
  auto town = small_town();
  town.openings[0].public_places = 1;
  town.services[0].after = 10;
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01").ends_with("09:45 x1"));
  town.services[0].after_may_pass_closing = false;
  office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01").ends_with("09:30 x1"));
  BOOST_TEST(office.book("2026-06-01 09:45") == "outside_opening");
}

BOOST_AUTO_TEST_CASE(the_time_after_goes_on_over_midnight) {
  for (const auto* zone : {"Europe/Paris", "Atlantic/Azores"}) {
    auto town = small_town();
    town.sites[0].zone = zone;
    town.openings[0].hours
        = {from_to("00:00", "00:45"), from_to("23:45", "24:00")};
    town.openings[0].public_places = 1;
    town.services[0].after = 20;
    auto office = appointments{town, "2026-05-28 08:00", zone};
    BOOST_TEST(office.book("2026-06-01 23:45") == "granted");
    BOOST_TEST(office.offered("2026-06-02") == "00:30 x1, 23:45 x1");
    BOOST_TEST(office.offered("2026-06-03").starts_with("00:00 x1"));
  }
}

BOOST_AUTO_TEST_CASE(an_appointment_keeps_what_was_agreed_on) {
  auto town = small_town();
  town.openings[0].public_places = 1;
  auto office = appointments{town};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  town.services[0].minutes = {30};
  town.services[0].after = 15;
  office.set_up(town);
  // The old one still ends at a quarter past, without cleaning.
  BOOST_TEST(office.offered("2026-06-01") == "09:15 x1, 09:30 x1");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(the_gauge)

BOOST_AUTO_TEST_CASE(counts_persons_of_all_services_at_one_time) {
  auto town = small_town();
  town.sites[0].gauge = 5;
  town.services[0].most_persons = 4;
  town.services.push_back({.id = {"pool"}, .minutes = {60}, .most_persons = 4});
  auto& pool = town.openings.emplace_back(town.openings[0]);
  pool.id = {"pool"};
  pool.services = {{"pool"}};
  auto office = appointments{town};
  office.asked.service = {"pool"};
  office.asked.persons = 3;
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.service = {"passport"};
  BOOST_TEST(office.offered("2026-06-01") == "");
  BOOST_TEST(office.book("2026-06-01 09:00") == "above_gauge");
  office.asked.persons = 2;
  BOOST_TEST(office.offered("2026-06-01")
             == "09:00 x1, 09:15 x1, 09:30 x1, 09:45 x1");
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  office.asked.persons = 1;
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x2, 09:30 x2, 09:45 x2");
}

BOOST_AUTO_TEST_CASE(counts_people_without_an_appointment_too) {
  auto town = small_town();
  town.sites[0].gauge = 3;
  auto office = appointments{town};
  office.asked.others = {
      {{"hall"},
       {office.at("2026-06-01 08:00"), office.at("2026-06-01 09:20")},
       2},
      {{"hall"},
       {office.at("2026-06-01 09:10"), office.at("2026-06-01 09:40")},
       1},
      {{"other"},
       {office.at("2026-06-01 08:00"), office.at("2026-06-01 11:00")},
       9},
  };
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x2, 09:45 x2");
  BOOST_TEST(office.book("2026-06-01 09:00") == "above_gauge");
}

BOOST_AUTO_TEST_CASE(does_not_count_who_does_not_come_inside) {
  auto town = small_town();
  town.sites[0].gauge = 1;
  town.services[0].places = {place_type::counter, place_type::phone};
  auto office = appointments{town};
  office.asked.place = place_type::phone;
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.place = place_type::counter;
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.stock.release(office.visits);
  office.asked.others
      = {{{"hall"},
          {office.at("2026-06-01 09:00"), office.at("2026-06-01 10:00")},
          1}};
  BOOST_TEST(office.offered("2026-06-01") == "");
  office.asked.place = place_type::phone;
  BOOST_TEST(office.offered("2026-06-01").starts_with("09:00 x1, 09:15 x2"));
}

BOOST_AUTO_TEST_SUITE_END()
