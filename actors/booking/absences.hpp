// Absences of agents, rooms and devices beside appointments that are there:
// whom one would touch, and whom one has touched. Changes nothing.

#pragma once

#include "actors/booking/conflicts.hpp"

namespace suivant::booking {

/// Whether all that a claim takes is still there, and on duty at its time.
bool are_on_duty(const plan& in, const claim& it);

/// Appointments of `resource` that end after `now` and that it could not serve
/// under `changed`, in the order in which they were taken: the conflicts of
/// its own appointments, by the rule for all of them.
std::vector<conflict> touched_by(const plan& changed, const stock& taken,
                                 const resource_id& resource, instant now);

} // namespace suivant::booking
