// What makes the places and reasons of the agency ANTS unusable in a set-up.

#pragma once

#include "actors/office/setup_rules.hpp"

namespace suivant::office {

/// Under "ants.points.<id>" and "ants.services.<reason>".
std::vector<setup_problem> problems_in_ants(const setup& wanted);

/// The reasons that the agency knows: "CNI", "PASSPORT", "CNI-PASSPORT".
bool is_ants_reason(std::string_view text);

} // namespace suivant::office
