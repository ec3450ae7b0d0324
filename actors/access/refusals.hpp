// Why a person or a screen is not let in, or may not change who is. Each has
// a text in every language, in the message files under "refusal.<name>".

#pragma once

#include "actors/common/instant.hpp"

#include <span>
#include <string_view>

namespace suivant::access {

enum class refusal {
  // about signing in
  wrong_password, // Also for a name nobody has: names are not given away.
  locked_out,
  account_disabled,
  // about accounts
  account_unknown,
  account_exists,
  account_name_is_invalid,
  // about passwords
  password_too_short,
  password_too_long,
  password_has_a_name,   // Of the account, or of an office.
  password_is_common,    // Little but words that everybody tries.
  password_is_a_pattern, // Little but "1234", "qsdf", "abab" or a year.
  // about what an account may do
  roles_are_invalid,
  own_account, // Nobody takes away their own rights: somebody always has them.
  right_is_missing,
  // about screens
  pairing_unknown,
  too_many_pairings,
  device_unknown,
  device_is_invalid, // Its kind or its name.
  // about partners
  key_unknown,
  key_exists,     // The partner's name, or the key itself.
  key_is_invalid, // Its name, its scopes or its quotas.
  hook_unknown,
  hook_exists,
  hook_is_invalid, // Its name or its kinds.
};

/// The stable name pages and message files use: "wrong_password".
std::string_view name_of(refusal why);
std::span<const refusal> all_refusals();

/// A refusal, and until when it holds if time alone will lift it.
struct refused {
  refusal why;
  instant until{};

  bool operator==(const refused&) const = default;
};

} // namespace suivant::access
