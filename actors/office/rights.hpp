// Who may do what to which visit, at which counter. Private to the rules.

#pragma once

#include "actors/office/answers.hpp"
#include "actors/office/gauge.hpp"

namespace suivant::office {

/// May do anything anywhere in the office.
bool supervises(const asker& by);
/// A visitor, or a partner for one.
bool is_from_outside(const asker& by);
bool is_staff(const asker& by);

constexpr bool is_at_counter(phase of) {
  return of == phase::called || of == phase::serving;
}

bool serves(const counter_setup& counter, const service_id& service);

/// Whether an office so set up offers what a visit stands for. The queue of a
/// service may change only once nobody is in it: a visit always stands in the
/// line of its own service.
bool fits(const setup& office, const standing& of);

/// Whether a set-up leaves out what somebody who is here, or an agent at a
/// counter, stands for. It cannot be put in force then.
bool is_in_use(const state& now, const setup& wanted);

/// Set when nobody more may join: the queue is closed or full.
std::optional<refusal> takes_nobody(const state& now, const queue_setup& queue);

/// What a command is about, or why it cannot be about it.
template <class Thing>
struct looked_up {
  const Thing* it = nullptr;
  std::optional<refusal> no;
};

/// The visit meant, if it is as the asker last saw it.
looked_up<visit> visit_meant(const state& now, const visit_ref& asked);

/// The counter, if an agent is there and it is for the asker to act for it.
looked_up<counter_state> own_counter(const situation& here,
                                     const counter_id& wanted);

/// The same, if it could receive somebody at once.
looked_up<counter_state> free_counter(const situation& here,
                                      const counter_id& wanted);

/// Set when the visit is at a counter that is not the asker's.
std::optional<refusal> may_not_serve(const situation& here, const visit& it);

/// The same, but once a desk has been lost for long, any member of staff may
/// take the visit from it.
std::optional<refusal> may_not_free(const situation& here, const visit& it);

/// Set when `asked` would let in more people than the gauge of the counter's
/// site has room for, and nobody who may has said why it shall all the same.
template <class Command>
std::optional<refusal> may_not_let_in(const situation& here, const visit& it,
                                      const Command& asked) {
  if (lets_in(here.now, it, asked.counter))
    return {};
  if (!asked.over_gauge)
    return refusal::gauge_is_full;
  if (!supervises(here.by))
    return refusal::supervisor_is_needed;
  return asked.reason.empty() ? std::optional{refusal::reason_is_needed}
                              : std::nullopt;
}

/// `otherwise`, or that the visit is over, which says more.
refusal closed_or(const visit& it, refusal otherwise);

} // namespace suivant::office
