// What a set-up of appointments must be like.

#pragma once

#include "actors/booking/setup.hpp"

#include <map>

namespace suivant::booking {

/// The wall clocks that are known, by name.
using zones = std::map<std::string, zone>;

/// All that is wrong with `wanted`; empty when it can be used.
std::vector<setup_problem> problems_in(const setup& wanted, const zones& known);

} // namespace suivant::booking
