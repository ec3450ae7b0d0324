// The code that proves that an address is one's own. Not stored: it is a keyed
// hash of what it is about.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/common/ids.hpp"

#include <string>
#include <string_view>

namespace suivant::gateway {

/// Six digits. `address`: a number as "+33612345678", or a mail address; its
/// case does not matter. Whoever checks must limit how often one may try.
std::string confirmation_code(const crypto::key& secret,
                              const office_id& office, visit_id visit,
                              std::string_view address);

/// Spaces in what was typed do not matter. Takes the same time whatever digit
/// is wrong.
bool is_confirmation_code(const crypto::key& secret, const office_id& office,
                          visit_id visit, std::string_view address,
                          std::string_view typed);

} // namespace suivant::gateway
