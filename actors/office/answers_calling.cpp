// Calling people to a counter, and what becomes of a call.

#include "actors/office/answers.hpp"
#include "actors/office/choosing.hpp"
#include "actors/office/rights.hpp"

namespace suivant::office {
namespace {

// A supervisor may send anybody anywhere.
std::optional<refusal> may_not_call(const situation& here,
                                    const counter_setup& counter,
                                    const visit& it) {
  if (supervises(here.by))
    return {};
  if (!it.now.wanted.empty() && it.now.wanted != counter.id)
    return refusal::visit_waits_for_another_counter;
  if (!serves(counter, it.now.service))
    return refusal::counter_does_not_serve_it;
  return {};
}

} // namespace

decision answer(const situation& here, const call_next& asked) {
  const auto [counter, no] = free_counter(here, asked.counter);
  if (no)
    return *no;
  auto next = next_for(here.now, *find(here.now.setup, asked.counter));
  if (!next)
    return refusal::nobody_is_waiting;
  return events{visit_called{next->visit, asked.counter, counter->agent,
                             std::move(next->because)}};
}

decision answer(const situation& here, const call_visit& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::called && it->now.counter == asked.counter)
    return events{};
  const auto [counter, busy] = free_counter(here, asked.counter);
  if (busy)
    return *busy;
  if (it->now.phase != phase::waiting && it->now.phase != phase::missed)
    return closed_or(*it, refusal::visit_is_not_waiting);
  const auto& desk = *find(here.now.setup, asked.counter);
  if (const auto refused = may_not_call(here, desk, *it))
    return *refused;
  return events{visit_called{it->id, asked.counter, counter->agent,
                             picked_by_hand(here.now, desk, *it)}};
}

decision answer(const situation& here, const recall& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase != phase::called)
    return closed_or(*it, refusal::visit_is_not_called);
  if (const auto refused = may_not_serve(here, *it))
    return *refused;
  const auto& rules = here.now.setup.rules;
  if (it->now.calls > rules.recall_limit)
    return refusal::recall_limit_reached;
  if (here.at - it->now.last_call
      < std::chrono::seconds{rules.recall_pause_seconds})
    return refusal::recalled_too_soon;
  return events{visit_recalled{it->id}};
}

decision answer(const situation& here, const mark_absent& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::missed)
    return events{};
  if (it->now.phase != phase::called)
    return closed_or(*it, refusal::visit_is_not_called);
  if (const auto refused = may_not_serve(here, *it))
    return *refused;
  return events{visit_missed{it->id}};
}

} // namespace suivant::office
