// Somebody at the door counts, recounts, or changes the gauge, as dice will.

#pragma once

#include "tests/support/hall_with_bookings.hpp"

#include <functional>

namespace suivant::tests {

/// `roll` gives a number between two, both included.
inline office::command random_count(const std::function<int(int, int)>& roll) {
  const auto site = roll(1, 2) == 1 ? booking::site_id{mairie_site}
                                    : booking::site_id{annexe_site};
  switch (roll(1, 6)) {
  case 1:
    return office::set_inside{site, roll(0, 30)};
  case 2:
    return office::set_gauge{site, roll(-1, 30)};
  default:
    return office::count_inside{site, roll(-4, 4)};
  }
}

} // namespace suivant::tests
