// What makes a set-up unusable. Knows nothing of the people in an office.

#pragma once

#include "actors/office/setup.hpp"

#include <string_view>

namespace suivant::office {

/// "queues.passports.prefix" and what is wrong there, as for appointments.
using booking::setup_problem;

/// Whether a text can name an office, a queue, a service or a counter.
using booking::is_id;

/// All that is wrong with `wanted`; empty when it can be used. `clocks` are
/// those of its zones that are known; without appointments none is needed.
std::vector<setup_problem> problems_in(const setup& wanted,
                                       const booking::zones& clocks);

} // namespace suivant::office
