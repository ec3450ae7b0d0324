// What stands behind the question mark of an address, read as what it is. All
// throw `json::unreadable` for what cannot be.

#pragma once

#include "actors/common/zone.hpp"
#include "net/gateway/exchange.hpp"

namespace suivant::gateway {

std::string needed(const exchange& it, std::string_view name);
int number_in(const std::string& text, std::string_view name);
/// Only "true" is; what is missing is not.
bool is_set(const exchange& it, std::string_view name);
/// "2026-12-01"
calendar_day day_in(const exchange& it, std::string_view name);
/// "2026-12-01T09:30", as clocks show it; "T24:00" ends the day.
wall_time wall_time_in(const exchange& it, std::string_view name);

} // namespace suivant::gateway
