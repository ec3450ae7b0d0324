#include "actors/booking/desks.hpp"

namespace suivant::booking {
namespace {

// Where in `day` something may collide with `one`.
std::span<const busy> around(const agenda& day, const busy& one) {
  const auto begins = [](const busy& it) { return it.time.from; };
  const auto from = one.time.from - one.before - day.longest;
  const auto to = one.time.to + std::max(one.after, day.most_before);
  const auto first = std::ranges::lower_bound(day.all, from, {}, begins);
  const auto last
      = std::ranges::lower_bound(first, day.all.end(), to, {}, begins);
  return {first, last};
}

} // namespace

busy counted_by(gap rule, busy it) {
  if (rule == gap::max)
    return it;
  it.time = with_buffers(it);
  it.before = {};
  it.after = {};
  return it;
}

agenda agenda_of(gap rule, std::vector<busy> all) {
  auto out = agenda{.all = std::move(all)};
  for (auto& it : out.all) {
    it = counted_by(rule, it);
    out.longest = std::max(out.longest,
                           milliseconds{it.time.to + it.after - it.time.from});
    out.most_before = std::max(out.most_before, it.before);
  }
  if (rule == gap::sum)
    std::ranges::sort(out.all, {}, [](const busy& it) { return it.time.from; });
  return out;
}

std::vector<busy> in_the_way(const agenda& day, const busy& one) {
  const auto all = around(day, one);
  auto out = std::vector<busy>{};
  out.reserve(all.size());
  for (const auto& it : all)
    if (collide(it, one))
      out.push_back(it);
  return out;
}

bool is_free_for(const agenda& day, const busy& one) {
  return std::ranges::none_of(around(day, one),
                              [&](const busy& it) { return collide(it, one); });
}

// Appointments are given to desks in the order in which they begin. Of the
// desks that are ready, each takes the one that ended last: the others have had
// a longer rest, which is worth more to whoever needs a longer time before.
// So no other way of giving them out needs fewer desks.
int desks_for(std::span<const busy> all) {
  auto last_of = std::vector<const busy*>{};
  last_of.reserve(all.size());
  for (const auto& it : all) {
    const busy** chosen = nullptr;
    for (auto& last : last_of)
      if (may_follow(*last, it)
          && (chosen == nullptr || last->time.to > (*chosen)->time.to))
        chosen = &last;
    if (chosen != nullptr)
      *chosen = &it;
    else
      last_of.push_back(&it);
  }
  return static_cast<int>(last_of.size());
}

} // namespace suivant::booking
