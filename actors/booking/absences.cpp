#include "actors/booking/absences.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

bool is_on_duty(const plan& in, const claim& it, const resource_id& id) {
  const auto index = index_of(in, id);
  if (!index)
    return false;
  const auto& resource = in.resources[*index];
  const auto& site = in.sites[resource.site];
  if (site.setup.id != it.site)
    return false;
  const auto day = wall_time_of(site.clock, it.time.from).day;
  return std::ranges::any_of(
      times_on(in, resource, day),
      [&](const interval& there) { return covers(there, it.time); });
}

} // namespace

bool are_on_duty(const plan& in, const claim& it) {
  return std::ranges::all_of(it.resources, [&](const resource_id& id) {
    return is_on_duty(in, it, id);
  });
}

std::vector<conflict> touched_by(const plan& changed, const stock& taken,
                                 const resource_id& resource, instant now) {
  auto of_it = stock{};
  for (const auto& [visit, it] : taken.all())
    if (std::ranges::find(it.claim.resources, resource)
        != it.claim.resources.end())
      of_it.take(visit, it.claim, it.held_until);
  auto found = conflicts(changed, of_it, now);
  std::erase_if(found, [&](const conflict& it) {
    return it.why != misfit::resource_absent || it.resource != resource;
  });
  return found;
}

} // namespace suivant::booking
