// Where the two sides of an appointment by video meet.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/office/setup.hpp"
#include "actors/office/visit.hpp"

#include <string>

namespace suivant::gateway {

/// The link of the service's rule with a room that nobody guesses, the same
/// for as long as the visit is there and stored nowhere. Empty when it is not
/// booked by video, is over, or its service has no such link.
std::string video_link_of(const crypto::key& secret, const office_id& office,
                          const office::setup& setup, const office::visit& it);

} // namespace suivant::gateway
