#include "actors/booking/conflicts.hpp"

#include "actors/booking/chance.hpp"
#include "actors/booking/resources.hpp"
#include "actors/booking/starts.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

using std::chrono::minutes;

using verdict = std::optional<conflict>;

minutes length_of(const claim& it) {
  return std::chrono::floor<minutes>(it.time.to - it.time.from);
}

// A session stays one, and an appointment alone stays alone.
int seats_of(const service_rule& rule, const claim& it) {
  return it.seats == 0 || rule.seats == 0 ? it.seats : rule.seats;
}

// The rule of today with what was agreed on then.
service_rule as_agreed(service_rule rule, const claim& it) {
  rule.steps = 0;
  rule.minutes = {static_cast<int>(length_of(it).count())};
  rule.each_more = 0;
  rule.before = it.before;
  rule.after = it.after;
  rule.family = it.family;
  rule.seats = seats_of(rule, it);
  return rule;
}

// One claim beside those that were found to fit.
class fitting {
public:
  fitting(const plan& in, const stock& kept, visit_id visit, const claim& it)
      : plan_{in}, kept_{kept}, visit_{visit}, it_{it} {}

  verdict judge() {
    const auto site = index_of(plan_, it_.site);
    const auto opening = index_of(plan_, it_.opening);
    const auto* rule = find(plan_, it_.service);
    if (!site)
      return because(misfit::site_gone);
    if (!opening || plan_.openings[*opening].site != *site)
      return because(misfit::opening_gone);
    if (rule == nullptr || !offers(plan_.openings[*opening], it_.service))
      return because(misfit::service_gone);
    rule_ = as_agreed(*rule, it_);
    question_ = {.service = it_.service,
                 .persons = it_.persons,
                 .place = it_.place,
                 .by_staff = !it_.by_public};
    day_ = wall_time_of(plan_.sites[*site].clock, it_.time.from).day;
    return judge_in(plan_.openings[*opening]);
  }

private:
  search asked() const {
    return {plan_, kept_, question_, rule_, persons_inside(it_)};
  }

  verdict judge_in(const opening_plan& opening) {
    const auto what = asked();
    const auto& holidays = plan_.sites[opening.site].setup.holidays;
    const auto on = opening_on(what, opening, day_, is_holiday(holidays, day_));
    if (on.windows.empty() || !is_open_for(what, on, it_.time.from))
      return because(misfit::closed);
    if (it_.waiting)
      return std::nullopt;
    const auto found = chance_at(what, on, it_.time.from, 1);
    for (const auto& id : it_.resources)
      if (const auto no = judge_resource(id, found.joins != nullptr))
        return no;
    if (!it_.overbooked && found.left < 1)
      return because(found.why == refusal::session_full ? misfit::over_seats
                                                        : misfit::over_places);
    return judge_gauge(opening);
  }

  // Whoever joins a session finds its room and agents taken by it; whether
  // there is a seat is asked elsewhere.
  verdict judge_resource(const resource_id& id, bool joins) {
    const auto index = index_of(plan_, id);
    if (!index || plan_.sites[plan_.resources[*index].site].setup.id != it_.site
        || !is_able(plan_.resources[*index], it_.service))
      return because(misfit::resource_gone, id);
    const auto what = asked();
    const auto on = resource_on(what, *index, day_, it_.time);
    if (!is_there(what, on, it_.time))
      return because(misfit::resource_absent, id);
    const auto one = wanted_at(what, it_.time.from, length_of(it_));
    const auto is_shared = plan_.resources[*index].setup.shared;
    if (!joins && !is_shared && !is_free_for(on.taken, one))
      return because(misfit::resource_taken, id);
    const auto room = room_left(what, on, it_.time);
    return !joins && room && *room < it_.persons
               ? because(misfit::over_room, id)
               : std::nullopt;
  }

  verdict judge_gauge(const opening_plan& opening) {
    const auto& site = plan_.sites[opening.site];
    if (site.setup.gauge == 0 || it_.above_gauge)
      return std::nullopt;
    const auto inside
        = highest(inside_during(asked(), site, it_.time), it_.time);
    return inside + persons_inside(it_) > site.setup.gauge
               ? because(misfit::over_gauge)
               : std::nullopt;
  }

  verdict because(misfit why, const resource_id& resource = {}) const {
    return conflict{visit_, why, resource};
  }

  const plan& plan_;
  const stock& kept_;
  visit_id visit_;
  const claim& it_;
  service_rule rule_;
  question question_;
  calendar_day day_;
};

// A session keeps space for no more seats than it has now.
claim as_kept(const plan& in, claim it) {
  if (const auto* rule = find(in, it.service))
    it.seats = std::min(it.seats, seats_of(*rule, it));
  return it;
}

} // namespace

std::vector<conflict> conflicts(const plan& changed, const stock& taken,
                                instant now) {
  auto order
      = std::vector<std::pair<std::pair<instant, visit_id>, const claim*>>{};
  for (const auto& [visit, it] : taken.all())
    if (it.claim.time.to > now)
      order.push_back({{it.claim.at, visit}, &it.claim});
  std::ranges::sort(order);
  auto kept = stock{};
  auto out = std::vector<conflict>{};
  for (const auto& [when, it] : order) {
    const auto visit = when.second;
    if (auto found = fitting{changed, kept, visit, *it}.judge())
      out.push_back(std::move(*found));
    else
      kept.take(visit, as_kept(changed, *it));
  }
  return out;
}

} // namespace suivant::booking
