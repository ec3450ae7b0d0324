// The wall clocks that a set-up needs, read from the operating system for rules
// that may not ask it.

#pragma once

#include "actors/common/calendar.hpp"
#include "actors/office/commands.hpp"

namespace suivant::office {

/// Of the office and of each site, as far as their zones are known; none
/// without appointments.
booking::zones clocks_of(const setup& wanted);

/// The business days; those of UTC for a zone that is not known.
calendar calendar_of(const setup& wanted);
/// Fills them in, into a command that brings a set-up.
void fill_clocks(command& asked);

} // namespace suivant::office
