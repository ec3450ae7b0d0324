#include "actors/office/setup_trial.hpp"

#include "actors/booking/conflicts.hpp"
#include "actors/booking/offer.hpp"
#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/rights.hpp"
#include "actors/office/setup_diff.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using boost::json::array;
using boost::json::object;
using std::chrono::days;

constexpr auto days_looked_at = days{120};
constexpr auto days_told = days{28};

array in_words(const std::vector<setup_problem>& problems) {
  auto out = array{};
  for (const auto& it : problems)
    out.push_back(object{{"where", it.where}, {"what", it.what}});
  return out;
}

array changes_to(const state& now, const setup& wanted) {
  const auto before
      = now.last_fact == 0 ? json::value(object{}) : to_json(now.setup);
  auto out = array{};
  for (const auto& it : changes_between(before, to_json(wanted)))
    out.push_back(to_json(it));
  return out;
}

// -- who no longer fits -------------------------------------------------------

using misfits = std::vector<booking::conflict>;

misfits added_by(const booking::plan& plan, const state& now, instant at) {
  const auto before
      = booking::conflicts(now.booked.plan(), now.booked.stock(), at);
  auto found = booking::conflicts(plan, now.booked.stock(), at);
  std::erase_if(found, [&](const auto& it) {
    return std::ranges::find(before, it) != before.end();
  });
  return found;
}

// On the clocks of the site as it is, for it may be gone.
object in_words(const booking::conflict& it, const state& now) {
  const auto& claim = now.booked.stock().find(it.visit)->claim;
  const auto site = booking::index_of(now.booked.plan(), claim.site);
  const auto local = site ? shown(now.booked, claim) : std::string{};
  auto out = object{{"visit", it.visit.number},
                    {"service", claim.service.text},
                    {"site", claim.site.text},
                    {"start", json::write(claim.time.from)},
                    {"local", local},
                    {"persons", claim.persons},
                    {"why", json::write(it.why)}};
  if (!it.resource.empty())
    out["resource"] = it.resource.text;
  return out;
}

array conflicts_with(const booking::plan& plan, const state& now, instant at) {
  auto found = added_by(plan, now, at);
  std::ranges::sort(found, {}, [&](const auto& it) {
    return std::pair{now.booked.stock().find(it.visit)->claim.time.from,
                     it.visit};
  });
  auto out = array{};
  for (const auto& it : found)
    out.push_back(in_words(it, now));
  return out;
}

// -- what there would be to book ----------------------------------------------

std::vector<booking::opening_setup> openings_of(const booking::setup& in,
                                                const service_id& service) {
  auto out = std::vector<booking::opening_setup>{};
  for (const auto& it : in.openings)
    if (std::ranges::find(it.services, service) != it.services.end())
      out.push_back(it);
  return out;
}

bool is_other(const booking::setup& before, const booking::setup& after,
              const booking::service_rule& rule) {
  const auto known
      = std::ranges::find(before.services, rule.id, &booking::service_rule::id);
  return known == before.services.end() || *known != rule
         || openings_of(before, rule.id) != openings_of(after, rule.id);
}

array days_of(const booking::plan& plan, const state& now,
              const booking::service_rule& rule, const zone& clock,
              instant at) {
  const auto asked = booking::question{.service = rule.id,
                                       .site = {},
                                       .persons = rule.least_persons,
                                       .place = rule.places.front(),
                                       .now = at,
                                       .instead_of = {},
                                       .others = {}};
  const auto today = wall_time_of(clock, at).day;
  const auto found = booking::days_left(plan, now.booked.stock(), asked, today,
                                        today + days_looked_at);
  auto out = array{};
  const auto* all = std::get_if<std::vector<booking::day_left>>(&found);
  if (all == nullptr)
    return out;
  const auto first = std::ranges::find(*all, true, &booking::day_left::open);
  for (auto it = first; it != all->end() && it->day < first->day + days_told;
       ++it)
    out.push_back(object{{"day", json::text_of(it->day)},
                         {"open", it->open},
                         {"starts", it->starts}});
  return out;
}

array offer_of(const trial& it, const booking::plan& plan, const state& now,
               instant at) {
  auto out = array{};
  const auto& clock = it.clocks.at(it.wanted.zone);
  for (const auto& rule : plan.services)
    if (is_other(now.setup.booking, it.wanted.booking, rule))
      out.push_back(
          object{{"service", rule.id.text},
                 {"name", json::write(find(it.wanted, rule.id)->name)},
                 {"days", days_of(plan, now, rule, clock, at)}});
  return out;
}

} // namespace

json::object outcome_of(const trial& it, const state& now, instant at) {
  auto out = object{{"problems", in_words(it.problems)},
                    {"changes", changes_to(now, it.wanted)},
                    {"in_use", false},
                    {"conflicts", array{}},
                    {"offer", array{}}};
  if (!it.problems.empty())
    return out;
  out["in_use"] = is_in_use(now, it.wanted);
  const auto plan = booking::plan_of(
      with_absences(it.wanted.booking, now.absences), it.clocks);
  out["conflicts"] = conflicts_with(plan, now, at);
  if (takes_bookings(it.wanted))
    out["offer"] = offer_of(it, plan, now, at);
  return out;
}

} // namespace suivant::office
