// A question made ready to be asked of days, and the days made ready to be
// asked: what offers and claims are both decided by. Used in this folder only.

#pragma once

#include "actors/booking/plan.hpp"
#include "actors/booking/question.hpp"
#include "actors/booking/refusals.hpp"
#include "actors/booking/stock.hpp"

#include <variant>

namespace suivant::booking {

/// Refers to what it was made of, which must outlive it.
struct search {
  const booking::plan& plan;
  const booking::stock& stock;
  const question& asked;
  const service_rule& rule;
  int inside = 1; // Persons whom an answer brings inside.
};

std::variant<search, refusal> search_for(const plan& in, const stock& taken,
                                         const question& asked);

/// One opening on one day, for what is searched.
struct opening_day {
  const opening_plan* opening = nullptr;
  std::vector<interval> windows; // When it is open.
  instant released;              // When the public may first ask for it.
  std::chrono::minutes length{0};
  std::optional<int> family_places; // For services of the family of the rule.
  std::optional<int> door_places;   // For the partner who asks.
  agenda taken;
};

/// One resource on one day, if it meets any need.
struct resource_day {
  std::size_t index = 0; // In the plan.
  unsigned needs = 0;    // One bit for each need of the rule that it can meet.
  std::vector<interval> times; // When it is there.
  agenda taken;
  std::vector<level> persons; // In a shared room; empty otherwise.
};

struct site_day {
  std::size_t site = 0; // In the plan.
  std::vector<opening_day> openings;
  std::vector<resource_day> resources; // Who has least to do that day is first.
  std::vector<level> inside;           // Persons; empty without a gauge.
};

/// Without windows when it is closed.
opening_day opening_on(const search& it, const opening_plan& opening,
                       calendar_day day, bool holiday);
/// `open` covers all that may be asked about.
resource_day resource_on(const search& it, std::size_t index, calendar_day day,
                         const interval& open);
/// Expected inside a site, and there otherwise; but not who is moved.
std::vector<level> inside_during(const search& it, const site_plan& site,
                                 const interval& part);
/// In a room, with all seats of a session, and without who is moved.
std::vector<level> in_room_during(const search& it, const resource_id& room,
                                  const interval& part);

/// Without openings when nothing of what is searched is offered that day.
site_day look_at(const search& it, std::size_t site, calendar_day day);

/// Sites that are asked about, in the order of the plan.
std::vector<std::size_t> sites_of(const search& it);

/// What an answer would keep busy, as counted.
busy wanted_at(const search& it, instant start, std::chrono::minutes length);

} // namespace suivant::booking
