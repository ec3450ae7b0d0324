#include "actors/booking/holidays.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace suivant::booking {
namespace {

using std::chrono::days;

// -- France: Code du travail, L. 3133-1, L. 3134-13 and L. 3422-2 -------------

holiday_rule on_date(const char* name, int month, int day) {
  return {.name = name, .month = month, .day = day};
}

holiday_rule after_easter(const char* name, int days_after) {
  return {.name = name, .kind = holiday_kind::easter, .days_after = days_after};
}

std::vector<holiday_rule> with(std::vector<holiday_rule> all,
                               const std::vector<holiday_rule>& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::vector<holiday_rule> with_abolition(const std::vector<holiday_rule>& all,
                                         int month, int day) {
  return with(all, {on_date("abolition_of_slavery", month, day)});
}

// In the order of the enumeration.
std::array<std::vector<holiday_rule>, 10> all_regions() {
  const auto national = std::vector<holiday_rule>{
      on_date("new_year", 1, 1),      after_easter("easter_monday", 1),
      on_date("labour_day", 5, 1),    on_date("victory_1945", 5, 8),
      after_easter("ascension", 39),  after_easter("whit_monday", 50),
      on_date("national_day", 7, 14), on_date("assumption", 8, 15),
      on_date("all_saints", 11, 1),   on_date("armistice_1918", 11, 11),
      on_date("christmas", 12, 25),
  };
  const auto alsace_moselle
      = with(national, {after_easter("good_friday", -2),
                        on_date("saint_stephen", 12, 26)});
  return {{
      {},
      national,
      alsace_moselle,
      with_abolition(national, 5, 27),  // Guadeloupe
      with_abolition(national, 6, 10),  // Guyane
      with_abolition(national, 5, 22),  // Martinique
      with_abolition(national, 4, 27),  // Mayotte
      with_abolition(national, 12, 20), // La Réunion
      with_abolition(national, 10, 9),  // Saint-Barthélemy
      with_abolition(national, 5, 28),  // Saint-Martin
  }};
}

// -- from rules to days -------------------------------------------------------

template <class Element>
bool contains(const std::vector<Element>& all, const Element& wanted) {
  return std::ranges::find(all, wanted) != all.end();
}

bool is_in_force(const holiday_rule& rule, int year) {
  return year >= rule.first_year
         && (rule.last_year == 0 || year <= rule.last_year);
}

// None in a year without that date.
std::optional<calendar_day> fixed_day(const holiday_rule& rule, int year) {
  const auto date = std::chrono::year{year}
                    / std::chrono::month{static_cast<unsigned>(rule.month)}
                    / std::chrono::day{static_cast<unsigned>(rule.day)};
  if (!date.ok())
    return std::nullopt;
  return date;
}

std::optional<calendar_day> nth_day(const holiday_rule& rule, int year) {
  const auto first = fixed_day({.month = rule.month, .day = 1}, year);
  if (!first)
    return std::nullopt;
  const auto date = std::chrono::year_month_day{*first};
  const auto last = date.year() / date.month() / std::chrono::last;
  const auto month
      = recurrence{.first = *first, .every = repeats::monthly, .on = {rule.on}};
  for (auto day = *first; day <= calendar_day{last}; day += days{1})
    if (occurs_on(month, day))
      return day;
  return std::nullopt;
}

std::optional<calendar_day> day_of(const holiday_rule& rule, int year) {
  if (!is_in_force(rule, year))
    return std::nullopt;
  switch (rule.kind) {
  case holiday_kind::fixed:
    return fixed_day(rule, year);
  case holiday_kind::easter:
    return easter_sunday(year) + days{rule.days_after};
  case holiday_kind::nth_weekday:
    return nth_day(rule, year);
  }
  return std::nullopt;
}

void add_days(std::vector<holiday>& out, const holiday_setup& site,
              const std::vector<holiday_rule>& rules, int year) {
  for (const auto& rule : rules)
    if (!contains(site.without, rule.name))
      if (const auto day = day_of(rule, year);
          day && !contains(site.except, *day))
        out.push_back({*day, rule.name});
}

bool closes_on(const holiday_setup& site,
               const std::vector<holiday_rule>& rules, calendar_day day) {
  const auto year = static_cast<int>(std::chrono::year_month_day{day}.year());
  return std::ranges::any_of(rules, [&](const auto& rule) {
    return day_of(rule, year) == day && !contains(site.without, rule.name);
  });
}

} // namespace

calendar_day easter_sunday(int year) {
  // The anonymous algorithm of 1876; its letters are kept.
  const auto a = year % 19;
  const auto b = year / 100;
  const auto c = year % 100;
  const auto d = b / 4;
  const auto e = b % 4;
  const auto f = (b + 8) / 25;
  const auto g = (b - f + 1) / 3;
  const auto h = (19 * a + b - d - g + 15) % 30;
  const auto i = c / 4;
  const auto k = c % 4;
  const auto l = (32 + 2 * e + 2 * i - h - k) % 7;
  const auto m = (a + 11 * h + 22 * l) / 451;
  const auto since_march = h + l - 7 * m + 21; // 0 is the first of March.
  return calendar_day{std::chrono::year{year} / std::chrono::March / 1}
         + days{since_march};
}

const std::vector<holiday_rule>& rules_of(region where) {
  static const auto all = all_regions();
  return all.at(static_cast<std::size_t>(where));
}

std::vector<holiday> holidays_in(const holiday_setup& site, int year) {
  auto out = std::vector<holiday>{};
  add_days(out, site, rules_of(site.region), year);
  add_days(out, site, site.rules, year);
  for (const auto& day : site.also)
    if (static_cast<int>(std::chrono::year_month_day{day}.year()) == year)
      out.push_back({day, {}});
  std::ranges::sort(out);
  return out;
}

bool is_holiday(const holiday_setup& site, calendar_day day) {
  return contains(site.also, day)
         || (!contains(site.except, day)
             && (closes_on(site, rules_of(site.region), day)
                 || closes_on(site, site.rules, day)));
}

void inspect(inspection& found, const holiday_setup& site,
             const std::string& member) {
  for (const auto& rule : site.rules) {
    const auto where = member + ".rules";
    const auto is_easter = rule.kind == holiday_kind::easter;
    const auto is_nth = rule.kind == holiday_kind::nth_weekday;
    found.expect(!rule.name.empty(), where + ".name", "is_empty");
    found.expect_within(is_easter ? 1 : rule.month, 1, 12, where + ".month");
    found.expect_within(is_easter || is_nth ? 1 : rule.day, 1, 31,
                        where + ".day");
    found.expect_within(rule.days_after, -100, 100, where + ".days_after");
    found.expect_within(rule.on.nth, -5, 5, where + ".on");
    found.expect(!is_nth || rule.on.nth != 0, where + ".on", "is_empty");
  }
}

} // namespace suivant::booking
