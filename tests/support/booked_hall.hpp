// Stories of a town hall with appointments.

#pragma once

#include "tests/support/given.hpp"
#include "tests/support/hall_with_bookings.hpp"

namespace suivant::tests {

inline given given_bookings(const office::setup& setup = booked_hall()) {
  return given{setup, clocks_known()};
}

inline office::hold_slot hold_at(int minute_after_nine) {
  auto asked = office::hold_slot{};
  asked.service = residence;
  asked.start = minute(minute_after_nine);
  return asked;
}

inline office::book book_at(int minute_after_nine) {
  auto asked = office::book{};
  asked.service = residence;
  asked.start = minute(minute_after_nine);
  return asked;
}

inline office::confirm_booking confirm(std::uint64_t visit) {
  auto asked = office::confirm_booking{};
  asked.visit = visit_no(visit);
  return asked;
}

} // namespace suivant::tests
