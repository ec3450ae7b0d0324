// Joining, and what is known of the person who joined.

#include "actors/office/answers.hpp"
#include "actors/office/numbering.hpp"
#include "actors/office/ordering.hpp"
#include "actors/office/rights.hpp"

namespace suivant::office {
namespace {

constexpr auto most_persons = 20;

// A class is granted by the staff, or by a device they put up; nobody grants
// it to themselves by phone.
bool may_grant(const asker& by, priority wanted) {
  return wanted == priority::standard || !is_from_outside(by);
}

} // namespace

decision answer(const situation& here, const take_ticket& asked) {
  const auto* service = find(here.now.setup, asked.service);
  if (service == nullptr)
    return refusal::no_such_service;
  if (asked.persons < 1 || asked.persons > most_persons
      || !may_grant(here.by, asked.priority))
    return refusal::value_out_of_range;
  if (!service->walk_in && !is_staff(here.by))
    return refusal::by_appointment_only;
  const auto& queue = *find(here.now.setup, service->queue);
  if (const auto refused = takes_nobody(here.now, queue))
    return *refused;
  auto number = next_number(here.now, queue);
  if (!number)
    return refusal::numbers_exhausted;
  const auto visit = visit_id{here.now.last_visit.number + 1};
  return events{ticket_taken{
      .visit = visit,
      .number = std::move(number->text),
      .value = number->value,
      .day = here.now.day,
      .service = asked.service,
      .queue = queue.id,
      .persons = asked.persons,
      .priority = asked.priority,
      .channel = asked.channel,
      .language = asked.language,
      .at = place_of(queue, asked.priority, here.at, visit),
      .token_hash = asked.token_hash,
      .person = asked.person,
  }};
}

decision answer(const situation& here, const describe_person& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (it->person == asked.person)
    return events{};
  if (!is_open(it->now.phase))
    return refusal::visit_is_closed;
  return events{person_described{it->id, asked.person}};
}

decision answer(const situation& here, const set_priority& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (!may_grant(here.by, asked.priority))
    return refusal::value_out_of_range;
  if (!is_here(it->now.phase))
    return closed_or(*it, refusal::visit_is_not_here);
  if (it->priority == asked.priority)
    return events{};
  const auto& queue = *find(here.now.setup, it->now.queue);
  return events{priority_changed{it->id, asked.priority,
                                 with_priority(queue, *it, asked.priority)}};
}

} // namespace suivant::office
