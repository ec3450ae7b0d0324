// What a change of one visit means for those who wait for a place.

#include "actors/office/steps.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using claims = std::vector<booking::claim>;

claims claims_of(const state& office, visit_id visit) {
  auto out = claims{};
  for (const auto taker : {visit, offer_taker(visit)})
    if (const auto* it = office.booked.stock().find(taker))
      out.push_back(it->claim);
  return out;
}

bool is_wanted(const state& office, const booking::claim& free) {
  return std::ranges::any_of(office.earlier, [&](const auto& each) {
    const auto& it = office.visits.at(each.second);
    const auto& has = it.appointment->claim;
    return has.service == free.service && has.site == free.site
           && it.wish->from <= free.time.from && free.time.from < it.wish->until
           && free.time.from < has.time.from;
  });
}

void note_free(state& office, const booking::claim& free, instant at) {
  if (free.waiting || free.time.from <= at)
    return;
  const auto& plan = office.booked.plan();
  const auto opening = booking::index_of(plan, free.opening);
  if (opening && !plan.openings[*opening].setup.kept_for.empty()) {
    const auto list
        = office.campaigns.find(plan.openings[*opening].setup.kept_for);
    if (list != office.campaigns.end())
      list->second.looking = list->second.is_open;
    return;
  }
  const auto start = freed_start{free.site, free.service, free.time.from};
  if (is_wanted(office, free)
      && std::ranges::find(office.freed, start) == office.freed.end())
    office.freed.push_back(start);
}

// Nearly always nobody: then nothing has to be compared.
bool somebody_waits(const state& office) {
  return !office.earlier.empty()
         || std::ranges::any_of(office.campaigns, [](const auto& each) {
              return each.second.is_open;
            });
}

bool is_called_off(const visit& it) {
  return it.wish && !it.wish->campaign.empty();
}

} // namespace

// What the office calls off comes back by the set-up, for those on the list.
void keep_places(state& office, const visit& it, instant at) {
  if (!somebody_waits(office))
    return office.booked.keep(it);
  const auto had = claims_of(office, it.id);
  office.booked.keep(it);
  const auto has = claims_of(office, it.id);
  for (const auto& free : had) {
    const auto is_kept = std::ranges::any_of(has, [&](const auto& each) {
      return each.opening == free.opening && each.time == free.time;
    });
    const auto is_own = it.appointment && it.appointment->claim.at == free.at;
    if (!is_kept && !(is_own && is_called_off(it)))
      note_free(office, free, at);
  }
}

void keep_waiting(state& office, const visit& it) {
  if (!it.wish || !it.wish->campaign.empty())
    return;
  const auto key = std::pair{it.wish->asked, it.id};
  if (waits_for_earlier(it))
    office.earlier.insert(key);
  else
    office.earlier.erase(key);
}

void stop_waiting(state& office, visit& it) {
  if (it.wish && it.wish->campaign.empty())
    office.earlier.erase({it.wish->asked, it.id});
  it.wish.reset();
}

void put_on_list(state& office, visit& it, const campaign_id& campaign,
                 bool reachable, instant at) {
  stop_waiting(office, it);
  it.offer.reset();
  it.wish = wish{.campaign = campaign, .asked = at};
  const auto& claim = it.appointment->claim;
  auto& people = office.campaigns.at(campaign).people;
  const auto where
      = std::ranges::lower_bound(people, it.id, {}, &list_entry::visit);
  people.insert(where, {.visit = it.id,
                        .start = claim.time.from,
                        .booked = claim.at,
                        .shown = it.appointment->shown,
                        .service = claim.service,
                        .site = claim.site,
                        .reachable = reachable,
                        .since = at});
}

// Once it is booked again, its further fate is its own.
void note_fate(state& office, visit& it) {
  if (!is_called_off(it))
    return;
  auto& list = office.campaigns.at(it.wish->campaign);
  list.looking = list.is_open;
  if (auto* entry = find(list, it.id)) {
    entry->now = it.now.phase;
    entry->since = it.now.since;
    if (it.now.phase == phase::booked)
      entry->again = it.appointment->shown;
  }
  if (it.now.phase == phase::booked)
    it.wish.reset();
}

void set_up_bookings(state& office) {
  office.booked.set_up(office.setup, office.clocks, office.absences);
  for (const auto& it : office.setup.booking.openings) {
    const auto list = office.campaigns.find(it.kept_for);
    if (list != office.campaigns.end() && !list->second.is_open)
      office.booked.open_to_all(it.kept_for);
  }
}

list_entry* find(campaign& in, visit_id visit) {
  const auto at
      = std::ranges::lower_bound(in.people, visit, {}, &list_entry::visit);
  return at != in.people.end() && at->visit == visit ? &*at : nullptr;
}

const list_entry* find(const campaign& in, visit_id visit) {
  return find(const_cast<campaign&>(in), visit);
}

} // namespace suivant::office
