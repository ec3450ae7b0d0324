// The rules of one office: what a command makes happen, and what that changes.
// Pure: no clock, no disk, no network, no actors.

#pragma once

#include "actors/office/refusals.hpp"
#include "actors/office/state.hpp"

namespace suivant::office {

/// Says what `asked` would make happen, without making it happen: events to
/// be stored, a refusal, or the answer already given under the same key.
/// What is already so yields no events. If holds have ended, the time of people
/// inside has run out, the business day has changed since the last fact, a
/// draft is due, or places are to be offered, the events begin with that.
using decision = std::variant<events, refusal, answered>;
decision decide(const state& now, const request& asked, const moment& when);

/// Whether something has come to its end, or is to be offered, that the next
/// command brings about: it may be asked for by `begin_day`.
bool has_due(const state& now, const moment& when);

/// Makes `happened` part of the state. Never refuses: facts are facts.
void evolve(state& office, fact happened);

/// The visit that `asked` is about; empty when it is about none or, as with
/// call_next, about one still to be chosen.
visit_id subject_of(const command& asked);
/// The visit that `happened` is about; empty when it is about none.
visit_id subject_of(const event& happened);

} // namespace suivant::office
