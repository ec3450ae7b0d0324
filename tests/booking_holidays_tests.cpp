// Public holidays of each part of France, and of countries that bring a table
// of their own, are known for any year without anybody typing them in.

#include "actors/booking/holidays.hpp"
#include "tests/support/on_the_wall.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

std::string day_text(calendar_day day) {
  return text_of(zone{}, instant{day}).substr(0, 10);
}

std::string year_of(const holiday_setup& site, int year) {
  auto out = std::string{};
  for (const auto& it : holidays_in(site, year))
    out += day_text(it.day).substr(5) + ' ' + it.name + '\n';
  return out;
}

// What a region has that the metropole has not, and the other way round.
std::string beside_metropole(region where, int year) {
  const auto usual = holidays_in({}, year);
  auto out = std::string{};
  for (const auto& it : holidays_in({.region = where}, year))
    if (std::ranges::find(usual, it) == usual.end())
      out += day_text(it.day).substr(5) + ' ' + it.name + '\n';
  return out;
}

std::string problem_of(const holiday_rule& rule) {
  auto found = inspection{};
  inspect(found, {.rules = {rule}}, "holidays");
  const auto problems = found.take();
  return problems.empty()
             ? ""
             : problems.front().where + ' ' + problems.front().what;
}

} // namespace

BOOST_AUTO_TEST_SUITE(public_holidays)

BOOST_AUTO_TEST_CASE(easter_falls_where_the_church_says) {
  const auto known = {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19",
                      "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
                      "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                      "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19"};
  for (const auto* day : known)
    BOOST_TEST(day_text(easter_sunday(std::stoi(day))) == day);
  for (auto year = 1583; year < 3000; ++year)
    BOOST_TEST_REQUIRE((weekday_of(easter_sunday(year)) == weekday::sunday));
}

BOOST_AUTO_TEST_CASE(france_has_eleven_a_year) {
  BOOST_TEST(year_of({}, 2026)
             == "01-01 new_year\n04-06 easter_monday\n05-01 labour_day\n"
                "05-08 victory_1945\n05-14 ascension\n05-25 whit_monday\n"
                "07-14 national_day\n08-15 assumption\n11-01 all_saints\n"
                "11-11 armistice_1918\n12-25 christmas\n");
  // Ascension on the first of May: two names, one day.
  BOOST_TEST(year_of({}, 2008).find("05-01 ascension\n05-01 labour_day\n")
             != std::string::npos);
}

BOOST_AUTO_TEST_CASE(each_region_adds_its_own) {
  const auto known = std::vector<std::pair<region, std::string>>{
      {region::metropole, ""},
      {region::alsace_moselle, "04-03 good_friday\n12-26 saint_stephen\n"},
      {region::guadeloupe, "05-27 abolition_of_slavery\n"},
      {region::guyane, "06-10 abolition_of_slavery\n"},
      {region::martinique, "05-22 abolition_of_slavery\n"},
      {region::mayotte, "04-27 abolition_of_slavery\n"},
      {region::reunion, "12-20 abolition_of_slavery\n"},
      {region::saint_barthelemy, "10-09 abolition_of_slavery\n"},
      {region::saint_martin, "05-28 abolition_of_slavery\n"},
  };
  for (const auto& [where, expected] : known)
    BOOST_TEST(beside_metropole(where, 2026) == expected);
  BOOST_TEST(year_of({.region = region::none}, 2026) == "");
}

BOOST_AUTO_TEST_CASE(a_site_adds_and_removes_its_own) {
  auto site = holiday_setup{};
  BOOST_TEST(is_holiday(site, date("2026-05-25")));
  site.without = {"whit_monday"};
  BOOST_TEST(!is_holiday(site, date("2026-05-25")));
  BOOST_TEST(!is_holiday(site, date("2027-05-17")));
  BOOST_TEST(is_holiday(site, date("2026-05-14")));
  site.also = {date("2026-12-24")};
  BOOST_TEST(is_holiday(site, date("2026-12-24")));
  BOOST_TEST(!is_holiday(site, date("2027-12-24")));
  site.except = {date("2026-11-11")};
  BOOST_TEST(!is_holiday(site, date("2026-11-11")));
  BOOST_TEST(is_holiday(site, date("2027-11-11")));
  const auto year = year_of(site, 2026);
  BOOST_TEST(year.find("whit_monday") == year.npos);
  BOOST_TEST(year.find("armistice") == year.npos);
  BOOST_TEST(year.find("12-24 \n") != year.npos);
}

BOOST_AUTO_TEST_CASE(another_country_brings_a_table_of_its_own) {
  const auto site = holiday_setup{
      .region = region::none,
      .rules = {
          {.name = "thanksgiving",
           .kind = holiday_kind::nth_weekday,
           .month = 11,
           .on = {weekday::thursday, 4}},
          {.name = "memorial_day",
           .kind = holiday_kind::nth_weekday,
           .month = 5,
           .on = {weekday::monday, -1}},
          {.name = "corpus_christi",
           .kind = holiday_kind::easter,
           .days_after = 60},
          {.name = "juneteenth", .month = 6, .day = 19, .first_year = 2021},
          {.name = "once", .month = 6, .day = 3, .last_year = 2020},
          {.name = "leap", .month = 2, .day = 29},
      }};
  BOOST_TEST(year_of(site, 2026) == "05-25 memorial_day\n06-04 corpus_christi\n"
                                    "06-19 juneteenth\n11-26 thanksgiving\n");
  BOOST_TEST(year_of(site, 2020) == "02-29 leap\n05-25 memorial_day\n"
                                    "06-03 once\n06-11 corpus_christi\n"
                                    "11-26 thanksgiving\n");
}

BOOST_AUTO_TEST_CASE(a_fifth_weekday_is_passed_over_in_a_month_without_one) {
  const auto site = holiday_setup{.region = region::none,
                                  .rules = {{.name = "fifth",
                                             .kind = holiday_kind::nth_weekday,
                                             .month = 6,
                                             .on = {weekday::monday, -5}}}};
  BOOST_TEST(year_of(site, 2026) == "06-01 fifth\n"); // 1 and 29 June.
  BOOST_TEST(year_of(site, 2027) == "");              // 7 to 28 June.
}

BOOST_AUTO_TEST_CASE(asking_for_a_day_is_asking_for_the_year) {
  for (const auto where :
       {region::alsace_moselle, region::reunion, region::none}) {
    const auto site = holiday_setup{.region = where, .without = {"ascension"}};
    for (auto year = 2024; year < 2030; ++year) {
      const auto known = holidays_in(site, year);
      const auto end = calendar_day{std::chrono::year{year + 1} / 1 / 1};
      for (auto day = calendar_day{std::chrono::year{year} / 1 / 1}; day < end;
           day += std::chrono::days{1})
        BOOST_TEST_REQUIRE(is_holiday(site, day)
                           == std::ranges::any_of(known, [&](const auto& it) {
                                return it.day == day;
                              }));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_rule_that_names_no_day_is_refused) {
  BOOST_TEST(problem_of({.name = "feast", .month = 6, .day = 24}) == "");
  BOOST_TEST(problem_of({.month = 6, .day = 24})
             == "holidays.rules.name is_empty");
  BOOST_TEST(problem_of({.name = "feast", .month = 13, .day = 24})
             == "holidays.rules.month is_out_of_range");
  BOOST_TEST(problem_of({.name = "feast", .month = 6})
             == "holidays.rules.day is_out_of_range");
  BOOST_TEST(
      problem_of(
          {.name = "feast", .kind = holiday_kind::nth_weekday, .month = 6})
      == "holidays.rules.on is_empty");
  BOOST_TEST(
      problem_of(
          {.name = "feast", .kind = holiday_kind::easter, .days_after = 400})
      == "holidays.rules.days_after is_out_of_range");
}

BOOST_AUTO_TEST_SUITE_END()
