#include "actors/office/kept_places.hpp"

#include "actors/booking/limits.hpp"
#include "actors/booking/offer.hpp"
#include "actors/booking/place.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using std::chrono::days;

constexpr auto furthest = days{90};

bool is_over_limits(const state& now, const visit& it,
                    const booking::claim& wanted) {
  const auto& plan = now.booked.plan();
  const auto* rule = booking::find(plan, wanted.service);
  const auto site = booking::index_of(plan, wanted.site);
  return booking::over_limits(
             now.booked.stock(), *rule, plan.sites[*site].clock,
             it.appointment->claim.person, wanted.time, wanted.persons, it.id)
      .has_value();
}

} // namespace

// Beside what it has, for it keeps that until it says yes: what the two would
// share cannot be promised.
std::optional<booking::claim> earlier_place(const state& now, const visit& it,
                                            instant start, instant at) {
  const auto& plan = now.booked.plan();
  const auto& has = it.appointment->claim;
  auto asked = booking::wanted_again(plan, has, {}, at);
  asked.start = start;
  asked.person.clear();
  auto found = booking::place(plan, now.booked.stock(), asked);
  auto* claim = std::get_if<booking::claim>(&found);
  if (claim == nullptr || is_over_limits(now, it, *claim))
    return std::nullopt;
  claim->person = has.person;
  return std::move(*claim);
}

kept_places::kept_places(const state& now, campaign_id list, instant at,
                         instant from)
    : now_{now}, list_{std::move(list)}, at_{at}, from_{from},
      left_{now.booked.stock()} {}

bool kept_places::is_empty() const {
  return std::ranges::none_of(now_.booked.plan().openings, [&](const auto& it) {
    return it.setup.kept_for == list_;
  });
}

booking::question kept_places::question_for(const booking::claim& it) const {
  return {.service = it.service,
          .persons = it.persons,
          .place = it.place,
          .by_staff = true,
          .now = at_,
          .campaign = list_,
          .kept_only = true};
}

// A day on which nothing is left for anybody is not asked about again.
std::optional<booking::claim> kept_places::take_for(const visit& it) {
  const auto& claim = it.appointment->claim;
  const auto today = std::chrono::floor<days>(from_) - days{1};
  auto& first
      = first_.try_emplace({claim.service, claim.persons, claim.place}, today)
            .first->second;
  for (auto day = first; day <= today + furthest; day += days{1}) {
    const auto starts = starts_on(claim, day);
    if (starts.empty() && day == first)
      first = day + days{1};
    for (const auto start : starts)
      if (std::ranges::count(it.wish->refused, start) == 0)
        if (auto found = take_at(it, start))
          return found;
  }
  return std::nullopt;
}

std::vector<instant> kept_places::starts_on(const booking::claim& it,
                                            calendar_day day) {
  const auto found
      = booking::offer(now_.booked.plan(), left_, question_for(it), day);
  auto out = std::vector<instant>{};
  if (const auto* all = std::get_if<booking::starts>(&found))
    for (const auto& each : *all)
      if (each.left > 0 && each.start >= from_)
        out.push_back(each.start);
  return out;
}

std::optional<booking::claim> kept_places::take_at(const visit& it,
                                                   instant start) {
  const auto& claim = it.appointment->claim;
  auto asked = booking::wanted{
      .what = question_for(claim), .start = start, .person = claim.person};
  auto found = booking::place(now_.booked.plan(), left_, asked);
  auto* taken = std::get_if<booking::claim>(&found);
  if (taken == nullptr)
    return std::nullopt;
  auto kept = *taken;
  kept.person.clear();
  left_.take(offer_taker(it.id), kept);
  return std::move(*taken);
}

} // namespace suivant::office
