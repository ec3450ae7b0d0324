#include "actors/office/offers.hpp"

#include "actors/office/kept_places.hpp"
#include "actors/office/offering.hpp"

#include <algorithm>
#include <tuple>

namespace suivant::office {
namespace {

constexpr auto most_at_once = std::size_t{50};
constexpr auto most_earlier = 3; // Offers to one who waits for earlier.

place_offered offered(const state& now, const visit& to, booking::claim claim,
                      instant until) {
  const auto day = day_of(now.setup, now.clocks, claim.time.from);
  auto text = shown(now.booked, claim);
  return {to.id, std::move(claim), until, day, std::move(text)};
}

// -- an earlier start ---------------------------------------------------------

bool is_wished(const visit& it, const freed_start& free) {
  const auto& claim = it.appointment->claim;
  const auto& wish = *it.wish;
  return !it.offer && claim.service == free.service && claim.site == free.site
         && wish.from <= free.start && free.start < wish.until
         && free.start < claim.time.from
         && std::ranges::count(wish.refused, free.start) == 0;
}

// The offer ends before what it offers begins.
event offer_freed(const state& now, const freed_start& free, instant at) {
  const auto until = at + std::chrono::minutes{now.setup.booking.offer_minutes};
  if (until <= free.start)
    for (const auto& [asked, id] : now.earlier) {
      const auto& it = now.visits.at(id);
      if (!is_wished(it, free))
        continue;
      if (auto claim = earlier_place(now, it, free.start, at))
        return offered(now, it, std::move(*claim), until);
    }
  return place_returned{free.site, free.service, free.start};
}

// -- lists --------------------------------------------------------------------

// The same order for the same seed, and another one for each other.
std::uint64_t drawn(std::uint32_t seed, visit_id visit) {
  auto it = visit.number + (std::uint64_t{seed} << 32)
            + std::uint64_t{0x9E3779B97F4A7C15};
  it = (it ^ (it >> 30)) * std::uint64_t{0xBF58476D1CE4E5B9};
  it = (it ^ (it >> 27)) * std::uint64_t{0x94D049BB133111EB};
  return it ^ (it >> 31);
}

auto turn_of(const list_terms& terms, const list_entry& it) {
  const auto lot = terms.by == turn::by_lot ? drawn(terms.seed, it.visit) : 0;
  const auto when = terms.by == turn::by_booking ? it.booked : it.start;
  return std::tuple{it.lapsed, lot, when, it.visit};
}

bool is_left(const list_entry& it) {
  return it.now == phase::postponed;
}

// Who let an offer lapse comes after all who did not.
std::vector<const list_entry*> who_waits(const state& now, const campaign& of) {
  auto out = std::vector<const list_entry*>{};
  for (const auto& it : of.people)
    if (is_left(it) && !now.visits.at(it.visit).offer)
      out.push_back(&it);
  std::ranges::sort(
      out, {}, [&](const list_entry* it) { return turn_of(of.terms, *it); });
  return out;
}

events offers_to_list(const state& now, const campaign_id& id,
                      const campaign& list, instant at) {
  if (std::ranges::none_of(list.people, is_left))
    return {list_ended{id, "nobody_left"}};
  const auto until = at + std::chrono::hours{list.terms.hold_hours};
  auto places = kept_places{now, id, at, until};
  auto out = events{};
  for (const auto* who : places.is_empty() ? std::vector<const list_entry*>{}
                                           : who_waits(now, list)) {
    const auto& it = now.visits.at(who->visit);
    if (auto claim = places.take_for(it))
      out.push_back(offered(now, it, std::move(*claim), until));
    if (out.size() == most_at_once)
      return out;
  }
  out.push_back(places_ran_out{id});
  return out;
}

} // namespace

bool has_offers_due(const state& now) {
  return !now.freed.empty()
         || std::ranges::any_of(now.campaigns, [](const auto& each) {
              return each.second.is_open && each.second.looking;
            });
}

events offers_due(const state& now, instant at) {
  if (!now.freed.empty())
    return {offer_freed(now, now.freed.front(), at)};
  for (const auto& [id, list] : now.campaigns)
    if (list.is_open && list.looking)
      return offers_to_list(now, id, list, at);
  return {};
}

events offer_ended(const state& now, const visit& it, bool lapsed) {
  auto out = events{lapsed ? event{offer_lapsed{it.id}}
                           : event{offer_declined{it.id}}};
  const auto& wish = *it.wish;
  if (wish.campaign.empty()) {
    if (lapsed || wish.offers >= most_earlier)
      out.push_back(earlier_given_up{it.id, "offers_used_up"});
    return out;
  }
  const auto& list = now.campaigns.at(wish.campaign);
  if (!list.is_open)
    out.push_back(list_left{it.id, "list_ended"});
  else if (wish.offers >= list.terms.offers_each)
    out.push_back(list_left{it.id, "offers_used_up"});
  return out;
}

events vouchers_used(const state& now, const booking::claim& booked) {
  if (booked.person.empty())
    return {};
  for (const auto& [id, list] : now.campaigns) {
    if (!list.is_open)
      continue;
    for (const auto& entry : list.people) {
      if (!is_left(entry) || entry.service != booked.service)
        continue;
      const auto& claim = now.visits.at(entry.visit).appointment->claim;
      if (claim.person == booked.person)
        return {list_left{entry.visit, "booked_again"}};
    }
  }
  return {};
}

} // namespace suivant::office
