// What makes a password easy to guess. Pure; knows no account and no hash.

#pragma once

#include "actors/access/refusals.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace suivant::access {

struct password_limits {
  std::size_t characters = 12; // At least, as people count them.
  std::size_t bytes = 512;     // At most.
  // At least so many characters must be left to guess, where what anybody
  // would try counts little: a common word for two, a run such as "1234",
  // "qsdf" or "abab", or a year, for one.
  std::size_t to_guess = 8;
};

/// Why a password will not do; empty for a good one. `names` are those of the
/// account and of its offices: shorter ones than four letters do not count.
std::optional<refusal> weakness(std::string_view password,
                                std::span<const std::string> names,
                                const password_limits& limits);

/// A text as guessers see it: small letters without accents.
std::string plain_letters(std::string_view text);

} // namespace suivant::access
