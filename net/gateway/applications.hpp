// Numbers of applications for identity papers, as visitors have them from the
// agency ANTS: ten letters and digits. Kept sealed; found again by a keyed
// hash.

#pragma once

#include "actors/common/crypto.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace suivant::gateway {

bool is_application(std::string_view text);

/// What an office keeps instead; the same for the same number in any case.
std::string hash_of_application(const crypto::key& secret,
                                std::string_view number);
std::vector<std::string>
hashes_of_applications(const crypto::key& secret,
                       const std::vector<std::string>& numbers);

/// "6123155111,6123155222", with any sign or blank between; whatever is no
/// number stays as it is.
std::vector<std::string> applications_in(std::string_view list);

} // namespace suivant::gateway
