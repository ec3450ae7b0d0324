// Changing places: back to the line, to another line, behind others.

#include "actors/office/answers.hpp"
#include "actors/office/ordering.hpp"
#include "actors/office/rights.hpp"

namespace suivant::office {
namespace {

std::optional<refusal> no_such_target(const state& now, const transfer& asked) {
  if (find(now.setup, asked.service) == nullptr)
    return refusal::no_such_service;
  if (asked.counter.empty())
    return {};
  const auto* counter = find(now.setup, asked.counter);
  if (counter == nullptr)
    return refusal::no_such_counter;
  if (!serves(*counter, asked.service))
    return refusal::counter_does_not_serve_it;
  return {};
}

} // namespace

// By phone a visitor may do so only after missing the turn; anything else
// means that the phone shows something old.
decision answer(const situation& here, const requeue& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::waiting)
    return events{};
  if (!is_here(it->now.phase))
    return closed_or(*it, refusal::visit_is_not_here);
  const auto is_missed = it->now.phase == phase::missed;
  if (is_from_outside(here.by) && !is_missed)
    return refusal::visit_has_changed;
  if (const auto refused = may_not_free(here, *it))
    return *refused;
  const auto& line = here.now.queues.at(it->now.queue).line;
  const auto behind = here.now.setup.rules.places_behind_head;
  const auto& old = it->now.at;
  return events{visit_requeued{
      it->id, is_missed ? after_missing(line, old, behind) : old}};
}

decision answer(const situation& here, const transfer& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (!is_here(it->now.phase))
    return closed_or(*it, refusal::visit_is_not_here);
  if (const auto unknown = no_such_target(here.now, asked))
    return *unknown;
  if (const auto refused = may_not_free(here, *it))
    return *refused;
  if (it->now.service == asked.service && it->now.wanted == asked.counter)
    return events{};
  const auto& service = *find(here.now.setup, asked.service);
  const auto& queue = *find(here.now.setup, service.queue);
  const auto refused = takes_nobody(here.now, queue);
  if (refused && queue.id != it->now.queue && asked.reason.empty())
    return *refused;
  return events{visit_transferred{it->id, asked.service, queue.id,
                                  asked.counter, old_place(queue, *it),
                                  asked.reason}};
}

// Not a new arrival: neither a closed nor a full queue stands against it.
decision answer(const situation& here, const change_service& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  const auto* service = find(here.now.setup, asked.service);
  if (service == nullptr)
    return refusal::no_such_service;
  if (it->now.phase != phase::waiting && !is_at_counter(it->now.phase))
    return closed_or(*it, refusal::visit_is_not_at_a_counter);
  if (const auto refused = may_not_serve(here, *it))
    return *refused;
  if (it->now.service == asked.service)
    return events{};
  const auto& queue = *find(here.now.setup, service->queue);
  return events{
      service_changed{it->id, asked.service, queue.id, old_place(queue, *it)}};
}

decision answer(const situation& here, const let_pass& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (asked.places < 1 || asked.places > here.now.setup.rules.most_passed)
    return refusal::value_out_of_range;
  if (it->now.phase != phase::waiting)
    return closed_or(*it, refusal::visit_is_not_waiting);
  const auto& line = here.now.queues.at(it->now.queue).line;
  const auto passing = after_passing(line, it->now.at, asked.places);
  if (passing.passed == 0)
    return refusal::nobody_to_let_pass;
  return events{others_let_pass{it->id, passing.passed, passing.at}};
}

} // namespace suivant::office
