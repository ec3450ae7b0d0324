// What events about offered places change.

#include "actors/office/steps.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// The list that the visit is on, with its entry; null for others.
list_entry* entry_of(state& office, const visit& it) {
  if (!it.wish || it.wish->campaign.empty())
    return nullptr;
  return find(office.campaigns.at(it.wish->campaign), it.id);
}

void forget_freed(state& office, const freed_start& start) {
  std::erase(office.freed, start);
}

// The place is not offered to the same person again.
visit& refused(state& office, visit_id id, instant at) {
  auto& it = touched(office, id);
  auto wish = *it.wish;
  wish.refused.push_back(it.offer->claim.time.from);
  it.wish = std::move(wish);
  it.offer.reset();
  keep_places(office, it, at);
  if (!it.wish->campaign.empty()) {
    auto& list = office.campaigns.at(it.wish->campaign);
    list.looking = list.is_open;
  }
  return it;
}

} // namespace

void apply(state& office, campaign_began happened, instant at) {
  auto& it = office.campaigns[happened.campaign];
  it = {.reason = std::move(happened.reason),
        .of = std::move(happened.of),
        .terms = happened.terms,
        .vouchers = happened.vouchers,
        .closed = happened.closed,
        .by = std::move(happened.by),
        .began = at,
        .is_open = happened.vouchers,
        .ended = happened.vouchers ? instant{} : at,
        .looking = happened.vouchers,
        .skipped = std::move(happened.skipped)};
  if (!it.is_open)
    office.booked.open_to_all(happened.campaign);
}

void apply(state& office, const visit_postponed& happened, instant at) {
  auto& it = touched(office, happened.visit);
  put_on_list(office, it, happened.campaign, happened.reachable, at);
  it.now.reason = office.campaigns.at(happened.campaign).reason;
  enter(office, it, phase::postponed, at);
}

void apply(state& office, place_offered happened, instant at) {
  auto& it = touched(office, happened.visit);
  forget_freed(office, {happened.claim.site, happened.claim.service,
                        happened.claim.time.from});
  auto wish = *it.wish;
  ++wish.offers;
  it.wish = std::move(wish);
  it.last.reset();
  it.offer = offer{std::move(happened.claim), happened.until, happened.day,
                   std::move(happened.shown)};
  keep_places(office, it, at);
  if (auto* entry = entry_of(office, it))
    ++entry->offers;
}

void apply(state& office, const offer_accepted& happened, instant at) {
  auto& it = touched(office, happened.visit);
  const auto accepted = *it.offer;
  it.offer.reset();
  it.day = accepted.day;
  it.persons = accepted.claim.persons;
  // The rest stays: what it is about, and on which day a partner made it.
  auto agreed = *it.appointment;
  agreed.claim = accepted.claim;
  agreed.held_until = {};
  agreed.shown = accepted.shown;
  agreed.given_up = false;
  it.appointment = std::move(agreed);
  it.now.reason.clear();
  if (waits_for_earlier(it))
    stop_waiting(office, it);
  enter(office, it, phase::booked, at);
}

void apply(state& office, const offer_declined& happened, instant at) {
  refused(office, happened.visit, at);
}

void apply(state& office, const offer_lapsed& happened, instant at) {
  const auto& it = refused(office, happened.visit, at);
  if (auto* entry = entry_of(office, it))
    ++entry->lapsed;
}

void apply(state& office, const places_ran_out& happened, instant) {
  office.campaigns.at(happened.campaign).looking = false;
}

void apply(state& office, const list_left& happened, instant at) {
  auto& it = touched(office, happened.visit);
  it.now.reason = happened.reason;
  if (auto* entry = entry_of(office, it))
    entry->reason = happened.reason;
  enter(office, it, phase::cancelled, at);
}

void apply(state& office, const list_ended& happened, instant at) {
  auto& it = office.campaigns.at(happened.campaign);
  it.is_open = false;
  it.looking = false;
  it.ended = at;
  office.booked.open_to_all(happened.campaign);
}

// Asking otherwise keeps one's place among those who wait.
void apply(state& office, const earlier_wanted& happened, instant at) {
  auto& it = touched(office, happened.visit);
  auto wish = it.wish ? *it.wish : office::wish{.asked = at};
  wish.from = happened.from;
  wish.until = happened.until;
  it.wish = std::move(wish);
  it.last.reset();
  keep_waiting(office, it);
}

void apply(state& office, const earlier_given_up& happened, instant at) {
  auto& it = touched(office, happened.visit);
  it.last.reset();
  it.offer.reset();
  stop_waiting(office, it);
  keep_places(office, it, at);
}

void apply(state& office, const place_returned& happened, instant) {
  forget_freed(office, {happened.site, happened.service, happened.start});
}

} // namespace suivant::office
