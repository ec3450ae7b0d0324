#include "actors/booking/search.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

using std::chrono::days;
using std::chrono::minutes;

// Where something may be in the way of what takes place within `open`.
interval in_reach(const search& it, const interval& open) {
  return {open.from - minutes{it.rule.before},
          open.to + minutes{it.rule.after}};
}

// When a horizon ends, and so the furthest day is given out.
instant release_of(const search& it, const zone& clock, calendar_day day,
                   const hours& first) {
  const auto minute = it.rule.release == release::opening_time ? first.from : 0;
  return instant_of(clock, {day - days{it.rule.horizon_days}, minute});
}

// Rounded down, but never so far that nothing is left.
int share_of(int places, int percent) {
  return std::max(1, places * percent / 100);
}

// One bit for each need that the resource can meet.
unsigned needs_met(const search& it, const resource_plan& resource) {
  auto bits = 0u;
  for (auto i = std::size_t{0}; i < it.rule.needs.size(); ++i)
    if (suits(resource, it.rule.needs[i], it.rule))
      bits |= 1u << i;
  return bits;
}

// What is kept for a list is there for nobody else.
bool is_shown(const search& it, const opening_plan& opening) {
  const auto& kept_for = opening.setup.kept_for;
  if (kept_for.empty())
    return !it.asked.kept_only;
  return kept_for == it.asked.campaign;
}

} // namespace

std::variant<search, refusal> search_for(const plan& in, const stock& taken,
                                         const question& asked) {
  const auto* rule = find(in, asked.service);
  if (rule == nullptr)
    return refusal::no_such_service;
  if (!asked.site.empty() && !index_of(in, asked.site))
    return refusal::no_such_site;
  if (std::ranges::find(rule->places, asked.place) == rule->places.end())
    return refusal::place_type_not_offered;
  if (asked.persons < rule->least_persons)
    return refusal::needs_more_persons;
  const auto is_session_too_small
      = rule->seats > 0 && asked.persons > rule->seats;
  if (asked.persons > rule->most_persons || is_session_too_small)
    return refusal::too_many_persons;
  const auto inside = asked.place == place_type::counter ? asked.persons : 0;
  return search{in, taken, asked, *rule, inside};
}

opening_day opening_on(const search& it, const opening_plan& opening,
                       calendar_day day, bool holiday) {
  auto open = hours_on(opening.setup, day, holiday);
  if (open.empty())
    return {};
  std::ranges::sort(open);
  const auto& clock = it.plan.sites[opening.site].clock;
  auto out = opening_day{
      .opening = &opening,
      .windows = instants_of(clock, day, open),
      .released = release_of(it, clock, day, open.front()),
      .length = length_of(it.rule, opening.setup.step, it.asked.persons)};
  if (out.windows.empty())
    return {};
  const auto all = interval{out.windows.front().from, out.windows.back().to};
  out.taken = agenda_of(it.plan.gap, it.stock.busy_during(opening.setup.id,
                                                          in_reach(it, all),
                                                          it.asked.instead_of));
  const auto& families = opening.setup.families;
  if (const auto most = families.find(it.rule.family); most != families.end())
    out.family_places = most->second;
  if (!it.asked.door.empty() && it.asked.door_share > 0)
    out.door_places
        = share_of(opening.setup.public_places, it.asked.door_share);
  return out;
}

resource_day resource_on(const search& it, std::size_t index, calendar_day day,
                         const interval& open) {
  const auto& resource = it.plan.resources[index];
  const auto& id = resource.setup.id;
  auto out = resource_day{.index = index,
                          .needs = needs_met(it, resource),
                          .times = times_on(it.plan, resource, day)};
  out.taken
      = agenda_of(it.plan.gap, it.stock.busy_during(id, in_reach(it, open),
                                                    it.asked.instead_of));
  if (resource.setup.shared)
    out.persons = in_room_during(it, id, open);
  return out;
}

std::vector<level> inside_during(const search& it, const site_plan& site,
                                 const interval& part) {
  auto others = level_line{};
  for (const auto& each : it.asked.others)
    if (each.site == site.setup.id && each.time.from < each.time.to)
      others.add(each.time, each.persons);
  const auto* moved = it.stock.find(it.asked.instead_of);
  if (moved != nullptr && moved->claim.site == site.setup.id)
    others.add(moved->claim.time, -persons_inside(moved->claim));
  return sum_of(it.stock.inside(site.setup.id, part), others.during(part));
}

std::vector<level> in_room_during(const search& it, const resource_id& room,
                                  const interval& part) {
  auto persons = level_line{};
  for (const auto& each : it.stock.busy_during(room, part, it.asked.instead_of))
    persons.add(each.time, each.persons);
  return persons.during(part);
}

site_day look_at(const search& it, std::size_t site, calendar_day day) {
  auto out = site_day{.site = site};
  const auto holiday = is_holiday(it.plan.sites[site].setup.holidays, day);
  for (const auto& opening : it.plan.openings) {
    if (opening.site != site || !offers(opening, it.rule.id)
        || !is_shown(it, opening))
      continue;
    if (auto on = opening_on(it, opening, day, holiday); !on.windows.empty())
      out.openings.push_back(std::move(on));
  }
  if (out.openings.empty())
    return out;
  auto open = out.openings.front().windows.front();
  for (const auto& each : out.openings) {
    open.from = std::min(open.from, each.windows.front().from);
    open.to = std::max(open.to, each.windows.back().to);
  }
  for (auto i = std::size_t{0}; i < it.plan.resources.size(); ++i)
    if (it.plan.resources[i].site == site
        && needs_met(it, it.plan.resources[i]) != 0)
      out.resources.push_back(resource_on(it, i, day, open));
  std::ranges::stable_sort(out.resources, {}, [](const resource_day& each) {
    return each.taken.all.size();
  });
  if (it.plan.sites[site].setup.gauge > 0 && it.inside > 0)
    out.inside = inside_during(it, it.plan.sites[site], open);
  return out;
}

std::vector<std::size_t> sites_of(const search& it) {
  auto out = std::vector<std::size_t>{};
  for (auto i = std::size_t{0}; i < it.plan.sites.size(); ++i)
    if (it.asked.site.empty() || it.plan.sites[i].setup.id == it.asked.site)
      out.push_back(i);
  return out;
}

busy wanted_at(const search& it, instant start, minutes length) {
  const auto plain = busy{.time = {start, start + length},
                          .before = minutes{it.rule.before},
                          .after = minutes{it.rule.after},
                          .family = it.stock.family(it.rule.family),
                          .door = it.stock.door(it.asked.door),
                          .persons = it.asked.persons,
                          .by_public = !it.asked.by_staff};
  return counted_by(it.plan.gap, plain);
}

} // namespace suivant::booking
