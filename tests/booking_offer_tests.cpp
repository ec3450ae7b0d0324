// Which starts of a day are offered: by hours, grid, notice, horizon, holidays
// and closures, whatever is taken.

#include "tests/support/appointments.hpp"

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

std::string month_of(const appointments& office, const std::string& first,
                     const std::string& last) {
  const auto found = days_left(office.plan, office.stock, office.asked,
                               date(first), date(last));
  auto out = std::string{};
  for (const auto& it : std::get<std::vector<day_left>>(found))
    out += (out.empty() ? "" : " ")
           + (it.open ? std::to_string(it.starts) : "-");
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(what_is_offered)

BOOST_AUTO_TEST_CASE(every_step_from_which_the_service_ends_before_closing) {
  auto office = appointments{};
  BOOST_TEST(office.offered("2026-06-01")
             == "09:00 x2, 09:15 x2, 09:30 x2, 09:45 x2");
  // The last partial one is not offered, and a rest is nobody's.
  auto town = small_town();
  town.openings[0].hours = {from_to("09:00", "09:40")};
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x2, 09:15 x2");
  town.services[0].minutes = {20};
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x2, 09:15 x2");
  town.openings[0].hours
      = {from_to("14:00", "14:30"), from_to("09:00", "09:20")};
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x2, 14:00 x2");
}

BOOST_AUTO_TEST_CASE(services_of_several_steps_end_before_closing_too) {
  auto town = small_town();
  town.services[0].minutes = {};
  town.services[0].steps = 3;
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x2, 09:15 x2");
  town.openings[0].step = 20;
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x2");
}

BOOST_AUTO_TEST_CASE(more_persons_take_longer_by_a_table) {
  auto town = small_town();
  town.services[0].minutes = {15, 25, 35};
  town.services[0].each_more = 5;
  town.services[0].most_persons = 5;
  auto office = appointments{town};
  const auto known = std::vector<std::pair<int, const char*>>{
      {0, "needs_more_persons"},
      {1, "09:00 x2, 09:15 x2, 09:30 x2, 09:45 x2"},
      {2, "09:00 x2, 09:15 x2, 09:30 x2"},
      {3, "09:00 x2, 09:15 x2"},
      {5, "09:00 x2, 09:15 x2"}, // 45 minutes.
      {6, "too_many_persons"},
  };
  for (const auto& [persons, expected] : known) {
    office.asked.persons = persons;
    BOOST_TEST(office.offered("2026-06-01") == expected);
  }
  office.asked.persons = 4;
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  BOOST_TEST((office.last.time.to == office.at("2026-06-01 09:40")));
}

BOOST_AUTO_TEST_CASE(clocks_that_change_lose_an_hour_or_offer_it_twice) {
  auto town = small_town();
  town.openings[0].hours = {from_to("01:00", "05:00")};
  town.openings[0].step = 60;
  town.services[0].minutes = {60};
  town.services[0].horizon_days = 365;
  auto office = appointments{town, "2026-02-01 08:00"};
  BOOST_TEST(office.offered("2026-03-28")
             == "01:00 x2, 02:00 x2, 03:00 x2, 04:00 x2");
  BOOST_TEST(office.offered("2026-03-29") == "01:00 x2, 03:00 x2, 04:00 x2");
  BOOST_TEST(office.offered("2026-10-25")
             == "01:00 x2, 02:00 x2, 02:00 x2, 03:00 x2, 04:00 x2");
  town.sites[0].zone = "Atlantic/Azores"; // 00:00 becomes 01:00.
  office = appointments{town, "2026-02-01 08:00", "Atlantic/Azores"};
  BOOST_TEST(office.offered("2026-03-29")
             == "01:00 x2, 02:00 x2, 03:00 x2, 04:00 x2");
  town.sites[0].zone = "America/Miquelon";
  office = appointments{town, "2026-02-01 08:00", "America/Miquelon"};
  BOOST_TEST(office.offered("2026-03-08") == "01:00 x2, 03:00 x2, 04:00 x2");
}

BOOST_AUTO_TEST_CASE(sites_of_one_office_keep_their_own_clocks) {
  auto town = small_town();
  town.sites.push_back({.id = {"fort-de-france"},
                        .name = named("Fort-de-France"),
                        .zone = "America/Martinique",
                        .holidays = {.region = region::martinique}});
  town.openings.push_back(town.openings[0]);
  town.openings[1].id = {"overseas"};
  town.openings[1].site = {"fort-de-france"};
  auto office = appointments{town};
  office.asked.site = {"fort-de-france"};
  // Six hours behind Paris in summer: "today" is theirs.
  BOOST_TEST(office.offered("2026-06-01")
             == "15:00 x2, 15:15 x2, 15:30 x2, 15:45 x2");
  office.asked.now = office.at("2026-06-01 23:00");
  office.asked.site = {};
  BOOST_TEST(office.offered("2026-06-01") == "");
  BOOST_TEST(office.offered("2026-06-02").starts_with("09:00 x2"));
  office.asked.site = {"nowhere"};
  BOOST_TEST(office.offered("2026-06-01") == "no_such_site");
}

BOOST_AUTO_TEST_CASE(now_is_rounded_up_to_the_next_start) {
  auto office = appointments{small_town(), "2026-06-01 09:16"};
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x2, 09:45 x2");
  office.asked.now = office.at("2026-06-01 09:30");
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x2, 09:45 x2");
  auto town = small_town();
  town.services[0].notice = 20;
  office = appointments{town, "2026-06-01 09:05"};
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x2, 09:45 x2");
  office.asked.by_staff = true; // Notice is for the public.
  BOOST_TEST(office.offered("2026-06-01") == "09:15 x2, 09:30 x2, 09:45 x2");
}

BOOST_AUTO_TEST_CASE(the_furthest_day_is_given_out_as_the_office_chose) {
  struct moment_and_offer {
    release rule;
    const char* now;
    const char* offered;
  };
  const auto all = "09:00 x2, 09:15 x2, 09:30 x2, 09:45 x2";
  const auto known = std::vector<moment_and_offer>{
      {release::opening_time, "2026-06-01 08:59", ""},
      {release::opening_time, "2026-06-01 09:00", all},
      {release::midnight, "2026-05-31 23:59", ""},
      {release::midnight, "2026-06-01 00:00", all},
      {release::continuous, "2026-06-01 08:59", ""},
      {release::continuous, "2026-06-01 09:15", "09:00 x2, 09:15 x2"},
      {release::continuous, "2026-06-01 10:00", all},
  };
  for (const auto& [rule, now, offered] : known) {
    auto town = small_town();
    town.services[0].horizon_days = 14;
    town.services[0].release = rule;
    auto office = appointments{town, now};
    BOOST_TEST(office.offered("2026-06-15") == offered, now);
    BOOST_TEST(office.offered("2026-06-14") == all);
    BOOST_TEST(office.offered("2026-06-16") == "");
    office.asked.by_staff = true;
    BOOST_TEST(office.offered("2026-06-16") == all);
  }
}

BOOST_AUTO_TEST_CASE(a_horizon_is_counted_by_clock_times) {
  auto town = small_town();
  town.services[0].horizon_days = 7;
  auto office = appointments{town, "2026-03-23 08:59"};
  BOOST_TEST(office.offered("2026-03-30") == ""); // Clocks change on the 29th.
  office.asked.now = office.at("2026-03-23 09:00");
  BOOST_TEST(office.offered("2026-03-30").starts_with("09:00"));
}

BOOST_AUTO_TEST_CASE(holidays_close_and_a_day_opened_on_purpose_overrides) {
  auto town = small_town();
  auto office = appointments{town, "2026-07-01 08:00"};
  BOOST_TEST(office.offered("2026-07-13") != "");
  BOOST_TEST(office.offered("2026-07-14") == ""); // A Tuesday.
  auto& opening = town.openings[0];
  opening.days = once("2026-07-14");
  BOOST_TEST(appointments(town, "2026-07-01 08:00").offered("2026-07-14")
             == "");
  opening.on_holidays = true;
  opening.days.on = {{weekday::tuesday}};
  BOOST_TEST(appointments(town, "2026-07-01 08:00").offered("2026-07-14")
             == "09:00 x2, 09:15 x2, 09:30 x2, 09:45 x2");
  opening.days.on = {{weekday::wednesday}}; // Somebody mistook the date.
  BOOST_TEST(appointments(town, "2026-07-01 08:00").offered("2026-07-14")
             == "");
}

BOOST_AUTO_TEST_CASE(a_series_does_not_open_its_place_on_another_regions_day) {
  auto town = small_town();
  town.sites[0].holidays.region = region::reunion;
  auto office = appointments{town, "2026-12-01 08:00"};
  BOOST_TEST(office.offered("2026-12-20") == "");
  office = appointments{small_town(), "2026-12-01 08:00"};
  BOOST_TEST(office.offered("2026-12-20") != "");
}

BOOST_AUTO_TEST_CASE(single_days_have_other_hours_or_none) {
  auto town = small_town();
  town.openings[0].instead = {
      {date("2026-06-02"), {from_to("14:00", "14:30")}},
      {date("2026-06-03"), {}},
  };
  auto office = appointments{town};
  BOOST_TEST(month_of(office, "2026-06-01", "2026-06-04") == "4 2 - 4");
  BOOST_TEST(office.offered("2026-06-02") == "14:00 x2, 14:15 x2");
}

BOOST_AUTO_TEST_CASE(closures_take_out_what_they_cover_and_keep_the_grid) {
  auto town = small_town();
  town.sites[0].closed = {
      {{date("2026-06-01"), clock_time("09:10")},
       {date("2026-06-01"), clock_time("09:20")}},
      {{date("2026-06-03"), 0}, {date("2026-06-05"), clock_time("09:30")}},
  };
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01") == "09:30 x2, 09:45 x2");
  BOOST_TEST(month_of(office, "2026-06-01", "2026-06-06") == "2 4 0 0 2 4");
}

BOOST_AUTO_TEST_CASE(night_hours_are_two_parts) {
  auto town = small_town();
  town.openings[0].hours
      = {from_to("00:00", "00:30"), from_to("23:30", "24:00")};
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01")
             == "00:00 x2, 00:15 x2, 23:30 x2, 23:45 x2");
}

BOOST_AUTO_TEST_CASE(other_types_of_place_are_offered_if_the_service_has_them) {
  auto town = small_town();
  town.services[0].places = {place_type::counter, place_type::phone};
  auto office = appointments{town};
  office.asked.place = place_type::phone;
  BOOST_TEST(office.offered("2026-06-01") != "place_type_not_offered");
  office.asked.place = place_type::home;
  BOOST_TEST(office.offered("2026-06-01") == "place_type_not_offered");
  office.asked.service = {"wedding"};
  BOOST_TEST(office.offered("2026-06-01") == "no_such_service");
}

BOOST_AUTO_TEST_CASE(a_packed_opening_goes_on_where_an_appointment_ends) {
  auto town = small_town();
  auto& opening = town.openings[0];
  opening.grid = grid::packed;
  opening.step = 5;
  opening.public_places = 1;
  town.services.push_back({.id = {"photo"}, .minutes = {10}});
  opening.services.push_back({"photo"});
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01")
             == "09:00 x1, 09:15 x1, 09:30 x1, 09:45 x1");
  office.asked.service = {"photo"};
  BOOST_TEST(office.book("2026-06-01 09:00") == "granted");
  office.asked.service = {"passport"};
  BOOST_TEST(office.offered("2026-06-01") == "09:10 x1, 09:25 x1, 09:40 x1");
  BOOST_TEST(office.book("2026-06-01 09:15") == "start_not_offered");
  BOOST_TEST(office.book("2026-06-01 09:25") == "granted");
  BOOST_TEST(office.offered("2026-06-01") == "09:10 x1, 09:40 x1");
  // Now is rounded up to the step, and the day goes on from there.
  office.asked.now = office.at("2026-06-01 09:41");
  BOOST_TEST(office.offered("2026-06-01") == "09:45 x1");
}

BOOST_AUTO_TEST_CASE(a_packed_opening_keeps_the_time_between) {
  auto town = small_town();
  auto& opening = town.openings[0];
  opening.grid = grid::packed;
  opening.step = 5;
  opening.public_places = 1;
  town.services[0].after = 10;
  town.services[0].before = 5;
  auto office = appointments{town};
  BOOST_TEST(office.offered("2026-06-01") == "09:00 x1, 09:25 x1");
  town.gap = gap::sum;
  BOOST_TEST(appointments{town}.offered("2026-06-01") == "09:00 x1, 09:30 x1");
}

BOOST_AUTO_TEST_CASE(a_month_tells_how_many_starts_each_day_has) {
  auto town = small_town();
  town.openings[0].days = {.first = date("2026-06-01"),
                           .every = repeats::weekly,
                           .on = {{weekday::monday}, {weekday::wednesday}}};
  auto office = appointments{town};
  BOOST_TEST(month_of(office, "2026-05-31", "2026-06-08")
             == "- 4 - 4 - - - - 4");
  for (auto i = 0; i < 2; ++i)
    BOOST_TEST(office.book("2026-06-03 09:15") == "granted");
  BOOST_TEST(office.book("2026-06-01 09:15") == "granted");
  BOOST_TEST(month_of(office, "2026-06-01", "2026-06-03") == "4 - 3");
  office.asked.service = {"wedding"};
  BOOST_TEST(
      (std::get<refusal>(days_left(office.plan, office.stock, office.asked,
                                   date("2026-06-01"), date("2026-06-02")))
       == refusal::no_such_service));
}

BOOST_AUTO_TEST_SUITE_END()
