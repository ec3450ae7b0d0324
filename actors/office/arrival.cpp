#include "actors/office/arrival.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using std::chrono::minutes;

bool is_missing(const state& now, const visit& it, instant at) {
  if (it.now.phase != phase::booked || it.day != now.day)
    return false;
  const auto after = rule_of(now, it).absent_after;
  return after > 0 && at >= it.appointment->claim.time.from + minutes{after};
}

} // namespace

booking::service_rule rule_of(const state& now, const visit& it) {
  const auto* found
      = booking::find(now.booked.plan(), it.appointment->claim.service);
  return found == nullptr ? booking::service_rule{} : *found;
}

instant arrival_begins(const state& now, const visit& it) {
  return it.appointment->claim.time.from
         - minutes{rule_of(now, it).arrival_before};
}

arrival_time arrival_time_of(const state& now, const visit& it) {
  const auto at = arrival_begins(now, it);
  const auto site
      = booking::index_of(now.booked.plan(), it.appointment->claim.site);
  if (!site)
    return {at, it.appointment->shown};
  auto text = text_of(now.booked.plan().sites[*site].clock, at);
  text = text.substr(0, std::string_view{"2026-11-23T09:00"}.size());
  text[text.find('T')] = ' ';
  return {at, text};
}

// Their starts have gone by, so nobody moves up to their seats.
events absences_due(const state& now, instant at) {
  auto found = events{};
  const auto nobody_looks
      = std::ranges::all_of(now.booked.plan().services, [](const auto& rule) {
          return rule.absent_after == 0;
        });
  if (nobody_looks)
    return found;
  for (const auto& [id, it] : now.visits)
    if (is_missing(now, *it, at))
      found.push_back(visit_no_show{id, true});
  return found;
}

} // namespace suivant::office
