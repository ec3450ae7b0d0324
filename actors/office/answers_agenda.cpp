// What staff keep beside the visits: who is to be called, who is not there,
// which calendars are open to other programs.

#include "actors/booking/setup_rules.hpp"
#include "actors/office/answers.hpp"
#include "actors/office/rights.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

// Nobody could fill up the office with them.
constexpr auto most_absences = std::size_t{200}; // Of one resource.

bool has(const state& now, const booking::resource_id& wanted) {
  return std::ranges::find(now.setup.booking.resources, wanted,
                           &booking::resource_setup::id)
         != now.setup.booking.resources.end();
}

bool is_away(const state& now, const booking::resource_id& resource,
             const booking::wall_span& span) {
  const auto found = now.absences.find(resource);
  return found != now.absences.end()
         && std::ranges::find(found->second, span) != found->second.end();
}

std::size_t times_away(const state& now, const booking::resource_id& resource) {
  const auto found = now.absences.find(resource);
  return found == now.absences.end() ? 0 : found->second.size();
}

// A calendar is that of a resource or of a counter, never of both.
std::optional<refusal> has_no_calendar(const state& now,
                                       const booking::resource_id& resource,
                                       const counter_id& counter) {
  if (counter.empty())
    return has(now, resource) ? std::nullopt
                              : std::optional{refusal::no_such_resource};
  if (!resource.empty())
    return refusal::value_out_of_range;
  return find(now.setup, counter) != nullptr
             ? std::nullopt
             : std::optional{refusal::no_such_counter};
}

} // namespace

decision answer(const situation& here, const ask_summary& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->summary == asked.by)
    return events{};
  if (it->now.phase != phase::booked)
    return closed_or(*it, refusal::visit_is_not_booked);
  return events{summary_asked{it->id, asked.by}};
}

decision answer(const situation& here, const ask_call_back& asked) {
  if (!asked.about.empty() && !here.now.visits.contains(asked.about))
    return refusal::no_such_visit;
  if (!asked.service.empty() && find(here.now.setup, asked.service) == nullptr)
    return refusal::no_such_service;
  if (asked.about.empty() && asked.person.key.empty())
    return refusal::nobody_to_call;
  if (here.now.call_backs.size() >= most_calls)
    return refusal::list_is_full;
  return events{call_back_asked{here.now.last_call_back + 1, asked.about,
                                asked.service, asked.person}};
}

decision answer(const situation& here, const note_call& asked) {
  const auto& calls = here.now.call_backs;
  if (std::ranges::find(calls, asked.call, &call_back::number) == calls.end())
    return refusal::no_such_call;
  return events{called_back{asked.call, asked.result}};
}

decision answer(const situation& here, const add_absence& asked) {
  if (!has(here.now, asked.resource))
    return refusal::no_such_resource;
  if (!booking::is_span(asked.span))
    return refusal::value_out_of_range;
  if (is_away(here.now, asked.resource, asked.span))
    return events{};
  if (times_away(here.now, asked.resource) >= most_absences)
    return refusal::list_is_full;
  return events{absence_added{asked.resource, asked.span}};
}

decision answer(const situation& here, const remove_absence& asked) {
  if (!is_away(here.now, asked.resource, asked.span))
    return events{};
  return events{absence_removed{asked.resource, asked.span}};
}

decision answer(const situation& here, const open_feed& asked) {
  if (const auto no = has_no_calendar(here.now, asked.resource, asked.counter))
    return *no;
  if (asked.token_hash.empty())
    return refusal::value_out_of_range;
  return events{feed_opened{asked.resource, asked.names, asked.token_hash,
                            asked.counter}};
}

decision answer(const situation& here, const close_feed& asked) {
  const auto is_open = asked.counter.empty()
                           ? here.now.feeds.contains(asked.resource)
                           : here.now.counter_feeds.contains(asked.counter);
  if (!is_open)
    return events{};
  return events{feed_closed{asked.resource, asked.counter}};
}

} // namespace suivant::office
