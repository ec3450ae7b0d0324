#include "actors/booking/chance.hpp"

#include "actors/booking/resources.hpp"
#include "actors/booking/starts.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

// One whom somebody may join, who is moved left aside; null: none is seated.
const claim* seated_in(const search& it, const session& there) {
  for (const auto& [who, persons] : there.seated)
    if (who.second != it.asked.instead_of)
      return &it.stock.find(who.second)->claim;
  return nullptr;
}

bool is_public(const search& it, const session& there) {
  return std::ranges::any_of(there.seated, [&](const auto& each) {
    const auto visit = each.first.second;
    return visit != it.asked.instead_of
           && it.stock.find(visit)->claim.by_public;
  });
}

// Seats that the rooms of a session have space for. In a shared one it keeps
// the space of all its seats already.
int seats_in_rooms(const search& it, const session& there,
                   const claim& member) {
  const auto kept = std::max(member.seats, persons_of(there.seated));
  auto seats = it.rule.seats;
  for (const auto& id : member.resources) {
    const auto index = index_of(it.plan, id);
    if (!index || it.plan.resources[*index].setup.gauge == 0)
      continue;
    const auto& room = it.plan.resources[*index].setup;
    const auto in_room
        = room.shared
              ? highest(in_room_during(it, id, member.time), member.time)
              : kept;
    seats = std::min(seats, room.gauge - (in_room - kept));
  }
  return seats;
}

// As one of the public is not to come in by a place kept for staff.
bool may_join(const search& it, const opening_day& day, const session& there,
              const claim& member) {
  if (it.asked.by_staff)
    return true;
  if (is_public(it, there))
    return day.opening->setup.public_places > 0;
  const auto length = std::chrono::floor<std::chrono::minutes>(
      member.time.to - member.time.from);
  return has_public_place(day, wanted_at(it, member.time.from, length));
}

chance joining(const search& it, const opening_day& day, const session& there,
               const claim& member) {
  auto out = chance{.day = &day, .time = member.time, .joins = &member};
  if (!may_join(it, day, there, member))
    return out;
  out.why = refusal::session_full;
  const auto moved = it.asked.instead_of;
  const auto seated = persons_of(there.seated, moved);
  const auto seats = seats_in_rooms(it, there, member) - seated;
  out.left = std::max(0, seats / it.asked.persons);
  if (out.left == 0)
    out.waiting
        = std::max(0, it.rule.waiting_seats - persons_of(there.waiting, moved));
  return out;
}

} // namespace

chance chance_at(const search& it, const opening_day& day, instant start,
                 int most) {
  if (it.rule.seats > 0) {
    const auto* there
        = it.stock.find({day.opening->setup.id, it.rule.id, start});
    const auto* member = there == nullptr ? nullptr : seated_in(it, *there);
    if (member != nullptr)
      return joining(it, day, *there, *member);
    most = 1; // One session at a time begins in an opening.
  }
  const auto places = places_left(day, wanted_at(it, start, day.length), most);
  return {.day = &day,
          .time = {start, start + day.length},
          .left = std::max(0, places)};
}

int left_in(const search& it, const site_day& day, std::span<const chance> same,
            int most) {
  auto joined = 0;
  auto fresh = 0;
  for (const auto& each : same)
    (each.joins != nullptr ? joined : fresh) += each.left;
  const auto& time = same.front().time;
  const auto sets
      = fresh == 0 ? 0 : sets_left(it, day, time, std::min(fresh, most));
  const auto seats = std::max(1, it.rule.seats / it.asked.persons);
  const auto left = joined + sets * seats;
  const auto persons = gauge_left(it, day, time);
  return persons ? std::min(left, *persons / it.inside) : left;
}

std::optional<int> gauge_left(const search& it, const site_day& day,
                              const interval& time) {
  if (day.inside.empty())
    return std::nullopt;
  const auto gauge = it.plan.sites[day.site].setup.gauge;
  return std::max(0, gauge - highest(day.inside, time));
}

} // namespace suivant::booking
