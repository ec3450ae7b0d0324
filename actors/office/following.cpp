#include "actors/office/following.hpp"

#include "actors/booking/plan.hpp"

namespace suivant::office {
namespace {

const booking::follow_up* rule_after(const state& now, const visit& first) {
  const auto* rule
      = booking::find(now.booked.plan(), first.appointment->claim.service);
  return rule == nullptr || rule->followed_by.service.empty()
             ? nullptr
             : &rule->followed_by;
}

bool is_in_interval(const state& now, const booking::follow_up& rule,
                    instant first, instant second) {
  const auto day
      = [&](instant at) { return day_of(now.setup, now.clocks, at); };
  const auto days = (day(second) - day(first)).count();
  return days >= rule.days_from && days <= rule.days_to;
}

bool is_to_come(const visit& it) {
  return it.appointment && is_open(it.now.phase) && !is_here(it.now.phase);
}

} // namespace

std::optional<refusal> may_not_follow(const state& now, visit_id first,
                                      const service_id& service,
                                      instant start) {
  if (first.empty())
    return {};
  const auto* it = now.visits.find(first);
  if (it == nullptr || !it->appointment)
    return refusal::no_such_visit;
  if (!is_open(it->now.phase))
    return refusal::visit_is_closed;
  const auto* rule = rule_after(now, *it);
  if (rule == nullptr || rule->service != service)
    return refusal::no_such_service;
  if (!is_in_interval(now, *rule, it->appointment->claim.time.from, start))
    return refusal::not_in_interval;
  return {};
}

std::optional<refusal> would_part(const state& now, const visit& it,
                                  instant start) {
  const auto& own = *it.appointment;
  if (const auto* first = now.visits.find(own.follows);
      first != nullptr && is_to_come(*first))
    if (const auto* rule = rule_after(now, *first);
        rule != nullptr
        && !is_in_interval(now, *rule, first->appointment->claim.time.from,
                           start))
      return refusal::not_in_interval;
  const auto* rule = rule_after(now, it);
  if (rule == nullptr)
    return {};
  for (const auto& [id, other] : now.visits)
    if (is_to_come(*other) && other->appointment->follows == it.id
        && !is_in_interval(now, *rule, start,
                           other->appointment->claim.time.from))
      return refusal::not_in_interval;
  return {};
}

const visit* follow_up_of(const state& now, const visit& first) {
  const visit* newest = nullptr;
  if (rule_after(now, first) == nullptr)
    return newest;
  for (const auto& [id, it] : now.visits)
    if (it->appointment && it->appointment->follows == first.id
        && (is_to_come(*it) || it->now.phase == phase::expired))
      newest = it.get();
  return newest;
}

} // namespace suivant::office
