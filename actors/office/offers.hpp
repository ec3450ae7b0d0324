// Who is offered which place, and when. Private to the rules.

#pragma once

#include "actors/office/answers.hpp"

namespace suivant::office {

/// Whether places are to be offered before anything else is answered.
bool has_offers_due(const state& now);

/// The next offers, or that there is nothing to offer: never empty while there
/// are some due. Earlier starts come first, one at a time; then lists, at most
/// fifty places at a time.
events offers_due(const state& now, instant at);

/// Nobody answered to an offer, or said no: what that means for the visit.
events offer_ended(const state& now, const visit& it, bool lapsed);

/// Whoever books anew, for the same service and under the same person, needs
/// no other place: one visit leaves its list.
events vouchers_used(const state& now, const booking::claim& booked);

} // namespace suivant::office
