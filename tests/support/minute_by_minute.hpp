// When places are open and people there, asked minute by minute: for recounting
// what the rules have granted. Shares no rule with the program.

#pragma once

#include "actors/booking/setup.hpp"
#include "tests/support/on_the_wall.hpp"

#include <algorithm>

namespace suivant::tests {

template <class Element, class Id>
const Element& named_in(const std::vector<Element>& all, const Id& id) {
  return *std::ranges::find(all, id, &Element::id);
}

/// The latest time that clocks have shown until then. Hours and absences begin
/// and end when it gets there: an hour that comes twice is within them, or not,
/// as a whole.
inline wall_time shown_by(const std::string& zone_name, instant at) {
  static auto known = std::map<std::pair<std::string, instant>, wall_time>{};
  const auto [it, is_new] = known.try_emplace({zone_name, at});
  if (is_new)
    for (auto back = 0; back <= 60; ++back)
      it->second
          = std::max(it->second, wall_time_of(zone_in(zone_name),
                                              at - std::chrono::minutes{back}));
  return it->second;
}

inline bool is_in(const booking::wall_span& span, const wall_time& at) {
  return span.from <= at && at < span.to;
}

inline bool is_in(const std::vector<booking::hours>& all, int minute) {
  return std::ranges::any_of(
      all, [=](const auto& it) { return it.from <= minute && minute < it.to; });
}

/// Series of random towns are daily.
inline bool is_day(const booking::recurrence& days, calendar_day day) {
  return std::ranges::count(days.except, day) == 0;
}

inline bool is_open_at(const booking::setup& setup,
                       const booking::opening_setup& opening, instant at) {
  const auto& site = named_in(setup.sites, opening.site);
  const auto shown = shown_by(site.zone, at);
  const auto other
      = std::ranges::find(opening.instead, shown.day, &booking::day_hours::day);
  const auto& hours
      = other == opening.instead.end() ? opening.hours : other->hours;
  return is_day(opening.days, shown.day) && is_in(hours, shown.minute)
         && std::ranges::none_of(
             site.closed, [&](const auto& it) { return is_in(it, shown); });
}

inline bool is_there_at(const booking::setup& setup,
                        const booking::resource_setup& it, instant at) {
  const auto& site = named_in(setup.sites, it.site);
  const auto shown = shown_by(site.zone, at);
  const auto on_duty
      = it.shifts.empty()
        || std::ranges::any_of(it.shifts, [&](const auto& shift) {
             return is_day(shift.days, shown.day)
                    && is_in(shift.hours, shown.minute);
           });
  return on_duty && std::ranges::none_of(it.absent, [&](const auto& away) {
           return is_in(away, shown);
         });
}

} // namespace suivant::tests
