// What makes a set-up unusable. Knows nothing of the people in an office.

#pragma once

#include "actors/office/setup.hpp"

#include <string_view>

namespace suivant::office {

/// One thing to put right before a set-up can be used.
struct setup_problem {
  std::string where; // "queues.passports.prefix"
  std::string what;  // "is_empty", "is_not_unique", "is_out_of_range",
                     // "is_unknown" or "is_malformed".

  bool operator==(const setup_problem&) const = default;
};

/// Whether `text` can name an office, a queue, a service or a counter: 1 to 32
/// of a-z, 0-9 and "-".
bool is_id(std::string_view text);

/// All that is wrong with `wanted`; empty when it can be used. `clocks` are
/// those of its zones that are known; without appointments none is needed.
std::vector<setup_problem> problems_in(const setup& wanted,
                                       const booking::zones& clocks);

} // namespace suivant::office
