// A visitor's answer to an offer, and the wish for an earlier one.

#include "actors/office/appointing.hpp"
#include "actors/office/offers.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// The offer that is answered; an older one is gone.
std::optional<refusal> not_offered(const visit& it, instant start) {
  if (!is_open(it.now.phase))
    return refusal::visit_is_closed;
  if (!it.offer || it.offer->claim.time.from != start)
    return refusal::offer_is_gone;
  return {};
}

bool has_it_already(const visit& it, instant start) {
  return it.now.phase == phase::booked && !it.offer
         && it.appointment->claim.time.from == start;
}

} // namespace

decision answer(const situation& here, const accept_offer& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (has_it_already(*it, asked.start))
    return events{};
  if (const auto refused = not_offered(*it, asked.start))
    return *refused;
  auto accepted = seats_filled(here.now, *it, here.at, &it->offer->claim);
  accepted.insert(accepted.begin(), offer_accepted{it->id});
  return accepted;
}

decision answer(const situation& here, const decline_offer& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (const auto refused = not_offered(*it, asked.start))
    return *refused;
  return offer_ended(here.now, *it, false);
}

decision answer(const situation& here, const wait_for_earlier& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->now.phase != phase::booked || it->appointment->claim.waiting)
    return closed_or(*it, refusal::visit_is_not_booked);
  const auto is_earlier = asked.from < asked.until && here.at < asked.until
                          && asked.until <= it->appointment->claim.time.from;
  if (!is_earlier)
    return refusal::value_out_of_range;
  if (it->wish && it->wish->from == asked.from
      && it->wish->until == asked.until)
    return events{};
  return events{earlier_wanted{it->id, asked.from, asked.until}};
}

decision answer(const situation& here, const give_up_waiting& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (!waits_for_earlier(*it))
    return events{};
  return events{earlier_given_up{it->id, {}}};
}

} // namespace suivant::office
