#include "actors/office/presences.hpp"

#include "actors/office/gauge.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using booking::presence;
using std::chrono::minutes;

// Who is longer than thought may be gone in a minute.
instant end_of(const setup& office, const visit& it, instant at) {
  const auto* service = find(office, it.now.service);
  const auto usual = minutes{service == nullptr ? 0 : service->minutes};
  return std::max(it.now.since + usual, at + minutes{1});
}

// An appointment counts by itself while it lasts.
void add_visit(std::vector<presence>& to, const setup& office, const visit& it,
               instant at) {
  const auto where = whereabouts_of(office, it);
  if (!where)
    return;
  auto counted = std::vector<booking::interval>{};
  if (it.appointment && !it.appointment->given_up
      && it.appointment->claim.site == where->site)
    counted.push_back(it.appointment->claim.time);
  for (const auto& time :
       booking::without({{at, end_of(office, it, at)}}, counted))
    to.push_back({where->site, time, where->persons});
}

void add_day(std::vector<presence>& to, const state& now,
             const booking::site_setup& site, instant at) {
  const auto today = now.sites.find(site.id);
  if (today == now.sites.end())
    return;
  for (const auto& it : today->second.others)
    to.push_back({site.id, {at, it.until}, it.persons});
  const auto most = today->second.most;
  if (most < 0 || most >= site.gauge)
    return;
  const auto end = instant_of(
      now.clocks.at(now.setup.zone),
      {now.day + std::chrono::days{1}, now.setup.cut_over_minutes});
  to.push_back({site.id, {at, end}, site.gauge - most});
}

} // namespace

std::vector<presence> presences(const state& now, instant at) {
  auto found = std::vector<presence>{};
  const auto& sites = now.setup.booking.sites;
  const auto has_gauge = std::ranges::any_of(
      sites, [](const auto& site) { return site.gauge > 0; });
  if (!has_gauge)
    return found;
  for (const auto& site : sites)
    add_day(found, now, site, at);
  if (!now.inside.empty())
    for (const auto& [id, it] : now.visits)
      add_visit(found, now.setup, *it, at);
  return found;
}

} // namespace suivant::office
