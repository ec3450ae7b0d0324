// Agents coming to counters, resting, and leaving them.

#include "actors/office/answers.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

bool may_serve(const state& now, const counter_id& counter, const visit& it) {
  const auto waits_here = it.now.wanted.empty() || it.now.wanted == counter;
  return waits_here && serves(*find(now.setup, counter), it.now.service);
}

bool somebody_else_serves(const state& now, const counter_id& leaving,
                          const visit& it) {
  return std::ranges::any_of(now.counters, [&](const auto& each) {
    const auto& [id, counter] = each;
    return id != leaving && !counter.agent.empty() && may_serve(now, id, it);
  });
}

bool is_parked_by(const visit& it, const agent_id& agent) {
  return it.now.phase == phase::parked && it.now.agent == agent;
}

// Those too who will wait only because this agent sends them back to the line.
bool leaves_people_waiting(const state& now, const sign_out& asked,
                           const agent_id& agent) {
  return std::ranges::any_of(now.visits, [&](const auto& each) {
    const auto& it = *each.it;
    const auto will_wait
        = it.now.phase == phase::waiting
          || (asked.parked == parked::requeue && is_parked_by(it, agent));
    return will_wait && may_serve(now, asked.counter, it)
           && !somebody_else_serves(now, asked.counter, it);
  });
}

events hand_over(const visit& it, parked to) {
  switch (to) {
  case parked::give_to_pool:
    return {visit_parked{it.id, {}, it.now.reason}};
  case parked::requeue:
    return {visit_requeued{it.id, it.now.at}};
  case parked::refuse:
  case parked::keep:
    break;
  }
  return {};
}

} // namespace

decision answer(const situation& here, const sign_in& asked) {
  const auto found = here.now.counters.find(asked.counter);
  if (found == here.now.counters.end())
    return refusal::no_such_counter;
  const auto agent = asked.agent.empty() ? agent_id{here.by.name} : asked.agent;
  const auto is_own = supervises(here.by) || here.by.name == agent.text;
  if (agent.empty() || !is_own)
    return refusal::value_out_of_range;
  const auto& counter = found->second;
  if (counter.agent == agent)
    return counter.online ? events{} : events{desk_returned{asked.counter}};
  if (!counter.agent.empty())
    return refusal::counter_is_taken;
  for (const auto& [id, other] : here.now.counters) {
    if (other.agent == agent)
      return refusal::agent_is_elsewhere;
  }
  return events{agent_signed_in{asked.counter, agent}};
}

decision answer(const situation& here, const sign_out& asked) {
  const auto [counter, no] = own_counter(here, asked.counter);
  if (no == refusal::nobody_is_signed_in)
    return events{};
  if (no)
    return *no;
  if (!counter->visit.empty())
    return refusal::counter_has_open_visit;
  auto decided = events{};
  for (const auto& [id, it] : here.now.visits) {
    if (!is_parked_by(*it, counter->agent))
      continue;
    if (asked.parked == parked::refuse)
      return refusal::parked_visits_remain;
    std::ranges::move(hand_over(*it, asked.parked),
                      std::back_inserter(decided));
  }
  if (asked.reason.empty()
      && leaves_people_waiting(here.now, asked, counter->agent))
    return refusal::people_are_waiting;
  decided.push_back(
      agent_signed_out{asked.counter, counter->agent, asked.reason});
  return decided;
}

decision answer(const situation& here, const begin_break& asked) {
  const auto [counter, no] = own_counter(here, asked.counter);
  if (no)
    return *no;
  if (counter->on_break)
    return events{};
  if (!counter->visit.empty())
    return refusal::counter_has_open_visit;
  return events{break_began{asked.counter, asked.reason}};
}

decision answer(const situation& here, const end_break& asked) {
  const auto [counter, no] = own_counter(here, asked.counter);
  if (no)
    return *no;
  if (!counter->on_break)
    return events{};
  return events{break_ended{asked.counter}};
}

decision answer(const situation& here, const report_desk& asked) {
  const auto found = here.now.counters.find(asked.counter);
  if (found == here.now.counters.end())
    return refusal::no_such_counter;
  const auto& counter = found->second;
  if (counter.agent.empty() || counter.online == asked.online)
    return events{};
  if (asked.online)
    return events{desk_returned{asked.counter}};
  return events{desk_lost{asked.counter}};
}

} // namespace suivant::office
