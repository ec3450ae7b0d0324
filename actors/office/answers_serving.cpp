// What happens at a counter.

#include "actors/office/answers.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/rights.hpp"

namespace suivant::office {

decision answer(const situation& here, const start& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (const auto refused = may_not_serve(here, *it))
    return *refused;
  if (it->now.phase == phase::serving)
    return events{};
  if (it->now.phase != phase::called)
    return closed_or(*it, refusal::visit_is_not_called);
  return events{service_started{it->id}};
}

decision answer(const situation& here, const finish& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::served && it->now.outcome == asked.outcome)
    return events{};
  if (it->now.phase != phase::serving)
    return closed_or(*it, refusal::visit_is_not_being_served);
  if (const auto refused = may_not_serve(here, *it))
    return *refused;
  return events{visit_finished{it->id, asked.outcome}};
}

// Who frees the visit of a lost desk does not become its agent: anybody may
// go on with it.
decision answer(const situation& here, const park& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::parked)
    return events{};
  if (!is_at_counter(it->now.phase))
    return closed_or(*it, refusal::visit_is_not_at_a_counter);
  if (const auto refused = may_not_free(here, *it))
    return *refused;
  if (asked.reason.empty())
    return refusal::reason_is_needed;
  const auto is_freed = may_not_serve(here, *it).has_value();
  return events{visit_parked{it->id, is_freed ? agent_id{} : it->now.agent,
                             asked.reason}};
}

decision answer(const situation& here, const resume& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::serving && it->now.counter == asked.counter)
    return events{};
  const auto [counter, busy] = free_counter(here, asked.counter);
  if (busy)
    return *busy;
  if (it->now.phase != phase::parked)
    return closed_or(*it, refusal::visit_is_not_parked);
  const auto is_his = it->now.agent.empty() || it->now.agent == counter->agent;
  if (!is_his && !supervises(here.by))
    return refusal::visit_is_at_another_counter;
  if (const auto refused = may_not_let_in(here, *it, asked))
    return *refused;
  const auto over = !lets_in(here.now, *it, asked.counter);
  return events{visit_resumed{it->id, asked.counter, counter->agent, over,
                              over ? asked.reason : ""}};
}

} // namespace suivant::office
