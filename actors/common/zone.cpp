#include "actors/common/zone.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace suivant {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;

// The index of the change that holds at `at`.
std::size_t change_at(const zone& where, instant at) {
  const auto next
      = std::ranges::upper_bound(where.changes, at, {}, &clock_change::from);
  const auto passed = next - where.changes.begin();
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(passed, 1) - 1);
}

std::string two_digits(std::int64_t number) {
  const auto digits = std::to_string(number);
  return digits.size() < 2 ? '0' + digits : digits;
}

std::string clock_text(minutes of_day) {
  return two_digits(of_day.count() / 60) + ':'
         + two_digits(of_day.count() % 60);
}

} // namespace

minutes ahead_of_utc(const zone& where, instant at) {
  return where.changes.empty() ? minutes{}
                               : where.changes[change_at(where, at)].ahead;
}

wall_time wall_time_of(const zone& where, instant at) {
  const auto shown = floor<minutes>(at) + ahead_of_utc(where, at);
  const auto day = floor<days>(shown);
  return {day, static_cast<int>((shown - day).count())};
}

instant instant_of(const zone& where, const wall_time& shown) {
  const auto as_utc = instant{shown.day} + minutes{shown.minute};
  if (where.changes.empty())
    return as_utc;
  // No clock is a whole day ahead or behind.
  auto index = change_at(where, as_utc - days{1});
  for (; index + 1 < where.changes.size(); ++index)
    if (as_utc - where.changes[index].ahead < where.changes[index + 1].from)
      break;
  const auto& change = where.changes[index];
  const auto at = as_utc - change.ahead;
  // Before its own first instant, and not of the change before it: skipped.
  return index > 0 ? std::max(at, change.from) : at;
}

instant days_later(const zone& where, instant at, days later) {
  auto shown = wall_time_of(where, at);
  shown.day += later;
  const auto below_minutes = at - floor<minutes>(at);
  return instant_of(where, shown) + below_minutes;
}

std::string text_of(const zone& where, instant at) {
  const auto shown = wall_time_of(where, at);
  const auto date = std::chrono::year_month_day{shown.day};
  const auto ahead = ahead_of_utc(where, at);
  return std::to_string(static_cast<int>(date.year())) + '-'
         + two_digits(static_cast<unsigned>(date.month())) + '-'
         + two_digits(static_cast<unsigned>(date.day())) + 'T'
         + clock_text(minutes{shown.minute}) + (ahead < minutes{} ? '-' : '+')
         + clock_text(std::chrono::abs(ahead));
}

} // namespace suivant
