#include "actors/booking/starts.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

using std::chrono::minutes;

// When the service ends, and what may not pass closing.
interval held_open(const search& it, const opening_day& day, instant start) {
  const auto after
      = it.rule.after_may_pass_closing ? minutes{} : minutes{it.rule.after};
  return {start, start + day.length + after};
}

instant earliest_start(const search& it) {
  return it.asked.by_staff ? it.asked.now
                           : it.asked.now + minutes{it.rule.notice};
}

bool may_be_asked_for(const search& it, const opening_day& day, instant start) {
  return is_open_for(it, day, start) && !not_yet_or_no_longer(it, day, start);
}

std::vector<instant> grid_starts(const search& it, const opening_day& day) {
  const auto step = minutes{day.opening->setup.step};
  auto out = std::vector<instant>{};
  for (const auto& window : day.windows)
    for (const auto start : starts_in(window, step, day.length))
      if (may_be_asked_for(it, day, start))
        out.push_back(start);
  return out;
}

// -- packed: one after the other ----------------------------------------------

// The first on the grid of `window` that is not before `at`.
instant rounded_up(const interval& window, instant at, minutes step) {
  if (at <= window.from)
    return window.from;
  const auto steps = (at - window.from + step - milliseconds{1}) / step;
  return window.from + steps * step;
}

// From when on one desk can have an appointment after `earlier`.
instant ready_after(const search& it, const busy& earlier) {
  const auto before = minutes{it.rule.before};
  return it.plan.gap == gap::sum
             ? earlier.time.to + before
             : earlier.time.to + std::max(earlier.after, before);
}

minutes gap_to_itself(const search& it) {
  const auto before = minutes{it.rule.before};
  const auto after = minutes{it.rule.after};
  return it.plan.gap == gap::sum ? before + after : std::max(before, after);
}

// One desk's day from `start` on, as long as there is a place.
void add_chain(const search& it, const opening_day& day, instant start,
               std::vector<instant>& out) {
  for (; may_be_asked_for(it, day, start);
       start += day.length + gap_to_itself(it)) {
    const auto at = std::ranges::lower_bound(out, start);
    if ((at != out.end() && *at == start)
        || places_left(day, wanted_at(it, start, day.length), 1) < 1)
      return;
    out.insert(at, start);
  }
}

std::vector<instant> packed_starts(const search& it, const opening_day& day) {
  const auto step = minutes{day.opening->setup.step};
  auto out = std::vector<instant>{};
  for (const auto& window : day.windows) {
    const auto first = rounded_up(window, earliest_start(it), step);
    add_chain(it, day, first, out);
    for (const auto& each : day.taken.all)
      if (const auto ready = ready_after(it, each); ready > first)
        add_chain(it, day, ready, out);
  }
  return out;
}

// -- places -------------------------------------------------------------------

// How many of so many places are left, up to `most`.
int left_of(int places, const std::vector<busy>& others, int most) {
  const auto sure = places - static_cast<int>(others.size());
  return sure >= most ? most : std::min(most, places - desks_for(others));
}

std::vector<busy> only_public(std::vector<busy> all) {
  std::erase_if(all, [](const busy& it) { return !it.by_public; });
  return all;
}

std::vector<busy> only_of(int family, std::vector<busy> all) {
  std::erase_if(all, [=](const busy& it) { return it.family != family; });
  return all;
}

std::vector<busy> only_by(int door, std::vector<busy> all) {
  std::erase_if(all, [=](const busy& it) { return it.door != door; });
  return all;
}

} // namespace

bool is_open_for(const search& it, const opening_day& day, instant start) {
  const auto time = held_open(it, day, start);
  const auto is_within = [&](const interval& all) { return covers(all, time); };
  const auto is_closed
      = [&](const interval& all) { return overlap(all, time); };
  const auto& closed = it.plan.sites[day.opening->site].closed;
  return std::ranges::any_of(day.windows, is_within)
         && std::ranges::none_of(closed, is_closed);
}

std::optional<refusal>
not_yet_or_no_longer(const search& it, const opening_day& day, instant start) {
  if (start < earliest_start(it))
    return refusal::too_soon;
  if (it.asked.by_staff)
    return std::nullopt;
  auto released = day.released;
  if (it.rule.release == release::continuous)
    released = days_later(it.plan.sites[day.opening->site].clock, start,
                          -std::chrono::days{it.rule.horizon_days});
  if (it.asked.now < released)
    return refusal::too_far;
  return std::nullopt;
}

std::vector<instant> starts_of(const search& it, const opening_day& day) {
  return day.opening->setup.grid == grid::packed ? packed_starts(it, day)
                                                 : grid_starts(it, day);
}

int places_left(const opening_day& day, const busy& one, int most) {
  const auto& setup = day.opening->setup;
  const auto others = in_the_way(day.taken, one);
  auto left = left_of(setup.public_places + setup.staff_places, others, most);
  if (left > 0 && one.by_public)
    left = left_of(setup.public_places, only_public(others), left);
  if (left > 0 && day.family_places)
    left = left_of(*day.family_places, only_of(one.family, others), left);
  if (left > 0 && day.door_places)
    left = left_of(*day.door_places, only_by(one.door, others), left);
  return left;
}

bool has_public_place(const opening_day& day, const busy& one) {
  const auto others = only_public(in_the_way(day.taken, one));
  return left_of(day.opening->setup.public_places, others, 1) > 0;
}

} // namespace suivant::booking
