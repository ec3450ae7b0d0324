// Appointments: holding a place, making it one's own, moving it.

#include "actors/booking/absences.hpp"
#include "actors/booking/limits.hpp"
#include "actors/booking/place.hpp"
#include "actors/office/appointing.hpp"
#include "actors/office/following.hpp"
#include "actors/office/offers.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// What holding and booking have in common.
template <class Command>
booking::wanted wanted_by(const situation& here, const Command& asked) {
  return {.what = {.service = asked.service,
                   .site = asked.site,
                   .persons = asked.persons,
                   .place = asked.place,
                   .by_staff = is_staff(here.by),
                   .now = here.at},
          .start = asked.start,
          .may_wait = asked.may_wait};
}

// A partner has its own share of what there is.
booking::wanted through_door(const situation& here, const hold_slot& asked) {
  auto wanted = wanted_by(here, asked);
  if (here.by.as == role::partner) {
    wanted.what.door = here.by.name;
    wanted.what.door_share = asked.quota.share_percent;
  }
  return wanted;
}

template <class Command>
slot_held held_by(const situation& here, const Command& asked,
                  booking::claim claim) {
  const auto& office = here.now;
  const auto minutes = std::chrono::minutes{office.setup.booking.hold_minutes};
  const auto day = day_of(office.setup, office.clocks, claim.time.from);
  auto text = shown(office.booked, claim);
  return {
      .visit = {office.last_visit.number + 1},
      .claim = std::move(claim),
      .until = here.at + minutes,
      .day = day,
      .shown = std::move(text),
      .channel = asked.channel,
      .language = asked.language,
      .token_hash = asked.token_hash,
  };
}

// Going beyond what there is needs somebody who answers for it.
template <class Command>
std::optional<refusal> may_not_exceed(const situation& here,
                                      const Command& asked) {
  if (!asked.overbook && !asked.over_gauge)
    return {};
  if (!is_staff(here.by))
    return refusal::value_out_of_range;
  if (asked.over_gauge && !supervises(here.by))
    return refusal::supervisor_is_needed;
  if (asked.reason.empty())
    return refusal::reason_is_needed;
  return {};
}

std::optional<refusal> over_limits(const situation& here, const visit& it,
                                   const std::string& person) {
  const auto& plan = here.now.booked.plan();
  const auto& claim = it.appointment->claim;
  const auto* rule = booking::find(plan, claim.service);
  const auto site = booking::index_of(plan, claim.site);
  if (rule == nullptr || !site)
    return {};
  const auto no = booking::over_limits(here.now.booked.stock(), *rule,
                                       plan.sites[*site].clock, person,
                                       claim.time, claim.persons, it.id);
  return no ? std::optional{refusal_of(*no)} : std::nullopt;
}

// The hold has ended, so whatever is free now counts.
decision renewed(const situation& here, const visit& it,
                 const confirm_booking& asked) {
  auto again = booking::wanted_again(here.now.booked.plan(),
                                     it.appointment->claim, it.id, here.at);
  again.person = asked.person_key;
  auto found = find_place(here.now, again);
  if (std::holds_alternative<refusal>(found))
    return refusal::hold_expired;
  return events{visit_booked{it.id,
                             std::get<booking::claim>(std::move(found)),
                             asked.person,
                             true,
                             {},
                             asked.applications}};
}

bool has(const booking::claim& it, const booking::resource_id& wanted) {
  return wanted.empty()
         || std::ranges::find(it.resources, wanted) != it.resources.end();
}

// Whose agent is away may get another one for the same time.
bool is_there_already(const situation& here, const visit& it,
                      const move_booking& asked) {
  const auto& claim = it.appointment->claim;
  return it.now.phase == phase::booked && claim.time.from == asked.start
         && (asked.site.empty() || asked.site == claim.site)
         && has(claim, asked.resource)
         && booking::are_on_duty(here.now.booked.plan(), claim);
}

booking::wanted wanted_by(const situation& here, const visit& it,
                          const move_booking& asked) {
  const auto& claim = it.appointment->claim;
  const auto has_priority = is_staff(here.by) && it.wish;
  return {.what = {.service = claim.service,
                   .site = asked.site,
                   .persons = claim.persons,
                   .place = claim.place,
                   .by_staff = is_staff(here.by),
                   .now = here.at,
                   .instead_of = it.id,
                   .campaign = has_priority ? it.wish->campaign : campaign_id{},
                   .door = claim.door,
                   .door_share = asked.quota.share_percent},
          .start = asked.start,
          .person = claim.person,
          .with = asked.resource,
          .overbook = asked.overbook,
          .over_gauge = asked.over_gauge};
}

// What the office called off may be booked anew at any time.
std::optional<refusal> may_not_move(const situation& here, const visit& it) {
  if (is_staff(here.by) || it.now.phase == phase::postponed)
    return {};
  const auto late = booking::too_late_to_change(here.now.booked.plan(),
                                                it.appointment->claim, here.at);
  return late ? std::optional{refusal_of(*late)} : std::nullopt;
}

} // namespace

decision answer(const situation& here, const hold_slot& asked) {
  const auto& now = here.now;
  if (const auto no = may_not_hold(now, here.by, asked.quota))
    return *no;
  if (const auto no
      = may_not_follow(now, asked.follows, asked.service, asked.start))
    return *no;
  auto held = events{};
  auto wanted = through_door(here, asked);
  // Another start for it: one appointment has one follow-up.
  if (const auto* first = now.visits.find(asked.follows); first != nullptr)
    if (const auto* known = follow_up_of(now, *first);
        known != nullptr && known->now.phase == phase::held) {
      wanted.what.instead_of = known->id;
      held.push_back(hold_expired{known->id});
    }
  auto found = find_place(now, wanted);
  if (const auto* no = std::get_if<refusal>(&found))
    return *no;
  held.push_back(
      held_by(here, asked, std::get<booking::claim>(std::move(found))));
  std::get<slot_held>(held.back()).follows = asked.follows;
  return held;
}

namespace {

decision confirmed(const situation& here, const confirm_booking& asked) {
  const auto [it, no] = visit_meant(here.now, {asked.visit.id, 0});
  if (no)
    return *no;
  if (it->now.phase == phase::booked && it->person == asked.person
      && it->appointment->claim.person == asked.person_key)
    return events{};
  if (const auto refused = may_not_book(here.now, here.by, asked.quota))
    return *refused;
  if (it->now.phase == phase::expired)
    return renewed(here, *it, asked);
  if (it->now.phase != phase::held)
    return closed_or(*it, refusal::visit_is_not_held);
  if (const auto refused = over_limits(here, *it, asked.person_key))
    return *refused;
  auto claim = it->appointment->claim;
  claim.person = asked.person_key;
  auto booked = vouchers_used(here.now, claim);
  booked.push_back(visit_booked{
      it->id, std::move(claim), asked.person, false, {}, asked.applications});
  return booked;
}

} // namespace

// Both or neither: what is refused of the follow-up is refused of all.
decision answer(const situation& here, const confirm_booking& asked) {
  auto first = confirmed(here, asked);
  const auto* it = here.now.visits.find(asked.visit.id);
  if (std::holds_alternative<refusal>(first))
    return first;
  const auto* second = follow_up_of(here.now, *it);
  if (second == nullptr)
    return first;
  auto later = here.now;
  for (const auto& each : std::get<events>(first))
    evolve(later, fact{later.last_fact + 1, here.at, {}, {}, each});
  auto next = asked;
  next.visit = {second->id, 0};
  auto also = confirmed({later, here.by, here.at}, next);
  if (std::holds_alternative<refusal>(also))
    return also;
  // The first one last, for the answer is about it.
  auto happened = std::get<events>(std::move(also));
  std::ranges::move(std::get<events>(first), std::back_inserter(happened));
  return happened;
}

decision answer(const situation& here, const book& asked) {
  if (!is_staff(here.by))
    return refusal::value_out_of_range;
  if (const auto refused = may_not_exceed(here, asked))
    return *refused;
  auto wanted = wanted_by(here, asked);
  wanted.person = asked.person_key;
  wanted.overbook = asked.overbook;
  wanted.over_gauge = asked.over_gauge;
  auto found = find_place(here.now, wanted);
  if (const auto* no = std::get_if<refusal>(&found))
    return *no;
  const auto& claim = std::get<booking::claim>(found);
  auto held = held_by(here, asked, claim);
  const auto visit = held.visit;
  auto booked = vouchers_used(here.now, claim);
  booked.push_back(std::move(held));
  booked.push_back(visit_booked{visit, claim, asked.person, false, asked.reason,
                                asked.applications});
  return booked;
}

decision answer(const situation& here, const move_booking& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase != phase::booked && it->now.phase != phase::postponed)
    return closed_or(*it, refusal::visit_is_not_booked);
  if (is_there_already(here, *it, asked))
    return events{};
  if (const auto refused = may_not_exceed(here, asked))
    return *refused;
  if (const auto late = may_not_move(here, *it))
    return *late;
  if (const auto parted = would_part(here.now, *it, asked.start))
    return *parted;
  auto found = find_place(here.now, wanted_by(here, *it, asked));
  if (const auto* refused = std::get_if<refusal>(&found))
    return *refused;
  const auto& claim = std::get<booking::claim>(found);
  auto moved = events{moved_to(here.now, it->id, claim, asked.reason)};
  std::ranges::move(seats_filled(here.now, *it, here.at, &claim),
                    std::back_inserter(moved));
  return moved;
}

} // namespace suivant::office
