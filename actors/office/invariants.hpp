// What must be true of an office whatever happened in it. The rules never ask:
// `suivant verify` and the tests do.

#pragma once

#include "actors/office/state.hpp"

namespace suivant::office {

/// What is wrong with `now`, in plain words for operators and without personal
/// data; empty when all is as it must be.
std::vector<std::string> broken_invariants(const state& now);

} // namespace suivant::office
