// Set-ups and claims of appointments as they are written down: in the log, in
// snapshots, on the wire.

#pragma once

#include "actors/booking/claim.hpp"
#include "actors/booking/conflicts.hpp"
#include "actors/common/json_codec.hpp"

namespace suivant::booking {

/// Throws `json::unreadable`, also for a member nobody knows.
setup setup_from_json(const json::value& from);
json::value to_json(const setup& it);

/// Reads past members of a later version. Throws `json::unreadable`.
claim claim_from_json(const json::value& from);
json::value to_json(const claim& it);

json::value to_json(const std::vector<conflict>& all);

} // namespace suivant::booking
