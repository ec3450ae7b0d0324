// Calling people to a counter, and what becomes of a call.

#include "actors/office/answers.hpp"
#include "actors/office/choosing.hpp"
#include "actors/office/gauge.hpp"
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

// While the site is full, who is inside already need not wait for those who
// are outside; but of these nobody passes another because they are fewer.
std::optional<chosen> next_for(const situation& here, const call_next& asked) {
  const auto& desk = *find(here.now.setup, asked.counter);
  auto next = next_for(here.now, desk);
  if (!next || asked.over_gauge
      || lets_in(here.now, here.now.visits.at(next->visit), asked.counter))
    return next;
  const auto site = site_of(here.now.setup, asked.counter);
  if (auto inside = next_for(here.now, desk, site))
    return inside;
  return next;
}

template <class Command>
decision called(const situation& here, const Command& asked, const visit& it,
                const agent_id& agent, why because) {
  if (const auto refused = may_not_let_in(here, it, asked))
    return *refused;
  const auto over = !lets_in(here.now, it, asked.counter);
  return events{visit_called{it.id, asked.counter, agent, std::move(because),
                             over, over ? asked.reason : ""}};
}

// Whoever is late for an appointment may be given up by hand.
decision given_up(const situation& here, const visit& it) {
  if (!is_staff(here.by))
    return refusal::visit_is_not_called;
  if (it.day != here.now.day)
    return refusal::not_today;
  if (here.at < it.appointment->claim.time.from)
    return refusal::not_late_yet;
  return events{visit_no_show{it.id, true}};
}

} // namespace

decision answer(const situation& here, const call_next& asked) {
  const auto [counter, no] = free_counter(here, asked.counter);
  if (no)
    return *no;
  auto next = next_for(here, asked);
  if (!next)
    return refusal::nobody_is_waiting;
  return called(here, asked, here.now.visits.at(next->visit), counter->agent,
                std::move(next->because));
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
  return called(here, asked, *it, counter->agent,
                picked_by_hand(here.now, desk, *it));
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
  if (it->now.phase == phase::missed || it->now.phase == phase::no_show)
    return events{};
  if (it->now.phase == phase::booked)
    return given_up(here, *it);
  if (it->now.phase != phase::called)
    return closed_or(*it, refusal::visit_is_not_called);
  if (const auto refused = may_not_serve(here, *it))
    return *refused;
  return events{visit_missed{it->id}};
}

} // namespace suivant::office
