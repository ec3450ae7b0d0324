// What the door of the agency ANTS asks an office, as texts for the gateway
// alone: they hold sealed data and are never sent as they are. Pure.

#pragma once

#include "actors/office/booking_view.hpp"

namespace suivant::office {

/// {"points","services"}, as set up.
offer_answer meeting_points_of(const state& now);

/// The appointments to come about each of `asked.applications`:
/// {"found":[{"application","site","local","person":{"key","box"}}]}.
offer_answer applications_of(const state& now, const offer_question& asked);

} // namespace suivant::office
