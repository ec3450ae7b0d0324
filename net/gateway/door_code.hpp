// The code of an office's door: six digits that change every minute. Who knows
// them is there, or was a moment ago.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"

#include <string>
#include <string_view>

namespace suivant::gateway {

struct door_code {
  std::string digits; // Six.
  instant until;      // When the next one is shown.
};

/// The same on every screen of the office, and after a restart.
door_code door_code_at(const crypto::key& secret, const office_id& office,
                       instant at);

/// Whether it is the code of this minute or of the one before, for people need
/// time to type. Spaces between digits do not matter.
bool door_code_fits(const crypto::key& secret, const office_id& office,
                    std::string typed, instant at);

} // namespace suivant::gateway
