// People inside without a visit, and how many may be inside today.

#include "actors/office/answers.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using std::chrono::minutes;

constexpr auto most_at_once = 20;
constexpr auto most_people = 10'000;
// People stay longer than one thinks, and some leave without being seen.
constexpr auto grace = minutes{30};

// In whole minutes, so that those who come within one are remembered together.
instant end_of_stay(const situation& here, const booking::site_setup& site) {
  return std::chrono::ceil<minutes>(here.at + minutes{site.stay} + grace);
}

bool is_known_as(const state& now, const people_recounted& wanted) {
  const auto found = now.sites.find(wanted.site);
  if (found == now.sites.end() || found->second.others.empty())
    return wanted.persons == 0;
  return found->second.others
         == std::vector{stay{wanted.until, wanted.persons}};
}

} // namespace

// Nobody leaves an empty house: it was counted wrongly before.
decision answer(const situation& here, const count_inside& asked) {
  const auto* site = booking::find_site(here.now.setup.booking, asked.site);
  if (site == nullptr)
    return refusal::no_such_site;
  if (asked.by == 0 || std::abs(asked.by) > most_at_once)
    return refusal::value_out_of_range;
  const auto there = inside_without_visit(here.now, asked.site);
  const auto by = std::max(asked.by, -there);
  if (by == 0)
    return events{};
  if (there + by > most_people)
    return refusal::value_out_of_range;
  return events{people_counted{asked.site, by, end_of_stay(here, *site)}};
}

decision answer(const situation& here, const set_inside& asked) {
  const auto* site = booking::find_site(here.now.setup.booking, asked.site);
  if (site == nullptr)
    return refusal::no_such_site;
  if (asked.persons < 0 || asked.persons > most_people)
    return refusal::value_out_of_range;
  const auto by_visits = gauge_at(here.now, asked.site).inside
                         - inside_without_visit(here.now, asked.site);
  if (asked.persons < by_visits)
    return refusal::visits_are_inside;
  const auto wanted = people_recounted{asked.site, asked.persons - by_visits,
                                       end_of_stay(here, *site)};
  if (is_known_as(here.now, wanted))
    return events{};
  return events{wanted};
}

decision answer(const situation& here, const set_gauge& asked) {
  if (booking::find_site(here.now.setup.booking, asked.site) == nullptr)
    return refusal::no_such_site;
  if (!supervises(here.by))
    return refusal::supervisor_is_needed;
  if (asked.most < -1 || asked.most > most_people)
    return refusal::value_out_of_range;
  const auto today = here.now.sites.find(asked.site);
  const auto now = today == here.now.sites.end() ? -1 : today->second.most;
  if (now == asked.most)
    return events{};
  return events{gauge_changed{asked.site, asked.most}};
}

} // namespace suivant::office
