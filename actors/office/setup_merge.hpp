// Adds a part to the set-up of an office: what a template has made. Pure.

#pragma once

#include "actors/office/setup_rules.hpp"

namespace suivant::office {

/// What becomes of an id that the office has for something else.
enum class clash { refuse, replace };

struct merging {
  office::setup setup;
  std::vector<setup_problem> problems; // "services.masks" "is_taken".
};

/// Only what stands in lists is taken over; what the office has just so is
/// left. A counter that it has serves the new services too, and a site that it
/// has gets the gauge of the part, if that has one.
merging merged(setup office, const setup& part, clash otherwise);

} // namespace suivant::office
