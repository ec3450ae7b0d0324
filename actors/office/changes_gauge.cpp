// What events about people inside change.

#include "actors/office/changes.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

void come_in(site_state& site, const stay& who) {
  auto& others = site.others;
  const auto at = std::ranges::lower_bound(others, who.until, {}, &stay::until);
  if (at != others.end() && at->until == who.until)
    at->persons += who.persons;
  else
    others.insert(at, who);
}

// Those whose time is nearest to its end.
void go_out(site_state& site, int persons) {
  auto& others = site.others;
  while (persons > 0 && !others.empty()) {
    auto& first = others.front();
    const auto gone = std::min(persons, first.persons);
    persons -= gone;
    first.persons -= gone;
    if (first.persons == 0)
      others.erase(others.begin());
  }
}

} // namespace

void apply(state& office, const people_counted& happened, instant) {
  auto& site = office.sites[happened.site];
  if (happened.by > 0)
    come_in(site, {happened.until, happened.by});
  else
    go_out(site, -happened.by);
}

void apply(state& office, const people_recounted& happened, instant) {
  auto& site = office.sites[happened.site];
  site.others.clear();
  if (happened.persons > 0)
    come_in(site, {happened.until, happened.persons});
}

void apply(state& office, const presence_expired& happened, instant) {
  go_out(office.sites[happened.site], happened.persons);
}

void apply(state& office, const gauge_changed& happened, instant) {
  office.sites[happened.site].most = happened.most;
}

} // namespace suivant::office
