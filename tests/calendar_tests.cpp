// Every instant belongs to exactly one business day, also when clocks change.

#include "actors/common/calendar.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace std::chrono_literals;

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr auto paris = "Europe/Paris";
constexpr auto in_three_zones
    = {"Europe/Paris", "America/Martinique", "Pacific/Noumea"};
constexpr auto cut_overs = {0, 150, 180};

business_day day(int year, unsigned month, unsigned of_month) {
  return std::chrono::year{year} / std::chrono::month{month}
         / std::chrono::day{of_month};
}

instant utc(business_day on, minutes after_midnight) {
  return instant{on} + after_midnight;
}

const auto spring = day(2026, 3, 29);  // Paris: 02:00 becomes 03:00.
const auto autumn = day(2026, 10, 25); // Paris: 03:00 becomes 02:00.

} // namespace

BOOST_AUTO_TEST_SUITE(a_calendar)

BOOST_AUTO_TEST_CASE(a_day_begins_at_the_cut_over_on_the_wall_clock) {
  const auto it = calendar{paris, 180};
  const auto winter = day(2026, 1, 15);
  BOOST_TEST((it.begin_of(winter) == utc(winter, 2h)));
  BOOST_TEST((it.day_of(utc(winter, 2h)) == winter));
  BOOST_TEST((it.day_of(utc(winter, 2h) - 1ms) == winter - days{1}));
  const auto summer = day(2026, 7, 15);
  BOOST_TEST((it.begin_of(summer) == utc(summer, 1h)));
}

BOOST_AUTO_TEST_CASE(a_cut_over_that_spring_skips_is_the_skip) {
  BOOST_TEST((calendar{paris, 150}.begin_of(spring) == utc(spring, 1h)));
  BOOST_TEST((calendar{paris, 180}.begin_of(spring) == utc(spring, 1h)));
  BOOST_TEST(
      (calendar{paris, 0}.begin_of(spring) == utc(spring - days{1}, 23h)));
}

BOOST_AUTO_TEST_CASE(a_cut_over_that_comes_twice_is_the_first) {
  BOOST_TEST((calendar{paris, 150}.begin_of(autumn) == utc(autumn, 30min)));
  BOOST_TEST((calendar{paris, 180}.begin_of(autumn) == utc(autumn, 2h)));
  BOOST_TEST(
      (calendar{paris, 0}.begin_of(autumn) == utc(autumn - days{1}, 22h)));
}

BOOST_AUTO_TEST_CASE(the_hour_that_comes_twice_is_one_day_after_the_first) {
  const auto it = calendar{paris, 150};
  for (auto after = 30min; after < 24h; after += 1min)
    BOOST_TEST_REQUIRE((it.day_of(utc(autumn, after)) == autumn));
  BOOST_TEST((it.day_of(utc(autumn, 30min) - 1ms) == autumn - days{1}));
}

BOOST_AUTO_TEST_CASE(zones_without_summer_time_have_days_of_one_length) {
  for (const auto* zone : {"America/Martinique", "Pacific/Noumea"})
    for (const auto cut_over : cut_overs) {
      const auto it = calendar{zone, cut_over};
      for (auto on = day(2026, 1, 1); on < day(2028, 1, 1); on += days{1})
        BOOST_TEST_REQUIRE(
            (it.begin_of(on + days{1}) - it.begin_of(on) == 24h));
    }
}

BOOST_AUTO_TEST_CASE(days_of_paris_last_a_day_but_for_two_a_year) {
  for (const auto cut_over : cut_overs) {
    const auto it = calendar{paris, cut_over};
    auto unusual = std::vector<minutes>{};
    for (auto on = day(2026, 1, 1); on < day(2027, 1, 1); on += days{1}) {
      const auto length = it.begin_of(on + days{1}) - it.begin_of(on);
      if (length != 24h)
        unusual.push_back(std::chrono::floor<minutes>(length));
    }
    auto total = minutes{};
    for (const auto length : unusual)
      total += length - minutes{24h};
    BOOST_TEST(total.count() == 0);
    BOOST_TEST(unusual.size() >= 2u);
  }
}

BOOST_AUTO_TEST_CASE(every_instant_falls_in_exactly_one_day) {
  for (const auto* zone : in_three_zones)
    for (const auto cut_over : cut_overs) {
      const auto it = calendar{zone, cut_over};
      auto before = it.day_of(instant{day(2026, 1, 1)});
      for (auto at = instant{day(2026, 1, 1)}; at < instant{day(2028, 1, 1)};
           at += 17min) {
        const auto on = it.day_of(at);
        BOOST_TEST_REQUIRE((it.begin_of(on) <= at));
        BOOST_TEST_REQUIRE((at < it.begin_of(on + days{1})));
        BOOST_TEST_REQUIRE((on == before || on == before + days{1}));
        before = on;
      }
    }
}

BOOST_AUTO_TEST_CASE(the_order_of_asking_changes_no_answer) {
  const auto asked = calendar{paris, 150};
  for (auto after = 47h; after >= -24h; after -= 1h)
    for (const auto on : {spring, autumn}) {
      const auto at = utc(on, after);
      const auto fresh = calendar{paris, 150};
      BOOST_TEST_REQUIRE((asked.day_of(at) == fresh.day_of(at)));
    }
}

BOOST_AUTO_TEST_CASE(a_zone_nobody_knows_is_refused) {
  BOOST_TEST(!is_zone("Europe/Atlantis"));
  BOOST_TEST(is_zone("Indian/Reunion"));
  BOOST_CHECK_THROW((calendar{"Europe/Atlantis", 180}), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
