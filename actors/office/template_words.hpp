// Puts values into the places of a JSON document that are kept for them. Knows
// nothing of offices.

#pragma once

#include "actors/common/json_codec.hpp"

namespace suivant::office {

/// `it` with each "${name}" replaced; see setup_template.hpp. Throws
/// `json::unreadable` for a name that `variables` does not have.
json::value with_words(const json::value& it, const json::object& variables);

} // namespace suivant::office
