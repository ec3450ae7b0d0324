#include "actors/office/agenda_view.hpp"

#include "actors/booking/place.hpp"
#include "actors/office/agenda_parts.hpp"
#include "actors/office/message_view.hpp"
#include "actors/office/office_describe.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using boost::json::array;
using boost::json::object;
using std::chrono::days;

constexpr auto most_days = days{31};

const zone* clock_of(const booking::plan& in, const booking::site_id& site) {
  const auto index = booking::index_of(in, site);
  return index ? &in.sites[*index].clock : nullptr;
}

// -- a span of days -----------------------------------------------------------

bool is_asked_for(const state& now, const agenda_question& asked,
                  const visit& it) {
  if (!takes_time(it))
    return false;
  const auto& claim = it.appointment->claim;
  const auto* clock = clock_of(now.booked.plan(), claim.site);
  const auto day
      = clock == nullptr ? it.day : wall_time_of(*clock, claim.time.from).day;
  return asked.first <= day && day <= asked.last
         && (asked.site.empty() || claim.site == asked.site)
         && (asked.service.empty() || claim.service == asked.service)
         && (asked.resource.empty() || has(claim, asked.resource))
         && (asked.counter.empty() || is_due_at(now, it, asked.counter));
}

array sites_of(const booking::plan& plan) {
  auto out = array{};
  for (const auto& it : plan.sites)
    out.push_back(object{{"id", it.setup.id.text},
                         {"name", json::write(it.setup.name)},
                         {"zone", it.setup.zone}});
  return out;
}

// Those that staff entered can be taken away by staff.
array away_of(const state& now, const booking::resource_setup& it,
              const agenda_question& asked) {
  auto out = array{};
  const auto found = now.absences.find(it.id);
  for (const auto& span : it.absent) {
    if (span.to.day < asked.first || span.from.day > asked.last)
      continue;
    const auto by_staff
        = found != now.absences.end()
          && std::ranges::find(found->second, span) != found->second.end();
    out.push_back(object{{"from", json::write(span.from)},
                         {"to", json::write(span.to)},
                         {"by_staff", by_staff}});
  }
  return out;
}

array resources_of(const state& now, const agenda_question& asked) {
  auto out = array{};
  for (const auto& plan : now.booked.plan().resources) {
    const auto& it = plan.setup;
    auto shown = object{{"id", it.id.text},
                        {"name", json::write(it.name)},
                        {"kind", json::write(it.kind)},
                        {"site", it.site.text},
                        {"absent", away_of(now, it, asked)}};
    if (!it.counter.empty())
      shown["counter"] = it.counter.text;
    if (const auto feed = now.feeds.find(it.id); feed != now.feeds.end())
      shown["feed"] = object{{"names", feed->second.names}};
    out.push_back(std::move(shown));
  }
  return out;
}

// When which services can be had at all.
array hours_of(const booking::plan& plan, calendar_day day) {
  auto out = array{};
  for (const auto& opening : plan.openings) {
    const auto& site = plan.sites[opening.site];
    const auto holiday = booking::is_holiday(site.setup.holidays, day);
    const auto hours = booking::hours_on(opening.setup, day, holiday);
    const auto open = booking::without(
        booking::merged(booking::instants_of(site.clock, day, hours)),
        site.closed);
    for (const auto& it : open)
      out.push_back(object{{"opening", opening.setup.id.text},
                           {"site", site.setup.id.text},
                           {"services", json::write(opening.setup.services)},
                           {"step", opening.setup.step},
                           {"from", json::write(it.from)},
                           {"to", json::write(it.to)}});
  }
  return out;
}

array days_of(const booking::plan& plan, const agenda_question& asked) {
  auto out = array{};
  for (auto day = asked.first; day <= asked.last; day += days{1})
    out.push_back(
        object{{"day", json::text_of(day)}, {"open", hours_of(plan, day)}});
  return out;
}

agenda_answer span_of(const state& now, const agenda_question& asked,
                      instant at) {
  if (asked.last < asked.first || asked.last - asked.first >= most_days)
    return {.refused = refusal::value_out_of_range};
  const auto& plan = now.booked.plan();
  auto out = agenda_answer{};
  out.head = {
      {"now", json::write(at)},       {"fact", now.last_fact},
      {"sites", sites_of(plan)},      {"resources", resources_of(now, asked)},
      {"counters", counters_in(now)}, {"days", days_of(plan, asked)}};
  for (const auto& [id, it] : now.visits)
    if (is_asked_for(now, asked, *it))
      out.entries.push_back(entry_of(now, it));
  sort_by_time(out.entries);
  add_setup(now, out);
  return out;
}

// -- an absence that is not there yet -----------------------------------------

agenda_answer touched_of(const state& now, const agenda_question& asked,
                         instant at) {
  auto more = now.absences;
  const auto resource = booking::index_of(now.booked.plan(), asked.resource);
  if (!resource)
    return {.refused = refusal::no_such_resource};
  if (!booking::is_span(asked.away))
    return {.refused = refusal::value_out_of_range};
  more[asked.resource].push_back(asked.away);
  const auto changed
      = booking::plan_of(with_absences(now.setup.booking, more), now.clocks);
  const auto& stock = now.booked.stock();
  auto out = agenda_answer{};
  out.head = {{"now", json::write(at)}, {"sites", sites_of(changed)}};
  for (const auto& it :
       booking::touched_by(changed, stock, asked.resource, at)) {
    const auto visit = now.visits.share(it.visit);
    if (!visit || visit->now.phase != phase::booked
        || !booking::are_on_duty(now.booked.plan(), visit->appointment->claim))
      continue;
    auto again = booking::wanted_again(changed, visit->appointment->claim,
                                       it.visit, at);
    again.what.by_staff = true;
    const auto found = booking::place(changed, stock, again);
    out.entries.push_back(
        {visit, false, std::holds_alternative<booking::claim>(found)});
  }
  sort_by_time(out.entries);
  return out;
}

// -- persons and calls --------------------------------------------------------

agenda_answer one_of(const state& now, visit_id wanted) {
  const auto visit = now.visits.share(wanted);
  if (!visit)
    return {.refused = refusal::no_such_visit};
  auto out = agenda_answer{};
  out.entries.push_back(entry_of(now, visit));
  add_setup(now, out);
  return out;
}

agenda_answer described_of(const state& now, const visit_id& only) {
  auto out = agenda_answer{};
  for (const auto& [id, it] : now.visits)
    if (!it->person.key.empty() && (only.empty() || only == id))
      out.entries.push_back({it});
  return out;
}

agenda_answer calls_of(const state& now, instant at) {
  auto out = agenda_answer{.calls = now.call_backs};
  out.head = {{"now", json::write(at)}};
  for (const auto& it : now.call_backs)
    if (auto visit = now.visits.share(it.about))
      out.entries.push_back({std::move(visit)});
  return out;
}

} // namespace

agenda_answer agenda_of(const state& now, const agenda_question& asked,
                        instant at) {
  switch (asked.kind) {
  case agenda_kind::span:
    return span_of(now, asked, at);
  case agenda_kind::one:
    return one_of(now, asked.visit);
  case agenda_kind::described:
    return described_of(now, asked.visit);
  case agenda_kind::touched:
    return touched_of(now, asked, at);
  case agenda_kind::calls:
    return calls_of(now, at);
  case agenda_kind::messages:
    return messages_of_visit(now, asked.visit, at);
  case agenda_kind::reached:
    return visits_reached(now, asked.phone);
  case agenda_kind::feed:
    break;
  }
  return feed_of(now, asked.token_hash);
}

json::object agenda_row(const agenda_entry& it) {
  const auto& visit = *it.visit;
  const auto& claim = visit.appointment->claim;
  auto row = object{{"id", visit.id.number},
                    {"version", visit.version},
                    {"number", visit.number},
                    {"phase", json::write(visit.now.phase)},
                    {"service", claim.service.text},
                    {"site", claim.site.text},
                    {"opening", claim.opening.text},
                    {"start", json::write(claim.time.from)},
                    {"end", json::write(claim.time.to)},
                    {"local", visit.appointment->shown},
                    {"persons", visit.persons},
                    {"place", json::write(claim.place)},
                    {"resources", json::write(claim.resources)},
                    {"described", !visit.person.key.empty()},
                    {"on_duty", it.on_duty}};
  if (claim.overbooked || claim.above_gauge) {
    row["overbooked"] = true;
    row["reason"] = visit.now.reason;
  }
  if (!it.counters.empty())
    row["counters"] = json::write(it.counters);
  if (claim.waiting)
    row["waiting"] = true;
  if (visit.summary != way::none)
    row["summary"] = json::write(visit.summary);
  return row;
}

} // namespace suivant::office
