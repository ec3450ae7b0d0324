// How a visit goes from one phase to the next: what it gives up, and what it
// takes. Private to the changes.

#pragma once

#include "actors/office/changes.hpp"

namespace suivant::office {

/// The visit, one version further.
visit& touched(state& office, visit_id id);

void join_line(state& office, const visit& it);
void leave_line(state& office, const visit& it);

/// Takes its place in the line or at the counter that `it` names.
void settle(state& office, const visit& it);
/// The reverse of `settle`.
void unsettle(state& office, const visit& it);

/// A visit that is here holds its number.
void hold_number(state& office, const visit& it, phase next);

/// Ends the present phase and, with it, what could be undone of the last step.
void enter(state& office, visit& it, phase next, instant at);
/// The same for a step that may be undone.
void enter_undoably(state& office, visit& it, phase next, const char* step,
                    instant at);

/// Stands at `at` in the line of its queue, as if never called.
void wait_at(state& office, visit& it, const place& at);

} // namespace suivant::office
