#include "actors/booking/place.hpp"

#include "actors/booking/chance.hpp"
#include "actors/booking/limits.hpp"
#include "actors/booking/resources.hpp"
#include "actors/booking/starts.hpp"

#include <algorithm>
#include <tuple>

namespace suivant::booking {
namespace {

using std::chrono::minutes;

constexpr auto any_number = 1'000;

// What could be taken, in one opening.
struct option {
  booking::chance chance;
  std::vector<std::size_t> resources;
  bool waits = false;
  bool overbooks = false;
  bool passes_gauge = false;
};
using weighed = std::variant<option, refusal>;

bool is_on_grid(const search& it, const opening_day& day, instant start) {
  if (day.opening->setup.grid == grid::packed)
    return std::ranges::binary_search(starts_of(it, day), start);
  const auto step = minutes{day.opening->setup.step};
  return std::ranges::any_of(day.windows, [&](const interval& window) {
    return window.from <= start && start < window.to
           && (start - window.from) % step == milliseconds{0};
  });
}

// Opening times bind everybody.
std::optional<refusal> wrong_start(const search& it, const wanted& asked,
                                   const opening_day& day) {
  if (!is_open_for(it, day, asked.start))
    return refusal::outside_opening;
  if (const auto no = not_yet_or_no_longer(it, day, asked.start))
    return no;
  return std::nullopt;
}

// Agents and rooms cannot be in two places: nobody goes beyond them.
std::optional<refusal> add_resources(const search& it, const wanted& asked,
                                     const site_day& day, option& chosen) {
  if (chosen.chance.joins != nullptr)
    return std::nullopt;
  auto set = one_set(it, day, chosen.chance.time, asked.with);
  if (!set)
    return refusal::nobody_available;
  chosen.resources = std::move(*set);
  return std::nullopt;
}

weighed weigh(const search& it, const wanted& asked, const site_day& there,
              const opening_day& day) {
  if (const auto no = wrong_start(it, asked, day))
    return *no;
  const auto by_staff = it.asked.by_staff;
  const auto off_grid = !is_on_grid(it, day, asked.start);
  if (off_grid && !(asked.overbook && by_staff))
    return refusal::start_not_offered;
  auto out = option{.chance = chance_at(it, day, asked.start, any_number)};
  const auto is_full = out.chance.left == 0;
  if (is_full && asked.may_wait && out.chance.waiting >= it.asked.persons) {
    out.waits = true;
    return out;
  }
  if (is_full && !(asked.overbook && by_staff))
    return out.chance.why;
  out.overbooks = is_full || off_grid;
  if (const auto no = add_resources(it, asked, there, out))
    return *no;
  const auto room = gauge_left(it, there, out.chance.time);
  out.passes_gauge = room && *room < it.inside;
  if (out.passes_gauge && !(asked.over_gauge && by_staff))
    return refusal::above_gauge;
  return out;
}

// Taking nothing beyond a limit comes first, then a seat in a session that is
// there, then the emptiest opening.
bool is_better(const option& one, const option& other) {
  const auto merits = [](const option& it) {
    return std::tuple{
        !it.waits,      !it.passes_gauge,
        !it.overbooks,  it.chance.joins != nullptr,
        it.chance.left, -static_cast<int>(it.chance.day->taken.all.size())};
  };
  return merits(one) > merits(other);
}

// Of several reasons, see `refusal`.
void keep_better(weighed& best, weighed next) {
  const auto* no = std::get_if<refusal>(&next);
  const auto* best_no = std::get_if<refusal>(&best);
  const auto is_next = no != nullptr ? best_no != nullptr && *no > *best_no
                                     : best_no != nullptr
                                           || is_better(std::get<option>(next),
                                                        std::get<option>(best));
  if (is_next)
    best = std::move(next);
}

claim claim_of(const search& it, const wanted& asked, const option& chosen) {
  const auto& opening = *chosen.chance.day->opening;
  const auto* member = chosen.chance.joins;
  auto out
      = claim{.site = it.plan.sites[opening.site].setup.id,
              .opening = opening.setup.id,
              .service = it.rule.id,
              .family = it.rule.family,
              .time = chosen.chance.time,
              .before = member != nullptr ? member->before : it.rule.before,
              .after = member != nullptr ? member->after : it.rule.after,
              .persons = it.asked.persons,
              .place = it.asked.place,
              .by_public = !it.asked.by_staff,
              .seats = member != nullptr ? member->seats : it.rule.seats,
              .waiting = chosen.waits,
              .overbooked = chosen.overbooks,
              .above_gauge = chosen.passes_gauge,
              .sensitive = it.rule.sensitive,
              .person = asked.person,
              .at = it.asked.now,
              .door = it.asked.door};
  if (member != nullptr && !chosen.waits)
    out.resources = member->resources;
  for (const auto index : chosen.resources)
    out.resources.push_back(it.plan.resources[index].setup.id);
  return out;
}

} // namespace

std::variant<claim, refusal> place(const plan& in, const stock& taken,
                                   const wanted& asked) {
  const auto found = search_for(in, taken, asked.what);
  if (const auto* no = std::get_if<refusal>(&found))
    return *no;
  const auto& it = std::get<search>(found);
  auto sites = std::vector<site_day>{};
  for (const auto site : sites_of(it))
    sites.push_back(
        look_at(it, site, wall_time_of(in.sites[site].clock, asked.start).day));
  auto best = weighed{refusal::outside_opening};
  for (const auto& there : sites)
    for (const auto& day : there.openings)
      keep_better(best, weigh(it, asked, there, day));
  if (const auto* no = std::get_if<refusal>(&best))
    return *no;
  const auto& chosen = std::get<option>(best);
  const auto& site = in.sites[chosen.chance.day->opening->site];
  if (const auto no = over_limits(taken, it.rule, site.clock, asked.person,
                                  chosen.chance.time, asked.what.persons,
                                  asked.what.instead_of))
    return *no;
  return claim_of(it, asked, chosen);
}

wanted wanted_again(const plan& in, const claim& it, visit_id visit,
                    instant now) {
  const auto opening = index_of(in, it.opening);
  return {.what = {.service = it.service,
                   .site = it.site,
                   .persons = it.persons,
                   .place = it.place,
                   .by_staff = !it.by_public,
                   .now = now,
                   .instead_of = visit,
                   .campaign = opening ? in.openings[*opening].setup.kept_for
                                       : campaign_id{},
                   .door = it.door},
          .start = it.time.from,
          .person = it.person};
}

std::optional<moved_up> next_to_be_seated(const plan& in, const stock& taken,
                                          const session_key& key, instant now) {
  const auto* there = taken.find(key);
  if (there == nullptr || key.start <= now)
    return std::nullopt;
  for (const auto& [who, persons] : there->waiting) {
    const auto [at, visit] = who;
    // They asked in time, whatever the notice is.
    const auto asked = wanted_again(in, taken.find(visit)->claim, visit, at);
    auto found = place(in, taken, asked);
    if (auto* claim = std::get_if<booking::claim>(&found))
      return moved_up{visit, std::move(*claim)};
  }
  return std::nullopt;
}

} // namespace suivant::booking
