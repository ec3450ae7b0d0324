// How much one person may book, and until when it may be changed.

#pragma once

#include "actors/booking/plan.hpp"
#include "actors/booking/refusals.hpp"
#include "actors/booking/stock.hpp"

#include <optional>

namespace suivant::booking {

/// Why `person` may not book for so many more persons at that time; nothing if
/// they may. What `moved` has is left aside. Persons are counted, not
/// appointments, by days on the clocks of `where`; 30 days are any 30 in a row.
std::optional<refusal> over_limits(const stock& taken, const service_rule& rule,
                                   const zone& where, const std::string& person,
                                   const interval& time, int persons,
                                   visit_id moved);

/// Why a visitor may no longer change, or cancel, by the rule of today; nothing
/// if they may. A service that is gone lets everybody go.
std::optional<refusal> too_late_to_change(const plan& in, const claim& it,
                                          instant now);
std::optional<refusal> too_late_to_cancel(const plan& in, const claim& it,
                                          instant now);

} // namespace suivant::booking
