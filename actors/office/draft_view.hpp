// The next set-up as pages show it. Pure.

#pragma once

#include "actors/office/setup_trial.hpp"

namespace suivant::office {

/// {"draft": null, or {"number","publish_at","missed",
///    "since": what was changed since it was drafted,
///    "outcome": of putting it in force now},
///  "restorable": whether the set-up before the last one can come back,
///  "restoring": the outcome of that, or null}; see setup_trial.hpp.
json::object draft_view(const state& now, instant at);

} // namespace suivant::office
