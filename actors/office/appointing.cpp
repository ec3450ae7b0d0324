#include "actors/office/appointing.hpp"

#include "actors/booking/limits.hpp"
#include "actors/booking/place.hpp"
#include "actors/office/offers.hpp"
#include "actors/office/presences.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

constexpr auto seat_is_free = "seat_is_free";

// Who waits for a seat in the session of `gone` moves up while there is one.
// `left` is what is taken without it.
void fill_seats(const state& now, booking::stock& left,
                const booking::claim& gone, instant at, events& into) {
  const auto& plan = now.booked.plan();
  const auto key = booking::session_of(gone);
  while (auto next = booking::next_to_be_seated(plan, left, key, at)) {
    const auto was = *left.find(next->visit);
    auto claim = std::move(next->claim);
    claim.by_public = was.claim.by_public;
    left.take(next->visit, claim, was.held_until);
    into.push_back(moved_to(now, next->visit, std::move(claim), seat_is_free));
  }
}

bool is_time_gone_by(booking::refusal why) {
  return why == booking::refusal::too_soon || why == booking::refusal::too_far;
}

} // namespace

std::variant<booking::claim, refusal> find_place(const state& now,
                                                 const booking::wanted& asked) {
  auto among = asked;
  among.what.others = presences(now, asked.what.now);
  auto found = booking::place(now.booked.plan(), now.booked.stock(), among);
  if (const auto* no = std::get_if<booking::refusal>(&found))
    return refusal_of(*no);
  return std::get<booking::claim>(std::move(found));
}

events end_of_holds(const state& now, instant at) {
  auto ended = events{};
  const auto holds = now.booked.stock().ended_holds(at);
  if (holds.empty())
    return ended;
  auto left = now.booked.stock();
  for (const auto visit : holds) {
    // One that moves up within this very loop may have ended as well.
    const auto gone = left.find(visit)->claim;
    left.release(visit);
    auto over = is_offer(visit)
                    ? offer_ended(now, now.visits.at(visit_of(visit)), true)
                    : events{hold_expired{visit}};
    std::ranges::move(over, std::back_inserter(ended));
    fill_seats(now, left, gone, at, ended);
  }
  return ended;
}

events seats_filled(const state& now, const visit& gone, instant at,
                    const booking::claim* instead) {
  auto filled = events{};
  if (!gone.appointment || is_here(gone.now.phase)
      || gone.now.phase == phase::postponed)
    return filled;
  auto left = now.booked.stock();
  left.release(gone.id);
  if (instead != nullptr)
    left.take(gone.id, *instead);
  fill_seats(now, left, gone.appointment->claim, at, filled);
  return filled;
}

std::optional<refusal> may_not_cancel(const situation& here, const visit& it) {
  if (it.now.phase != phase::booked || is_staff(here.by))
    return {};
  const auto no = booking::too_late_to_cancel(here.now.booked.plan(),
                                              it.appointment->claim, here.at);
  return no ? std::optional{refusal_of(*no)} : std::nullopt;
}

// What they had asked for in time, they need not ask for in time again.
decision taken_back(const situation& here, const visit& it) {
  const auto& plan = here.now.booked.plan();
  const auto& stock = here.now.booked.stock();
  const auto& had = it.appointment->claim;
  // One that has begun is asked for as if it were beginning.
  auto asked = booking::wanted_again(plan, had, it.id,
                                     std::min(here.at, had.time.from));
  asked.may_wait = had.waiting;
  asked.what.by_staff |= had.overbooked || had.above_gauge;
  asked.overbook = had.overbooked;
  asked.over_gauge = had.above_gauge;
  auto found = booking::place(plan, stock, asked);
  if (const auto* no = std::get_if<booking::refusal>(&found);
      no != nullptr && is_time_gone_by(*no)) {
    asked.what.by_staff = true;
    found = booking::place(plan, stock, asked);
  }
  if (std::holds_alternative<booking::refusal>(found))
    return refusal::too_late_to_undo;
  auto& claim = std::get<booking::claim>(found);
  claim.at = had.at;
  if (claim == had)
    return events{};
  return events{moved_to(here.now, it.id, std::move(claim), it.now.reason)};
}

booking_moved moved_to(const state& now, visit_id visit, booking::claim claim,
                       std::string reason) {
  const auto day = day_of(now.setup, now.clocks, claim.time.from);
  auto text = shown(now.booked, claim);
  return {visit, std::move(claim), day, std::move(text), std::move(reason)};
}

} // namespace suivant::office
