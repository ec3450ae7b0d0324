// When an appointment may begin, and how many places there are left for it: of
// one opening on one day. Used in this folder only.

#pragma once

#include "actors/booking/search.hpp"

namespace suivant::booking {

/// Whether it can take place then by opening hours and closures.
bool is_open_for(const search& it, const opening_day& day, instant start);

/// Whether it is too soon to begin then, or too far away to be given out yet.
std::optional<refusal>
not_yet_or_no_longer(const search& it, const opening_day& day, instant start);

/// All starts that may be asked for, in order of time: of a fixed grid those
/// that are taken too.
std::vector<instant> starts_of(const search& it, const opening_day& day);

/// How many more appointments like `one` have a place, up to `most`.
int places_left(const opening_day& day, const busy& one, int most);

/// Whether one of the public may join what is there at the time of `one`.
bool has_public_place(const opening_day& day, const busy& one);

} // namespace suivant::booking
