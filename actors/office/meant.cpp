#include "actors/office/meant.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

template <class Id>
bool is_among(const std::vector<Id>& all, const Id& it) {
  return all.empty() || std::ranges::find(all, it) != all.end();
}

// Who waits for a seat waits for what those who have one take.
const std::vector<booking::resource_id>&
resources_of(const state& now, const booking::claim& it) {
  const auto& stock = now.booked.stock();
  const auto* session
      = it.waiting ? stock.find(booking::session_of(it)) : nullptr;
  if (session == nullptr || session->seated.empty())
    return it.resources;
  return stock.find(session->seated.begin()->first.second)->claim.resources;
}

bool needs_one_of(const state& now, const booking::claim& it,
                  const std::vector<booking::resource_id>& wanted) {
  return wanted.empty()
         || std::ranges::any_of(
             resources_of(now, it), [&](const booking::resource_id& each) {
               return std::ranges::find(wanted, each) != wanted.end();
             });
}

bool is_then(const state& now, const booking::claim& it,
             const booking_filter& of) {
  const auto& plan = now.booked.plan();
  const auto site = booking::index_of(plan, it.site);
  const auto& clock
      = site ? plan.sites[*site].clock : now.clocks.at(now.setup.zone);
  const auto when = wall_time_of(clock, it.time.from);
  return of.first <= when.day && when.day <= of.last && of.from <= when.minute
         && when.minute < of.to;
}

} // namespace

std::vector<const visit*>
appointments_meant(const state& now, const booking_filter& of, instant at) {
  auto out = std::vector<const visit*>{};
  for (const auto& [id, visit] : now.visits) {
    if (visit->now.phase != phase::booked && visit->now.phase != phase::held)
      continue;
    const auto& it = visit->appointment->claim;
    if (it.time.from > at && is_among(of.sites, it.site)
        && is_among(of.services, it.service) && is_then(now, it, of)
        && needs_one_of(now, it, of.resources))
      out.push_back(visit.get());
  }
  return out;
}

bool makes_sense(const booking_filter& it) {
  return it.first <= it.last && it.last - it.first <= std::chrono::days{366}
         && 0 <= it.from && it.from < it.to && it.to <= 1440;
}

} // namespace suivant::office
