#include "actors/booking/recurrence.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace suivant::booking {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr auto longest_series = days{36'525};

template <class Element>
bool contains(const std::vector<Element>& all, const Element& wanted) {
  return std::ranges::find(all, wanted) != all.end();
}

// Counts weeks from Monday to Sunday; the epoch was a Thursday.
std::int64_t week_of(calendar_day day) {
  constexpr auto since_monday = days{3};
  return std::chrono::floor<std::chrono::weeks>(day.time_since_epoch()
                                                + since_monday)
      .count();
}

int month_of(calendar_day day) {
  const auto date = year_month_day{day};
  return static_cast<int>(date.year()) * 12
         + static_cast<int>(static_cast<unsigned>(date.month()));
}

int day_of_month(calendar_day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.day()));
}

int days_in_month(calendar_day day) {
  const auto date = year_month_day{day};
  const auto last = date.year() / date.month() / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool is_nth_of_month(calendar_day day, int nth) {
  if (nth >= 0)
    return (day_of_month(day) - 1) / 7 + 1 == nth;
  return (days_in_month(day) - day_of_month(day)) / 7 + 1 == -nth;
}

bool is_on(const recurrence& rule, calendar_day day) {
  return std::ranges::any_of(rule.on, [&](const weekday_rule& it) {
    return it.day == weekday_of(day)
           && (it.nth == 0 || is_nth_of_month(day, it.nth));
  });
}

bool is_in_step(const recurrence& rule, calendar_day day) {
  switch (rule.every) {
  case repeats::once:
    return day == rule.first;
  case repeats::daily:
    return (day - rule.first).count() % rule.interval == 0;
  case repeats::weekly:
    return (week_of(day) - week_of(rule.first)) % rule.interval == 0;
  case repeats::monthly:
    return (month_of(day) - month_of(rule.first)) % rule.interval == 0;
  }
  return false;
}

bool is_on_the_day_of_first(const recurrence& rule, calendar_day day) {
  if (rule.every == repeats::weekly)
    return weekday_of(day) == weekday_of(rule.first);
  return rule.every != repeats::monthly
         || day_of_month(day) == day_of_month(rule.first);
}

bool occurs_by_rule(const recurrence& rule, calendar_day day) {
  return day >= rule.first && (!rule.until || day <= *rule.until)
         && is_in_step(rule, day)
         && (rule.on.empty() ? is_on_the_day_of_first(rule, day)
                             : is_on(rule, day));
}

} // namespace

weekday weekday_of(calendar_day day) {
  return static_cast<weekday>(std::chrono::weekday{day}.iso_encoding() - 1);
}

bool occurs_on(const recurrence& rule, calendar_day day) {
  if (rule.count > 0)
    return occurs_on(with_end(rule), day);
  return !contains(rule.except, day)
         && (contains(rule.also, day) || occurs_by_rule(rule, day));
}

bool is_one_day_of_its_weekday(const recurrence& rule) {
  return rule.every == repeats::once && is_on(rule, rule.first);
}

recurrence with_end(recurrence rule) {
  auto left = std::exchange(rule.count, 0);
  if (left == 0)
    return rule;
  const auto end = rule.first + longest_series;
  auto last = rule.first;
  for (auto day = rule.first; left > 0 && day < end; day += days{1})
    if (occurs_by_rule(rule, day)) {
      last = day;
      --left;
    }
  rule.until = last;
  return rule;
}

void inspect(inspection& found, const recurrence& rule,
             const std::string& member) {
  constexpr auto most_interval = 99;
  constexpr auto most_count = 1000;
  const auto is_once = rule.every == repeats::once;
  found.expect_within(rule.interval, 1, is_once ? 1 : most_interval,
                      member + ".interval");
  found.expect_within(rule.count, 0, is_once ? 0 : most_count,
                      member + ".count");
  const auto may_end = !is_once && rule.count == 0;
  found.expect(!rule.until || may_end, member + ".until", "is_malformed");
  found.expect(!rule.until || *rule.until >= rule.first, member + ".until",
               "is_out_of_range");
  const auto nth = rule.every == repeats::monthly ? 5 : 0;
  for (const auto& it : rule.on)
    found.expect_within(it.nth, -nth, nth, member + ".on");
  const auto different = std::set(rule.on.begin(), rule.on.end());
  found.expect(different.size() == rule.on.size(), member + ".on",
               "is_not_unique");
}

} // namespace suivant::booking
