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

/// Takes and gives back what the visit has, and what it is offered. Notes what
/// becomes free by it, if somebody waits for it.
void keep_places(state& office, const visit& it, instant at);
/// Knows from here on whether it waits for an earlier start.
void keep_waiting(state& office, const visit& it);
void stop_waiting(state& office, visit& it);
/// Before it enters the phase it is to have there.
void put_on_list(state& office, visit& it, const campaign_id& campaign,
                 bool reachable, instant at);
/// On the list that it is on, if any; off it with a new appointment.
void note_fate(state& office, visit& it);

/// What may be booked, by the set-up and the lists that are open.
void set_up_bookings(state& office);

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
