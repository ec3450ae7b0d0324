// Telephone numbers as people type them. The one part that knows the library
// which knows the numbering plans of the world.

#pragma once

#include "actors/outbox/message.hpp"

#include <string>
#include <string_view>

namespace suivant::gateway {

struct phone_number {
  std::string e164; // "+33612345678"; empty if there is none.
  /// What may be either counts as mobile.
  office::telephone kind = office::telephone::none;

  bool operator==(const phone_number&) const = default;
};

/// Empty text: `none`. `region` (ISO 3166) has the numbers without a country;
/// with one of France's, those of all of France's are understood: "0696 …" is
/// of Martinique. `unusable`: no number that anybody could have.
phone_number phone_number_in(std::string_view typed,
                             std::string_view region = "FR");

/// Where clocks of that zone are: "MQ" of "America/Martinique"; `otherwise`
/// for zones of which nothing is known.
std::string_view region_of(std::string_view zone, std::string_view otherwise);

} // namespace suivant::gateway
