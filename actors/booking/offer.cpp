#include "actors/booking/offer.hpp"

#include "actors/booking/chance.hpp"
#include "actors/booking/starts.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

using one_day = std::chrono::days;

constexpr auto any_number = 1'000;

// In order of time. Where one is enough, openings after the first that has one
// are not asked: all need the same agents. To join a session needs none, so
// that of sessions all are asked.
std::vector<chance> chances_of(const search& it, const site_day& day,
                               int most) {
  const auto one_is_enough = most == 1 && it.rule.seats == 0;
  auto out = std::vector<chance>{};
  auto found = std::vector<interval>{};
  for (const auto& opening : day.openings)
    for (const auto start : starts_of(it, opening)) {
      const auto time = interval{start, start + opening.length};
      const auto at = std::ranges::lower_bound(found, time);
      if (one_is_enough && at != found.end() && *at == time)
        continue;
      const auto next = chance_at(it, opening, start, most);
      if (next.left > 0 || next.waiting > 0)
        out.push_back(next);
      if (one_is_enough && next.left > 0)
        found.insert(at, time);
    }
  std::ranges::sort(out, {}, &chance::time);
  return out;
}

// Appointments that begin together and end at different times are counted as
// the better of both: they may need the same agents.
void add_better(starts& out, const start_left& it) {
  if (out.empty() || out.back().start != it.start) {
    out.push_back(it);
    return;
  }
  out.back().left = std::max(out.back().left, it.left);
  out.back().waiting = std::max(out.back().waiting, it.waiting);
}

starts starts_in_site(const search& it, const site_day& day, int most) {
  const auto all = chances_of(it, day, most);
  auto out = starts{};
  for (auto first = all.begin(); first != all.end();) {
    const auto last = std::find_if(first, all.end(), [&](const auto& each) {
      return each.time != first->time;
    });
    const auto left = left_in(it, day, {first, last}, most);
    auto waiting = 0;
    for (; first != last; ++first)
      waiting = std::max(waiting, first->waiting);
    if (left > 0 || waiting >= it.asked.persons)
      add_better(out, {std::prev(last)->time.from, left, waiting});
  }
  return out;
}

starts added_up(starts all) {
  std::ranges::stable_sort(all, {}, &start_left::start);
  auto out = starts{};
  for (const auto& it : all) {
    if (out.empty() || out.back().start != it.start) {
      out.push_back(it);
      continue;
    }
    out.back().left += it.left;
    out.back().waiting += it.waiting;
  }
  return out;
}

struct whole_day {
  bool open = false;
  booking::starts starts;
};

whole_day look_everywhere(const search& it, calendar_day day, int most) {
  auto out = whole_day{};
  for (const auto site : sites_of(it)) {
    const auto there = look_at(it, site, day);
    out.open = out.open || !there.openings.empty();
    const auto found = starts_in_site(it, there, most);
    out.starts.insert(out.starts.end(), found.begin(), found.end());
  }
  out.starts = added_up(std::move(out.starts));
  return out;
}

} // namespace

std::variant<starts, refusal> offer(const plan& in, const stock& taken,
                                    const question& asked, calendar_day day) {
  const auto found = search_for(in, taken, asked);
  if (const auto* no = std::get_if<refusal>(&found))
    return *no;
  return look_everywhere(std::get<search>(found), day, any_number).starts;
}

std::variant<std::vector<day_left>, refusal>
days_left(const plan& in, const stock& taken, const question& asked,
          calendar_day first, calendar_day last) {
  const auto found = search_for(in, taken, asked);
  if (const auto* no = std::get_if<refusal>(&found))
    return *no;
  auto out = std::vector<day_left>{};
  for (auto day = first; day <= last; day += one_day{1}) {
    const auto there = look_everywhere(std::get<search>(found), day, 1);
    const auto free = std::ranges::count_if(
        there.starts, [](const auto& it) { return it.left > 0; });
    out.push_back({day, there.open, static_cast<int>(free)});
  }
  return out;
}

} // namespace suivant::booking
