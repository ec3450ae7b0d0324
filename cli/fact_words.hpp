// Facts of an office in plain English, for operators at a console. Says
// numbers, counters and accounts; never who a visitor is.

#pragma once

#include "actors/office/state.hpp"
#include "cli/wall_time.hpp"

namespace suivant::cli {

/// What `happened` means, in one line; `before` is the office it happened to.
std::string in_words(const office::state& before,
                     const office::event& happened);

/// Why a person was called and no other, a thought a line: the rule, the heads
/// of the lines compared, who was overtaken.
std::vector<std::string> reasons(const office::state& before,
                                 const office::visit_called& happened,
                                 const wall_time& clock);

/// Whether facts can be of this type: "ticket_taken".
bool is_type_of_fact(std::string_view name);

} // namespace suivant::cli
