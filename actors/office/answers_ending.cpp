// Ending a visit early, and taking back the last step.

#include "actors/office/appointing.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// Where the step to undo was made; empty when it was at no counter.
counter_id scene_of(const visit& it) {
  if (is_at_counter(it.now.phase))
    return it.now.counter;
  const auto& before = it.last->before;
  return is_at_counter(before.phase) ? before.counter : counter_id{};
}

std::optional<refusal> may_not_undo(const situation& here, const visit& it) {
  if (supervises(here.by))
    return {};
  const auto scene = scene_of(it);
  if (scene.empty())
    return is_staff(here.by) ? std::nullopt
                             : std::optional{refusal::nothing_to_undo};
  const auto found = here.now.counters.find(scene);
  if (found != here.now.counters.end() && here.by.as == role::agent
      && found->second.agent.text == here.by.name)
    return {};
  return refusal::visit_is_at_another_counter;
}

// The counter goes back to exactly what it was, or the step stands.
std::optional<refusal> counter_moved_on(const state& now, const visit& it) {
  const auto& before = it.last->before;
  if (!is_at_counter(before.phase))
    return {};
  const auto found = now.counters.find(before.counter);
  if (found == now.counters.end())
    return refusal::nothing_to_undo;
  const auto& counter = found->second;
  if (counter.agent.empty())
    return refusal::nobody_is_signed_in;
  if (counter.agent != before.agent)
    return refusal::agent_is_elsewhere;
  if (counter.on_break)
    return refusal::counter_is_on_break;
  if (!counter.visit.empty() && counter.visit != it.id)
    return refusal::counter_has_open_visit;
  return {};
}

// Who gave up a place on a list finds it only while the list is open.
std::optional<refusal> list_moved_on(const state& now, const visit& it) {
  if (it.last->before.phase != phase::postponed)
    return {};
  return now.campaigns.at(it.wish->campaign).is_open
             ? std::nullopt
             : std::optional{refusal::list_has_ended};
}

// The set-up may have changed since, and the number may have been given away.
std::optional<refusal> office_moved_on(const state& now, const visit& it) {
  if (!is_here(it.last->before.phase))
    return {};
  if (!fits(now.setup, it.last->before))
    return refusal::nothing_to_undo;
  const auto is_taken
      = !is_open(it.now.phase) && now.held_numbers.contains(it.number);
  return is_taken ? std::optional{refusal::too_late_to_undo} : std::nullopt;
}

// An appointment that ends leaves its seat to others.
events ended(const situation& here, const visit& it, event by) {
  auto decided = events{std::move(by)};
  std::ranges::move(seats_filled(here.now, it, here.at),
                    std::back_inserter(decided));
  return decided;
}

// An appointment, or a hold, takes its place back, which may be another one by
// now; who has only arrived has given nothing up.
decision undone(const situation& here, const visit& it) {
  auto decided = events{step_undone{it.id, it.last->step}};
  if (is_here(it.last->before.phase) || is_here(it.now.phase))
    return decided;
  auto back = taken_back(here, it);
  auto* moved = std::get_if<events>(&back);
  if (moved == nullptr)
    return back;
  std::ranges::move(*moved, std::back_inserter(decided));
  return decided;
}

} // namespace

decision answer(const situation& here, const leave& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::left)
    return events{};
  if (!is_open(it->now.phase))
    return refusal::visit_is_closed;
  if (it->now.phase == phase::serving)
    return refusal::visit_is_not_waiting;
  const auto refused = may_not_serve(here, *it);
  if (refused && !is_from_outside(here.by))
    return *refused;
  if (const auto late = may_not_cancel(here, *it))
    return *late;
  return ended(here, *it, visit_left{it->id});
}

decision answer(const situation& here, const cancel& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase == phase::cancelled)
    return events{};
  if (!is_open(it->now.phase))
    return refusal::visit_is_closed;
  if (const auto refused = may_not_free(here, *it))
    return *refused;
  if (asked.reason.empty())
    return refusal::reason_is_needed;
  if (const auto late = may_not_cancel(here, *it))
    return *late;
  return ended(here, *it, visit_cancelled{it->id, asked.reason});
}

decision answer(const situation& here, const undo& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (!it->last)
    return refusal::nothing_to_undo;
  const auto window = std::chrono::seconds{here.now.setup.rules.undo_seconds};
  if (here.at - it->last->at > window)
    return refusal::too_late_to_undo;
  if (const auto refused = may_not_undo(here, *it))
    return *refused;
  if (const auto refused = counter_moved_on(here.now, *it))
    return *refused;
  if (const auto refused = office_moved_on(here.now, *it))
    return *refused;
  if (const auto refused = list_moved_on(here.now, *it))
    return *refused;
  return undone(here, *it);
}

} // namespace suivant::office
