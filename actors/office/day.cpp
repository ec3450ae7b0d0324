#include "actors/office/day.hpp"

namespace suivant::office {
namespace {

// Appointments of days to come stay; holds end by themselves.
bool is_missed_booking(const visit& it, business_day day) {
  return it.now.phase == phase::booked && it.day < day;
}

bool goes_on(const state& now, const visit& it) {
  const auto* queue = find(now.setup, it.now.queue);
  return is_open(it.now.phase) && queue != nullptr && queue->continuous;
}

} // namespace

events end_of_day(const state& now, business_day day) {
  auto ended = events{day_began{day}};
  for (const auto& [id, it] : now.visits) {
    if (is_missed_booking(*it, day))
      ended.push_back(visit_no_show{id});
    else if (is_here(it->now.phase) && !goes_on(now, *it))
      ended.push_back(visit_abandoned{id});
  }
  for (const auto& [id, counter] : now.counters) {
    if (counter.agent.empty())
      continue;
    if (counter.visit.empty() || !goes_on(now, now.visits.at(counter.visit)))
      ended.push_back(agent_signed_out{id, counter.agent, "day_ended"});
  }
  return ended;
}

} // namespace suivant::office
