#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

bool is_agent_of(const asker& by, const counter_state& counter) {
  return by.as == role::agent && by.name == counter.agent.text;
}

bool is_lost_for_long(const situation& here, const counter_state& counter) {
  const auto grace
      = std::chrono::minutes{here.now.setup.rules.offline_grace_minutes};
  return !counter.online && here.at - counter.since > grace;
}

} // namespace

bool supervises(const asker& by) {
  return by.as == role::supervisor || by.as == role::system;
}

bool is_from_outside(const asker& by) {
  return by.as == role::visitor || by.as == role::partner;
}

bool is_staff(const asker& by) {
  return supervises(by) || by.as == role::agent;
}

bool serves(const counter_setup& counter, const service_id& service) {
  return std::ranges::find(counter.serves, service) != counter.serves.end();
}

bool fits(const setup& office, const standing& of) {
  const auto* service = find(office, of.service);
  if (service == nullptr || service->queue != of.queue)
    return false;
  if (of.wanted.empty())
    return true;
  const auto* counter = find(office, of.wanted);
  return counter != nullptr && serves(*counter, of.service);
}

// Appointments are no obstacle: which no longer fit is told beforehand, and
// what becomes of them is for people to say.
bool is_in_use(const state& now, const setup& wanted) {
  const auto is_left_out = [&](const auto& each) {
    const auto& now_at = each.it->now;
    return is_here(now_at.phase) && !fits(wanted, now_at);
  };
  const auto is_manned = [&](const auto& each) {
    const auto& [id, counter] = each;
    return !counter.agent.empty() && find(wanted, id) == nullptr;
  };
  return std::ranges::any_of(now.visits, is_left_out)
         || std::ranges::any_of(now.counters, is_manned);
}

std::optional<refusal> takes_nobody(const state& now,
                                    const queue_setup& queue) {
  const auto& as_is = now.queues.at(queue.id);
  const auto most = static_cast<std::size_t>(queue.most_waiting);
  if (!as_is.open)
    return refusal::queue_is_closed;
  if (most != 0 && as_is.line.size() >= most)
    return refusal::queue_is_full;
  return {};
}

looked_up<visit> visit_meant(const state& now, const visit_ref& asked) {
  const auto* it = now.visits.find(asked.id);
  if (it == nullptr)
    return {nullptr, refusal::no_such_visit};
  if (asked.version != 0 && asked.version != it->version)
    return {nullptr, refusal::visit_has_changed};
  return {it, {}};
}

looked_up<counter_state> own_counter(const situation& here,
                                     const counter_id& wanted) {
  const auto found = here.now.counters.find(wanted);
  if (found == here.now.counters.end())
    return {nullptr, refusal::no_such_counter};
  const auto& counter = found->second;
  if (counter.agent.empty())
    return {nullptr, refusal::nobody_is_signed_in};
  if (!supervises(here.by) && !is_agent_of(here.by, counter))
    return {nullptr, refusal::counter_is_taken};
  return {&counter, {}};
}

looked_up<counter_state> free_counter(const situation& here,
                                      const counter_id& wanted) {
  const auto found = own_counter(here, wanted);
  if (found.no)
    return found;
  if (found.it->on_break)
    return {nullptr, refusal::counter_is_on_break};
  if (!found.it->visit.empty())
    return {nullptr, refusal::counter_has_open_visit};
  return found;
}

std::optional<refusal> may_not_serve(const situation& here, const visit& it) {
  if (!is_at_counter(it.now.phase) || supervises(here.by))
    return {};
  if (is_agent_of(here.by, here.now.counters.at(it.now.counter)))
    return {};
  return refusal::visit_is_at_another_counter;
}

std::optional<refusal> may_not_free(const situation& here, const visit& it) {
  const auto no = may_not_serve(here, it);
  if (no && is_staff(here.by)
      && is_lost_for_long(here, here.now.counters.at(it.now.counter)))
    return {};
  return no;
}

refusal closed_or(const visit& it, refusal otherwise) {
  return is_open(it.now.phase) ? otherwise : refusal::visit_is_closed;
}

} // namespace suivant::office
