// Looks at persons: each is written down before anything is shown.

#pragma once

#include "net/gateway/exchange.hpp"

namespace suivant::gateway {

/// Notes that these were looked at; only then does `then` show them.
void note_look(const talk& it, const office_id& office,
               std::vector<visit_id> visits, bool searched,
               std::function<void()> then);

/// Texts that people spell alike are alike: without case and accents.
std::string folded(std::string_view text);
/// A number without what people put between its digits.
std::string digits_of(std::string_view phone);

} // namespace suivant::gateway
