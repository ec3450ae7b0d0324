#include "actors/booking/plan.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

using std::chrono::days;
using std::chrono::minutes;

template <class Element, class Id>
std::optional<std::size_t> index_in(const std::vector<Element>& all,
                                    const Id& wanted) {
  const auto it = std::ranges::find_if(
      all, [&](const auto& each) { return each.setup.id == wanted; });
  if (it == all.end())
    return std::nullopt;
  return static_cast<std::size_t>(it - all.begin());
}

template <class Element>
bool contains(const std::vector<Element>& all, const Element& wanted) {
  return std::ranges::find(all, wanted) != all.end();
}

std::vector<interval> merged_instants(const zone& clock,
                                      const std::vector<wall_span>& spans) {
  auto out = std::vector<interval>{};
  for (const auto& it : spans)
    out.push_back(instants_of(clock, it));
  return merged(std::move(out));
}

} // namespace

plan plan_of(const setup& wanted, const zones& known) {
  auto out = plan{.gap = wanted.gap, .services = wanted.services};
  for (const auto& site : wanted.sites) {
    const auto& clock = known.at(site.zone);
    out.sites.push_back({site, clock, merged_instants(clock, site.closed)});
  }
  for (const auto& opening : wanted.openings) {
    out.openings.push_back({opening, index_of(out, opening.site).value()});
    auto& its_days = out.openings.back().setup.days;
    its_days = with_end(std::move(its_days));
  }
  for (const auto& resource : wanted.resources) {
    const auto site = index_of(out, resource.site).value();
    out.resources.push_back(
        {resource, site,
         merged_instants(out.sites[site].clock, resource.absent)});
    for (auto& it : out.resources.back().setup.shifts)
      it.days = with_end(std::move(it.days));
  }
  return out;
}

const service_rule* find(const plan& in, const service_id& wanted) {
  const auto it = std::ranges::find(in.services, wanted, &service_rule::id);
  return it == in.services.end() ? nullptr : &*it;
}

std::optional<std::size_t> index_of(const plan& in, const site_id& wanted) {
  return index_in(in.sites, wanted);
}

std::optional<std::size_t> index_of(const plan& in, const opening_id& wanted) {
  return index_in(in.openings, wanted);
}

std::optional<std::size_t> index_of(const plan& in, const resource_id& wanted) {
  return index_in(in.resources, wanted);
}

bool offers(const opening_plan& opening, const service_id& service) {
  return contains(opening.setup.services, service);
}

bool is_able(const resource_plan& resource, const service_id& service) {
  const auto& it = resource.setup;
  return contains(it.skills, service)
         || (it.skills.empty() && it.kind != resource_kind::agent);
}

bool suits(const resource_plan& resource, const need& wanted,
           const service_rule& service) {
  const auto& it = resource.setup;
  // A whole session must fit into a room of its own.
  const auto is_large_enough
      = it.shared || it.gauge == 0 || it.gauge >= service.seats;
  return it.kind == wanted.kind && is_able(resource, service.id)
         && is_large_enough
         && (wanted.among.empty() || contains(wanted.among, it.id));
}

minutes length_of(const service_rule& service, int step, int persons) {
  if (service.steps > 0)
    return minutes{service.steps * step};
  const auto listed
      = std::min(persons, static_cast<int>(service.minutes.size()));
  const auto more = (persons - listed) * service.each_more;
  return minutes{service.minutes[static_cast<std::size_t>(listed - 1)] + more};
}

std::vector<hours> hours_on(const opening_setup& opening, calendar_day day,
                            bool holiday) {
  const auto overrides
      = opening.on_holidays && is_one_day_of_its_weekday(opening.days);
  if (!occurs_on(opening.days, day) || (holiday && !overrides))
    return {};
  const auto instead = std::ranges::find(opening.instead, day, &day_hours::day);
  return instead == opening.instead.end() ? opening.hours : instead->hours;
}

std::vector<interval> times_on(const plan& in, const resource_plan& resource,
                               calendar_day day) {
  const auto& clock = in.sites[resource.site].clock;
  auto there = std::vector<interval>{};
  // A day around it, for what goes on over midnight.
  if (resource.setup.shifts.empty())
    there.push_back({instant_of(clock, {day, 0}) - days{1},
                     instant_of(clock, {day, 0}) + days{3}});
  for (const auto& shift : resource.setup.shifts)
    for (auto on = day - days{1}; on <= day + days{1}; on += days{1})
      if (occurs_on(shift.days, on))
        for (const auto& it : instants_of(clock, on, shift.hours))
          there.push_back(it);
  return without(merged(std::move(there)), resource.absent);
}

} // namespace suivant::booking
