// Appointments that belong to a first one: the second dose of a vaccine.
// Private to the rules.

#pragma once

#include "actors/office/answers.hpp"

namespace suivant::office {

/// Why an appointment of `service` at `start` cannot follow `first`; nothing if
/// it can. An empty `first` is followed by nothing.
std::optional<refusal> may_not_follow(const state& now, visit_id first,
                                      const service_id& service, instant start);

/// Why the appointment `it` cannot be moved to `start` because of the one it
/// follows, or of those that follow it.
std::optional<refusal> would_part(const state& now, const visit& it,
                                  instant start);

/// The follow-up of `first` that was held last and is not closed but by the
/// clock; null when there is none.
const visit* follow_up_of(const state& now, const visit& first);

} // namespace suivant::office
