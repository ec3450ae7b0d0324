#include "actors/outbox/alarms.hpp"

#include "actors/booking/plan.hpp"
#include "actors/outbox/messages.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// Null for a site that the office has no more.
const zone* clock_of(const state& office, const booking::site_id& site) {
  const auto& plan = office.booked.plan();
  const auto index = booking::index_of(plan, site);
  return index ? &plan.sites[*index].clock : nullptr;
}

instant time_of(const reminder_setup& by, const zone& clock, instant start) {
  const auto then = days_later(clock, start, std::chrono::days{-by.days});
  if (by.at < 0)
    return then - std::chrono::minutes{by.minutes};
  return instant_of(clock, {wall_time_of(clock, then).day, by.at});
}

// What was due before the last fact has been sent, or was due before there was
// anything to be reminded of.
void add_reminders(std::vector<alarm>& into, const state& office,
                   const visit& it) {
  if (it.now.phase != phase::booked || !it.appointment
      || it.appointment->claim.waiting
      || route_of(office.setup.messages, occasion::reminder) == route::off)
    return;
  const auto& claim = it.appointment->claim;
  const auto* clock = clock_of(office, claim.site);
  if (clock == nullptr)
    return;
  for (const auto& rule : office.setup.messages.reminders) {
    const auto at = time_of(rule, *clock, claim.time.from);
    auto which = which_reminder(claim.time.from, rule);
    if (at > office.last_at && at < claim.time.from
        && !has_message(office, it.id, occasion::reminder, which))
      into.push_back({at, it.id, 0, std::move(which)});
  }
}

void add_other_ways(std::vector<alarm>& into, const state& office,
                    visit_id of) {
  const auto after
      = std::chrono::minutes{office.setup.messages.fall_back_minutes};
  for (const auto& it : messages_of(office, of))
    if (it.now == delivery::handed && it.falls_back)
      into.push_back({it.since + after, of, it.number, {}});
}

} // namespace

void alarm_book::set(visit_id of, std::vector<alarm> wanted) {
  const auto known = of_.find(of);
  if (known != of_.end()) {
    for (const auto& it : known->second)
      all_.erase(it);
    of_.erase(known);
  }
  if (wanted.empty())
    return;
  all_.insert(wanted.begin(), wanted.end());
  of_.emplace(of, std::move(wanted));
}

void keep_alarms(state& office, visit_id of) {
  auto wanted = std::vector<alarm>{};
  const auto* it = office.visits.find(of);
  if (it != nullptr && office.setup.messages.on) {
    add_reminders(wanted, office, *it);
    add_other_ways(wanted, office, of);
  }
  office.alarms.set(of, std::move(wanted));
}

void keep_all_alarms(state& office) {
  office.alarms.clear();
  if (!office.setup.messages.on)
    return;
  for (const auto& [id, it] : office.visits)
    keep_alarms(office, id);
}

} // namespace suivant::office
