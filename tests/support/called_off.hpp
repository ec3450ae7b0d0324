// Stories of appointments that an office calls off, and of places it offers.

#pragma once

#include "actors/office/steps.hpp"
#include "tests/support/booked_hall.hpp"

namespace suivant::tests {

inline const auto flood = campaign_id{"flood"};
inline constexpr auto a_day = 24 * 60;

/// All appointments of Tuesday, for a flood; offers are kept for two hours.
inline office::cancel_many call_off_tuesday() {
  auto asked = office::cancel_many{};
  asked.campaign = flood;
  asked.of.first = monday + std::chrono::days{1};
  asked.of.last = asked.of.first;
  asked.reason = "flood";
  asked.terms.hold_hours = 2;
  return asked;
}

/// Three people with appointments on Tuesday at 9:00, 9:15 and 9:30: visits 1,
/// 2 and 3, of whom the second booked first.
inline given three_on_tuesday() {
  return given_bookings()
      .after(1, hold_at(a_day), phone)
      .after(2, hold_at(a_day + 15), phone)
      .after(3, hold_at(a_day + 30), phone)
      .after(4, confirm(1), phone)
      .after(4, confirm(2), phone)
      .after(4, confirm(3), phone);
}

/// The town hall with some more desks on Thursday from nine on, kept for them.
inline office::setup with_places_kept(int quarters) {
  auto setup = booked_hall();
  auto kept = setup.booking.openings[0];
  kept.id = {"kept"};
  kept.days = {.first = monday + std::chrono::days{3}};
  kept.hours = {{9 * 60, 9 * 60 + 15 * quarters}};
  kept.kept_for = flood;
  setup.booking.openings.push_back(kept);
  return setup;
}

inline office::phase phase_of(const given& story, std::uint64_t visit) {
  return story.visit_now(visit).now.phase;
}

/// Who is offered a place, in the order of the visits.
inline std::vector<std::uint64_t> offered(const given& story) {
  auto out = std::vector<std::uint64_t>{};
  for (const auto& [id, it] : story.now().visits)
    if (it->offer)
      out.push_back(id.number);
  return out;
}

template <class Answer>
Answer to_offer(const given& story, std::uint64_t visit) {
  return {visit_no(visit), story.visit_now(visit).offer->claim.time.from};
}

} // namespace suivant::tests
