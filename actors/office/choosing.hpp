// Whom a counter calls next, and why. Private to the rules.

#pragma once

#include "actors/office/state.hpp"

namespace suivant::office {

struct chosen {
  visit_id visit;
  why because;
};

/// The next visit for a counter by its rule; empty when nobody waits whom it
/// may call. With `inside` only of those who wait inside that site.
std::optional<chosen> next_for(const state& now, const counter_setup& counter,
                               const booking::site_id& inside = {});

/// What an agent who picks `it` by hand departs from.
why picked_by_hand(const state& now, const counter_setup& counter,
                   const visit& it);

} // namespace suivant::office
