// A series takes place on exactly the days that its rule names, over leap days,
// turns of the year and years of 53 weeks; and survives being exchanged as
// text.

#include "actors/booking/recurrence_text.hpp"
#include "tests/support/on_the_wall.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

using std::chrono::days;

// The first dates of a series, "2026-03-09 2026-03-23".
std::string days_of(const recurrence& rule, int most) {
  auto out = std::string{};
  const auto begin = rule.first - days{400};
  for (auto day = begin; day < begin + days{9'000} && most > 0; day += days{1})
    if (occurs_on(rule, day)) {
      out += (out.empty() ? "" : " ")
             + text_of(zone{}, instant{day}).substr(0, 10);
      --most;
    }
  return out;
}

recurrence in_text(const std::string& text) {
  const auto read = recurrence_from(text);
  const auto* rule = std::get_if<recurrence>(&read);
  BOOST_REQUIRE_MESSAGE(rule != nullptr, text << " can be read");
  return *rule;
}

std::string problem_in(const std::string& text) {
  const auto read = recurrence_from(text);
  const auto* problem = std::get_if<setup_problem>(&read);
  return problem == nullptr ? "" : problem->where + ' ' + problem->what;
}

struct series {
  const char* first;
  const char* rule;
  const char* days;
};

} // namespace

BOOST_AUTO_TEST_SUITE(a_series)

BOOST_AUTO_TEST_CASE(takes_place_on_the_days_of_its_rule) {
  const auto known = std::vector<series>{
      // Weeks are counted from the one of the start: 2020 has a week 53, so
      // that the parity of numbers would lose or double one.
      {"20201221", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
       "2020-12-21 2021-01-04 2021-01-18 2021-02-01"},
      {"20261207", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
       "2026-12-10 2026-12-24 2027-01-07 2027-01-21"},
      // It begins amid its week, whose Monday is already past.
      {"20260930", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
       "2026-09-30 2026-10-12 2026-10-14 2026-10-26"},
      // Sunday ends the week that Monday began.
      {"20260907", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SU,MO",
       "2026-09-07 2026-09-13 2026-09-28 2026-10-04"},
      {"20260907", "FREQ=WEEKLY",
       "2026-09-07 2026-09-14 2026-09-21 2026-09-28"},
      {"20260101", "FREQ=MONTHLY;BYDAY=2TU,-1FR",
       "2026-01-13 2026-01-30 2026-02-10 2026-02-27"},
      {"20260101", "FREQ=MONTHLY;BYDAY=5MO",
       "2026-03-30 2026-06-29 2026-08-31 2026-11-30"},
      {"20260115", "FREQ=MONTHLY;INTERVAL=2;BYDAY=WE",
       "2026-01-21 2026-01-28 2026-03-04 2026-03-11"},
      // A month without the date of the start is passed over.
      {"20260131", "FREQ=MONTHLY",
       "2026-01-31 2026-03-31 2026-05-31 2026-07-31"},
      {"20240229", "FREQ=MONTHLY;INTERVAL=12",
       "2024-02-29 2028-02-29 2032-02-29 2036-02-29"},
      {"20240228", "FREQ=DAILY", "2024-02-28 2024-02-29 2024-03-01 2024-03-02"},
      {"20260102", "FREQ=DAILY;INTERVAL=3;BYDAY=MO,FR",
       "2026-01-02 2026-01-05 2026-01-23 2026-01-26"},
  };
  for (const auto& [first, rule, expected] : known) {
    const auto text = std::string{"DTSTART:"} + first + "\nRRULE:" + rule;
    BOOST_TEST(days_of(in_text(text), 4) == expected, text);
  }
}

BOOST_AUTO_TEST_CASE(ends_with_its_last_day_or_after_so_many) {
  auto rule = in_text("DTSTART:20240226\nRRULE:FREQ=DAILY;UNTIL=20240301");
  BOOST_TEST(days_of(rule, 9)
             == "2024-02-26 2024-02-27 2024-02-28 2024-02-29 2024-03-01");
  rule = in_text("DTSTART:20201221\nRRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3");
  BOOST_TEST(days_of(rule, 9) == "2020-12-21 2021-01-04 2021-01-18");
  BOOST_TEST(days_of(with_end(rule), 9) == days_of(rule, 9));
}

BOOST_AUTO_TEST_CASE(leaves_out_its_exceptions_and_adds_what_is_added) {
  const auto rule = in_text(
      "DTSTART:20260706\nRRULE:FREQ=WEEKLY;COUNT=3\n"
      "EXDATE:20260713\nRDATE:20260714,20260901");
  // The day left out counts, as it is one of the three of the rule.
  BOOST_TEST(days_of(rule, 9) == "2026-07-06 2026-07-14 2026-07-20 2026-09-01");
}

BOOST_AUTO_TEST_CASE(of_one_day_keeps_to_its_weekday) {
  auto rule = recurrence{.first = date("2026-11-01")}; // A Sunday.
  BOOST_TEST(days_of(rule, 9) == "2026-11-01");
  BOOST_TEST(!is_one_day_of_its_weekday(rule));
  rule.on = {{weekday::sunday}};
  BOOST_TEST(days_of(rule, 9) == "2026-11-01");
  BOOST_TEST(is_one_day_of_its_weekday(rule));
  rule.on = {{weekday::monday}};
  BOOST_TEST(days_of(rule, 9) == "");
  BOOST_TEST(!is_one_day_of_its_weekday(rule));
}

BOOST_AUTO_TEST_CASE(survives_being_exchanged_as_text) {
  const auto texts = {
      "DTSTART;VALUE=DATE:20260907\r\n",
      "DTSTART;VALUE=DATE:20260907\r\nRRULE:FREQ=DAILY;COUNT=12\r\n",
      "DTSTART;VALUE=DATE:20260907\r\n"
      "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270630\r\n"
      "EXDATE;VALUE=DATE:20261026,20261224\r\n"
      "RDATE;VALUE=DATE:20261027\r\n",
      "DTSTART;VALUE=DATE:20260907\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR\r\n",
  };
  for (const auto* text : texts) {
    BOOST_TEST(to_text(in_text(text)) == text);
    BOOST_TEST((in_text(to_text(in_text(text))) == in_text(text)));
  }
  const auto shuffled = in_text(
      "RRULE:BYDAY=+1MO,-1FR;WKST=MO;FREQ=MONTHLY\n"
      "DTSTART;VALUE=DATE:20260907");
  BOOST_TEST((shuffled == in_text(*(texts.end() - 1))));
}

BOOST_AUTO_TEST_CASE(that_cannot_be_kept_to_exactly_is_refused_by_its_part) {
  const auto known = std::vector<std::pair<const char*, const char*>>{
      {"FREQ=YEARLY", "RRULE.FREQ is_unknown"},
      {"INTERVAL=2", "RRULE.FREQ is_empty"},
      {"FREQ=DAILY;BYHOUR=9", "RRULE.BYHOUR is_unknown"},
      {"FREQ=WEEKLY;WKST=SU", "RRULE.WKST is_unknown"},
      {"FREQ=WEEKLY;INTERVAL=0", "RRULE.interval is_out_of_range"},
      {"FREQ=WEEKLY;INTERVAL=two", "RRULE.INTERVAL is_malformed"},
      {"FREQ=WEEKLY;FREQ=DAILY", "RRULE.FREQ is_not_unique"},
      {"FREQ=WEEKLY;BYDAY=2TU", "RRULE.on is_out_of_range"},
      {"FREQ=MONTHLY;BYDAY=6TU", "RRULE.on is_out_of_range"},
      {"FREQ=WEEKLY;BYDAY=TU,TU", "RRULE.on is_not_unique"},
      {"FREQ=WEEKLY;BYDAY=XX", "RRULE.BYDAY is_unknown"},
      {"FREQ=WEEKLY;BYDAY=U", "RRULE.BYDAY is_unknown"},
      {"FREQ=DAILY;UNTIL=20260906", "RRULE.until is_out_of_range"},
      {"FREQ=DAILY;UNTIL=20260907T100000Z", "RRULE.UNTIL is_malformed"},
      {"FREQ=DAILY;UNTIL=20261301", "RRULE.UNTIL is_malformed"},
      {"FREQ=DAILY;COUNT=2;UNTIL=20261201", "RRULE.until is_malformed"},
      {"FREQ=DAILY;COUNT=1001", "RRULE.count is_out_of_range"},
  };
  for (const auto& [rule, problem] : known)
    BOOST_TEST(problem_in(std::string{"DTSTART:20260907\nRRULE:"} + rule)
               == problem);
  BOOST_TEST(problem_in("RRULE:FREQ=DAILY") == "DTSTART is_empty");
  BOOST_TEST(problem_in("") == "DTSTART is_empty");
  BOOST_TEST(problem_in("DTSTART;TZID=Europe/Paris:20260907")
             == "DTSTART is_unknown");
  BOOST_TEST(problem_in("DTSTART:20260907\nEXRULE:FREQ=DAILY")
             == "EXRULE is_unknown");
  BOOST_TEST(problem_in("DTSTART:20260907\nDTSTART:20260908")
             == "DTSTART is_not_unique");
}

BOOST_AUTO_TEST_SUITE_END()
