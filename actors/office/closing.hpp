// A set-up in which nothing may be booked where appointments are called off.
// Private to the rules.

#pragma once

#include "actors/office/events.hpp"
#include "actors/office/state.hpp"

#include <optional>

namespace suivant::office {

/// Sites that are meant are closed at the times that are meant; of resources,
/// only these are absent. Nothing when all of it is so already.
std::optional<office_configured> closed_for(const state& now,
                                            const cancel_many& asked);

} // namespace suivant::office
