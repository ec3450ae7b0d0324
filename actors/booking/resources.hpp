// Which agents, rooms and devices are free for an appointment: all that it
// needs, or none. Used in this folder only.

#pragma once

#include "actors/booking/search.hpp"

namespace suivant::booking {

/// How many more appointments at that time find all they need, up to `most`.
int sets_left(const search& it, const site_day& day, const interval& time,
              int most);

/// All that one appointment needs, as indices in the plan, those with the least
/// to do that day first; nothing when something is missing.
/// `with` must be among them, unless it is empty.
std::optional<std::vector<std::size_t>> one_set(const search& it,
                                                const site_day& day,
                                                const interval& time,
                                                const resource_id& with = {});

/// Whether a resource is on duty for all of that time.
bool is_there(const search& it, const resource_day& resource, interval time);

/// How many more persons may be in a room at that time; nothing: any number.
std::optional<int> room_left(const search& it, const resource_day& room,
                             const interval& time);

} // namespace suivant::booking
