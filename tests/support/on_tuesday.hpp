// Times of a Tuesday to come, as stories about appointments tell them.

#pragma once

#include "actors/common/instant.hpp"

namespace suivant::tests {

using namespace std::chrono_literals;

/// An hour on that Tuesday in Paris, which is an hour ahead.
inline instant on_tuesday(std::chrono::minutes after_midnight) {
  return instant{std::chrono::sys_days{std::chrono::year{2026}
                                       / std::chrono::March / 10}}
         + after_midnight - 1h;
}

inline std::int64_t ms(instant at) {
  return at.time_since_epoch().count();
}

} // namespace suivant::tests
