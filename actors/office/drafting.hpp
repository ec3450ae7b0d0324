// When a draft of a set-up is put in force by the clock. Private to the rules.

#pragma once

#include "actors/office/answers.hpp"

namespace suivant::office {

/// Whether there is a draft whose instant has come.
bool is_due(const state& now, instant at);
/// Then it is put in force, or it is said why it cannot be.
events due_publishing(const state& now, instant at);

} // namespace suivant::office
