// The templates of set-ups, inside the program.

#pragma once

#include "actors/office/setup_template.hpp"

#include <memory>

namespace suivant::config {

/// From their files, in the order in which pages show them.
std::shared_ptr<const std::vector<office::setup_template>> templates();

} // namespace suivant::config
