// What events beside the visits change.

#include "actors/office/steps.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// Of days gone by nobody asks any more.
void forget_past(std::vector<booking::wall_span>& all, business_day today) {
  std::erase_if(all, [&](const booking::wall_span& it) {
    return it.to.day < today - std::chrono::days{1};
  });
}

} // namespace

void apply(state& office, const summary_asked& happened, instant) {
  touched(office, happened.visit).summary = happened.by;
}

void apply(state& office, call_back_asked happened, instant at) {
  office.last_call_back = happened.call;
  office.call_backs.push_back({.number = happened.call,
                               .about = happened.about,
                               .service = std::move(happened.service),
                               .person = std::move(happened.person),
                               .asked = at,
                               .last_try = {},
                               .reason = std::move(happened.reason)});
}

void apply(state& office, const called_back& happened, instant at) {
  auto& all = office.call_backs;
  const auto it = std::ranges::find(all, happened.call, &call_back::number);
  if (happened.result != call_result::not_reached) {
    all.erase(it);
    return;
  }
  ++it->tries;
  it->last_try = at;
}

void apply(state& office, const absence_added& happened, instant) {
  auto& all = office.absences[happened.resource];
  forget_past(all, office.day);
  all.push_back(happened.span);
  set_up_bookings(office);
}

void apply(state& office, const absence_removed& happened, instant) {
  const auto found = office.absences.find(happened.resource);
  std::erase(found->second, happened.span);
  if (found->second.empty())
    office.absences.erase(found);
  set_up_bookings(office);
}

void apply(state& office, feed_opened happened, instant) {
  auto& opened = happened.counter.empty()
                     ? office.feeds[happened.resource]
                     : office.counter_feeds[happened.counter];
  opened = {std::move(happened.token_hash), happened.names};
}

void apply(state& office, const feed_closed& happened, instant) {
  if (happened.counter.empty())
    office.feeds.erase(happened.resource);
  else
    office.counter_feeds.erase(happened.counter);
}

} // namespace suivant::office
