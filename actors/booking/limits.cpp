#include "actors/booking/limits.hpp"

#include <algorithm>
#include <map>

namespace suivant::booking {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr auto window = days{30};

// Persons by day, and whether another appointment is at that time.
struct booked {
  std::map<calendar_day, int> persons;
  bool at_that_time = false;
};

booked booked_by(const stock& taken, const service_rule& rule,
                 const zone& where, const std::string& person,
                 const interval& time, visit_id moved) {
  auto out = booked{};
  for (const auto visit : taken.of_person(person)) {
    const auto& it = taken.find(visit)->claim;
    if (visit == moved)
      continue;
    out.at_that_time = out.at_that_time || overlap(it.time, time);
    if (it.service == rule.id)
      out.persons[wall_time_of(where, it.time.from).day] += it.persons;
  }
  return out;
}

int most_in_window(const std::map<calendar_day, int>& persons,
                   calendar_day around) {
  auto most = 0;
  for (const auto& [first, ignored] : persons) {
    if (first > around || first + window <= around)
      continue;
    auto sum = 0;
    for (auto it = persons.find(first);
         it != persons.end() && it->first < first + window; ++it)
      sum += it->second;
    most = std::max(most, sum);
  }
  return most;
}

bool is_within(int minutes_before, const claim& it, instant now) {
  return now > it.time.from - minutes{minutes_before};
}

} // namespace

std::optional<refusal> over_limits(const stock& taken, const service_rule& rule,
                                   const zone& where, const std::string& person,
                                   const interval& time, int persons,
                                   visit_id moved) {
  if (person.empty())
    return std::nullopt;
  auto all = booked_by(taken, rule, where, person, time, moved);
  const auto& limits = rule.limits;
  if (all.at_that_time && !limits.at_one_time)
    return refusal::booked_at_that_time;
  const auto day = wall_time_of(where, time.from).day;
  all.persons[day] += persons;
  if (limits.a_day > 0 && all.persons[day] > limits.a_day)
    return refusal::too_many_that_day;
  if (limits.in_30_days > 0
      && most_in_window(all.persons, day) > limits.in_30_days)
    return refusal::too_many_in_30_days;
  return std::nullopt;
}

std::optional<refusal> too_late_to_change(const plan& in, const claim& it,
                                          instant now) {
  const auto* rule = find(in, it.service);
  if (rule != nullptr && is_within(rule->change_notice, it, now))
    return refusal::too_late_to_change;
  return std::nullopt;
}

std::optional<refusal> too_late_to_cancel(const plan& in, const claim& it,
                                          instant now) {
  const auto* rule = find(in, it.service);
  if (rule != nullptr && is_within(rule->cancel_notice, it, now))
    return refusal::too_late_to_cancel;
  return std::nullopt;
}

} // namespace suivant::booking
