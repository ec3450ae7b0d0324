// Who is inside now, as the rules of appointments need to know it.

#pragma once

#include "actors/booking/question.hpp"
#include "actors/office/state.hpp"

namespace suivant::office {

/// People inside beside those whom appointments expect at that time, each for
/// as long as they are thought to stay; and, where the gauge of the day is
/// lower than that of the set-up, the difference until the day ends.
std::vector<booking::presence> presences(const state& now, instant at);

} // namespace suivant::office
