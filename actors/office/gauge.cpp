#include "actors/office/gauge.hpp"

#include "actors/office/office.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

std::optional<whereabouts> whereabouts_in(const state& now, visit_id visit) {
  const auto* it = visit.empty() ? nullptr : now.visits.find(visit);
  return it == nullptr ? std::nullopt : whereabouts_of(now.setup, *it);
}

void add(std::map<booking::site_id, int>& to,
         const std::optional<whereabouts>& where, int sign) {
  if (!where)
    return;
  auto& persons = to[where->site];
  persons += sign * where->persons;
  if (persons == 0)
    to.erase(where->site);
}

int ended(const site_state& site, instant at) {
  auto persons = 0;
  for (const auto& it : site.others)
    if (it.until <= at)
      persons += it.persons;
  return persons;
}

bool is_plain_call(const event& happened) {
  if (const auto* call = std::get_if<visit_called>(&happened))
    return !call->over_gauge;
  const auto* back = std::get_if<visit_resumed>(&happened);
  return back != nullptr && !back->over_gauge;
}

// More of what was known may go, but a call alone makes nothing known.
void note_beyond(state& office, const booking::site_id& site, bool is_known) {
  const auto now = beyond(office, site);
  const auto found = office.sites.find(site);
  const auto was = found == office.sites.end() ? 0 : found->second.beyond;
  const auto known = is_known ? now : std::min(was, now);
  if (known != was)
    office.sites[site].beyond = known;
}

} // namespace

bool has_room(const gauge& of, int more) {
  return !of.most || of.inside + more <= *of.most;
}

booking::site_id site_of(const setup& office, const counter_id& counter) {
  const auto* found = find(office, counter);
  if (found != nullptr && !found->site.empty())
    return found->site;
  const auto& sites = office.booking.sites;
  return sites.empty() ? booking::site_id{} : sites.front().id;
}

std::vector<booking::site_id> sites_for(const setup& office, const visit& it) {
  auto found = std::vector<booking::site_id>{};
  const auto add = [&](const booking::site_id& site) {
    if (!site.empty() && std::ranges::find(found, site) == found.end())
      found.push_back(site);
  };
  for (const auto& counter : office.counters) {
    const auto serves = std::ranges::find(counter.serves, it.now.service)
                        != counter.serves.end();
    if (serves && (it.now.wanted.empty() || it.now.wanted == counter.id))
      add(site_of(office, counter.id));
  }
  return found;
}

std::optional<whereabouts> whereabouts_of(const setup& office,
                                          const visit& it) {
  if (office.booking.sites.empty())
    return std::nullopt;
  switch (it.now.phase) {
  case phase::called:
  case phase::serving:
  case phase::parked:
    return whereabouts{site_of(office, it.now.counter), it.persons};
  case phase::waiting:
    if (booking::find_site(office.booking, it.now.inside) != nullptr)
      return whereabouts{it.now.inside, it.persons};
    return std::nullopt;
  default:
    return std::nullopt;
  }
}

gauge gauge_at(const state& now, const booking::site_id& site) {
  auto it = gauge{};
  const auto by_visits = now.inside.find(site);
  if (by_visits != now.inside.end())
    it.inside = by_visits->second;
  it.inside += inside_without_visit(now, site);
  if (const auto* setup = booking::find_site(now.setup.booking, site);
      setup != nullptr && setup->gauge > 0)
    it.most = setup->gauge;
  const auto today = now.sites.find(site);
  if (today != now.sites.end() && today->second.most >= 0)
    it.most = today->second.most;
  return it;
}

bool lets_in(const state& now, const visit& it, const counter_id& counter) {
  const auto site = site_of(now.setup, counter);
  if (site.empty())
    return true;
  const auto where = whereabouts_of(now.setup, it);
  return (where && where->site == site)
         || has_room(gauge_at(now, site), it.persons);
}

std::map<booking::site_id, int> inside_by_visits(const state& now) {
  auto inside = std::map<booking::site_id, int>{};
  if (!now.setup.booking.sites.empty())
    for (const auto& [id, it] : now.visits)
      add(inside, whereabouts_of(now.setup, *it), 1);
  return inside;
}

int inside_without_visit(const state& now, const booking::site_id& site) {
  const auto found = now.sites.find(site);
  auto persons = 0;
  if (found != now.sites.end())
    for (const auto& it : found->second.others)
      persons += it.persons;
  return persons;
}

bool has_ended_stay(const state& now, instant at) {
  return std::ranges::any_of(now.sites, [&](const auto& each) {
    const auto& others = each.second.others;
    return !others.empty() && others.front().until <= at;
  });
}

events end_of_stays(const state& now, instant at) {
  auto all = events{};
  for (const auto& [id, site] : now.sites)
    if (const auto gone = ended(site, at); gone > 0)
      all.push_back(presence_expired{id, gone});
  return all;
}

int beyond(const state& now, const booking::site_id& site) {
  const auto it = gauge_at(now, site);
  return it.most ? std::max(0, it.inside - *it.most) : 0;
}

gauge_keeper::extent gauge_keeper::extent_of(const state& before,
                                             const event& happened) {
  if (std::holds_alternative<office_configured>(happened)
      || std::holds_alternative<day_began>(happened))
    return extent::all;
  if (before.setup.booking.sites.empty())
    return extent::none;
  if (!subject_of(happened).empty())
    return extent::visit;
  const auto is_about_site = std::visit(
      [](const auto& it) { return requires { it.site; }; }, happened);
  return is_about_site ? extent::site : extent::none;
}

gauge_keeper::gauge_keeper(const state& before, const event& happened)
    : changes_{extent_of(before, happened)},
      is_plain_call_{is_plain_call(happened)}, subject_{subject_of(happened)} {
  if (changes_ == extent::visit)
    was_ = whereabouts_in(before, subject_);
}

void gauge_keeper::keep(state& after) const {
  if (changes_ == extent::none)
    return;
  if (changes_ == extent::all)
    after.inside = inside_by_visits(after);
  if (changes_ == extent::visit) {
    const auto is = whereabouts_in(after, subject_);
    if (is == was_)
      return;
    add(after.inside, was_, -1);
    add(after.inside, is, 1);
  }
  for (const auto& site : after.setup.booking.sites)
    note_beyond(after, site.id, !is_plain_call_);
  std::erase_if(after.sites,
                [](const auto& each) { return each.second == site_state{}; });
}

} // namespace suivant::office
