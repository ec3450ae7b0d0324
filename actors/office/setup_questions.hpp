// Questions about another set-up, with the clocks of the operating system.

#pragma once

#include "actors/office/setup_trial.hpp"

#include <optional>

namespace suivant::office {

/// With its clocks, and all that is wrong with it: an unknown zone too.
trial trial_of(setup wanted);

/// What would happen with `wanted`; without it, how it is with the draft of the
/// next. A JSON object: see setup_trial.hpp and draft_view.hpp.
std::string told_of_setup(const state& now, const std::optional<setup>& wanted,
                          instant at);

} // namespace suivant::office
