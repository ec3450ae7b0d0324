// The turn of a business day.

#pragma once

#include "actors/office/events.hpp"
#include "actors/office/state.hpp"

namespace suivant::office {

/// What must happen before anything can happen on `day`: who still waits in a
/// queue that does not go on overnight is abandoned, who never came to an
/// appointment is a no-show, who still sits at a counter is signed out. Only a
/// counter amid a visit of a queue that goes on keeps its agent, for its work
/// goes on too.
events end_of_day(const state& now, business_day day);

} // namespace suivant::office
