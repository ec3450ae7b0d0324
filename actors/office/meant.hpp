// Which appointments a filter means.

#pragma once

#include "actors/office/state.hpp"

namespace suivant::office {

/// Appointments, and holds of some, that are to come at `at`: by visit. A pure
/// look at the state, for previews too.
std::vector<const visit*>
appointments_meant(const state& now, const booking_filter& of, instant at);

/// Whether a filter can be meant at all.
bool makes_sense(const booking_filter& it);

} // namespace suivant::office
