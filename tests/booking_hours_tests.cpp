// Opening times are clock times: what they mean as instants on days on which
// clocks change, in France, overseas and where there is no summer time.

#include "tests/support/on_the_wall.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;
using namespace std::chrono_literals;

namespace {

using std::chrono::days;
using std::chrono::minutes;

// "01:00+01:00 03:00+02:00": the starts of an opening on a day.
std::string starts(const zone& where, const std::string& day,
                   const std::string& from, const std::string& to,
                   minutes length) {
  auto out = std::string{};
  for (const auto& open : instants_of(where, date(day), {from_to(from, to)}))
    for (const auto start : starts_in(open, length, length))
      out += (out.empty() ? "" : " ") + text_of(where, start).substr(11);
  return out;
}

std::string problems_of(const std::vector<hours>& open) {
  auto found = inspection{};
  inspect(found, open, "hours");
  auto out = std::string{};
  for (const auto& it : found.take())
    out += it.where + ' ' + it.what + '\n';
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(opening_times)

BOOST_AUTO_TEST_CASE(a_day_in_spring_never_offers_the_hour_that_is_skipped) {
  BOOST_TEST(starts(paris(), "2026-03-29", "01:00", "05:00", 60min)
             == "01:00+01:00 03:00+02:00 04:00+02:00");
  // Opening within the skipped hour is opening at the skip.
  BOOST_TEST(starts(paris(), "2026-03-29", "02:30", "04:00", 30min)
             == "03:00+02:00 03:30+02:00");
  BOOST_TEST(starts(paris(), "2026-03-29", "02:00", "03:00", 15min) == "");
}

BOOST_AUTO_TEST_CASE(a_day_in_autumn_offers_the_hour_twice_that_comes_twice) {
  BOOST_TEST(starts(paris(), "2026-10-25", "01:00", "05:00", 60min)
             == "01:00+02:00 02:00+02:00 02:00+01:00 03:00+01:00 04:00+01:00");
  // A time that comes twice is the first, as an end too.
  BOOST_TEST(starts(paris(), "2026-10-25", "01:30", "02:30", 30min)
             == "01:30+02:00 02:00+02:00");
}

BOOST_AUTO_TEST_CASE(other_zones_change_their_clocks_on_other_days_or_never) {
  const auto& martinique = zone_in("America/Martinique");
  for (const auto* day : {"2026-03-29", "2026-10-25"})
    BOOST_TEST(starts(martinique, day, "01:00", "04:00", 60min)
               == "01:00-04:00 02:00-04:00 03:00-04:00");
  // Like North America: on the second Sunday of March.
  const auto& miquelon = zone_in("America/Miquelon");
  BOOST_TEST(starts(miquelon, "2026-03-08", "01:00", "05:00", 60min)
             == "01:00-03:00 03:00-02:00 04:00-02:00");
  BOOST_TEST(starts(miquelon, "2026-11-01", "00:00", "03:00", 60min)
             == "00:00-02:00 01:00-02:00 01:00-03:00 02:00-03:00");
  // Over the line of the date, and half an hour off.
  BOOST_TEST(starts(zone_in("Pacific/Marquesas"), "2026-03-29", "08:00",
                    "10:00", 60min)
             == "08:00-09:30 09:00-09:30");
}

BOOST_AUTO_TEST_CASE(a_clock_time_stays_when_clocks_change) {
  const auto before = at("2026-03-27 09:00");
  const auto after = at("2026-04-03 09:00");
  BOOST_TEST(text_of(paris(), before) == "2026-03-27T09:00+01:00");
  BOOST_TEST(text_of(paris(), after) == "2026-04-03T09:00+02:00");
  BOOST_TEST((after - before == days{7} - 1h));
}

BOOST_AUTO_TEST_CASE(two_days_before_is_the_same_clock_time) {
  const auto appointment = at("2026-03-30 10:30");
  const auto reminder = days_later(paris(), appointment, days{-2});
  BOOST_TEST(text_of(paris(), reminder) == "2026-03-28T10:30+01:00");
  BOOST_TEST((appointment - reminder == 47h));
}

BOOST_AUTO_TEST_CASE(midnight_ends_one_day_and_begins_the_next) {
  const auto night
      = instants_of(paris(), date("2026-10-24"), {from_to("22:00", "24:00")});
  const auto morning
      = instants_of(paris(), date("2026-10-25"), {from_to("00:00", "02:00")});
  BOOST_TEST((night.at(0).to == morning.at(0).from));
  BOOST_TEST((wall_time_of(paris(), night.at(0).to)
              == wall_time{date("2026-10-25"), 0}));
}

BOOST_AUTO_TEST_CASE(empty_inverted_and_overlapping_hours_are_refused) {
  BOOST_TEST(problems_of({from_to("09:00", "12:00"), from_to("12:00", "24:00")})
             == "");
  for (const auto& wrong :
       {from_to("09:00", "09:00"), from_to("17:00", "09:00"),
        from_to("22:00", "25:00"), hours{-60, 60}})
    BOOST_TEST(problems_of({wrong}) == "hours is_out_of_range\n");
  BOOST_TEST(problems_of({from_to("11:00", "15:00"), from_to("09:00", "12:00")})
             == "hours is_out_of_range\n");
}

BOOST_AUTO_TEST_CASE(a_rest_that_fills_no_step_is_not_offered_but_told) {
  BOOST_TEST(starts(paris(), "2026-06-01", "09:00", "10:10", 30min)
             == "09:00+02:00 09:30+02:00");
  BOOST_TEST(unused_minutes(from_to("09:00", "10:10"), 30) == 10);
  BOOST_TEST(unused_minutes(from_to("09:00", "10:00"), 30) == 0);
}

BOOST_AUTO_TEST_CASE(stretches_of_time_are_merged_before_they_are_taken_out) {
  const auto t = [](int minute) { return instant{minutes{minute}}; };
  const auto busy
      = merged({{t(30), t(40)}, {t(10), t(20)}, {t(15), t(30)}, {t(5), t(5)}});
  BOOST_TEST((busy == std::vector<interval>{{t(10), t(40)}}));
  const auto free = without({{t(0), t(60)}}, busy);
  BOOST_TEST((free == std::vector<interval>{{t(0), t(10)}, {t(40), t(60)}}));
  BOOST_TEST(without({{t(12), t(20)}}, busy).empty());
  BOOST_TEST((without({{t(20), t(50)}}, busy)
              == std::vector<interval>{{t(40), t(50)}}));
}

// The system's own rules say the same.
BOOST_AUTO_TEST_CASE(a_zone_as_a_value_tells_the_time_the_system_tells) {
  auto dice = std::mt19937{7};
  for (const auto* name :
       {"Europe/Paris", "America/Miquelon", "America/Martinique",
        "Indian/Reunion", "Pacific/Noumea", "Atlantic/Azores",
        "Australia/Lord_Howe", "Africa/Casablanca"}) {
    const auto known = calendar{name, 0};
    const auto& where = zone_in(name);
    for (auto i = 0; i < 2'000; ++i) {
      const auto when
          = instant{date("2001-01-01")} + minutes{dice() % 15'000'000};
      const auto shown = wall_time_of(where, when);
      const auto local = known.local(when).time_since_epoch();
      BOOST_TEST_REQUIRE(
          (shown.day.time_since_epoch() + minutes{shown.minute} == local));
      const auto back = instant_of(where, shown);
      BOOST_TEST_REQUIRE((wall_time_of(where, back) == shown));
      BOOST_TEST_REQUIRE(
          (back == when || back == when - 1h || back == when - 30min));
    }
    for (auto day = date("2025-01-01"); day < date("2028-01-01");
         day += days{1})
      BOOST_TEST_REQUIRE((instant_of(where, {day, 0}) == known.begin_of(day)));
  }
  BOOST_CHECK_THROW(zone_called("Europe/Atlantis"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
