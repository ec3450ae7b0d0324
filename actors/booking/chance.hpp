// What chance there is to begin at one instant, in one opening and in a whole
// site: what offers show and what claims are granted by. Used in this folder
// only.

#pragma once

#include "actors/booking/search.hpp"

#include <span>

namespace suivant::booking {

/// In one opening, agents, rooms and the gauge of the site left aside.
struct chance {
  const opening_day* day = nullptr;
  interval time;
  int left = 0;    // Appointments like the one asked for; not negative.
  int waiting = 0; // Persons who may wait for a seat of a full session.
  const claim* joins = nullptr;      // One of a session that is there already.
  refusal why = refusal::slot_taken; // If none is left.
};

/// Looks no further than `most`. Hours, notice and grid are left aside.
chance chance_at(const search& it, const opening_day& day, instant start,
                 int most);

/// How many appointments there are left in a site for all of `same`, which
/// begin and end together, agents, rooms and the gauge counted in.
int left_in(const search& it, const site_day& day, std::span<const chance> same,
            int most);

/// How many more persons may be inside at that time; nothing: any number.
std::optional<int> gauge_left(const search& it, const site_day& day,
                              const interval& time);

} // namespace suivant::booking
