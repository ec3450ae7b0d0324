// Somebody with an appointment arrives: the end of the appointment, and the
// beginning of a visit like all others.

#include "actors/office/answers.hpp"
#include "actors/office/arrival.hpp"
#include "actors/office/numbering.hpp"
#include "actors/office/ordering.hpp"
#include "actors/office/rights.hpp"

namespace suivant::office {
namespace {

using std::chrono::minutes;

// Who was marked absent may still come, as long as their day lasts.
bool is_expected(const state& now, const visit& it) {
  return it.now.phase == phase::booked
         || (it.now.phase == phase::no_show && it.day == now.day);
}

std::optional<refusal> may_not_arrive(const situation& here, const visit& it,
                                      entrance by) {
  if (!is_expected(here.now, it))
    return closed_or(it, refusal::visit_is_not_booked);
  const auto& claim = it.appointment->claim;
  if (claim.waiting)
    return refusal::session_full;
  if (is_staff(here.by))
    return it.day == here.now.day ? std::nullopt
                                  : std::optional{refusal::not_today};
  if (here.at < arrival_begins(here.now, it))
    return refusal::too_early;
  if (by == entrance::link && rule_of(here.now, it).code_at_door)
    return refusal::door_code_is_needed;
  return {};
}

// In time one stands as if one had come at the start, late as one has come;
// after that the appointment counts no more.
struct standing_in_line {
  office::priority priority = priority::appointment;
  instant from;
};
standing_in_line standing_of(const booking::service_rule& rule, instant start,
                             instant at) {
  if (at <= start + minutes{rule.in_time})
    return {priority::appointment, start};
  if (at <= start + minutes{rule.with_bonus})
    return {priority::appointment, at};
  return {priority::standard, at};
}

} // namespace

// Not a new arrival: neither a closed nor a full queue stands against it.
decision answer(const situation& here, const arrive& asked) {
  const auto [it, no] = visit_meant(here.now, asked.visit);
  if (no)
    return *no;
  if (is_here(it->now.phase))
    return events{};
  if (const auto refused = may_not_arrive(here, *it, asked.by))
    return *refused;
  const auto* service = find(here.now.setup, it->now.service);
  if (service == nullptr)
    return refusal::no_such_service;
  const auto& queue = *find(here.now.setup, service->queue);
  auto number = next_number(here.now, queue);
  if (!number)
    return refusal::numbers_exhausted;
  auto stands = standing_of(rule_of(here.now, *it),
                            it->appointment->claim.time.from, here.at);
  if (it->now.phase == phase::no_show)
    stands = {priority::standard, here.at};
  return events{visit_arrived{
      .visit = it->id,
      .number = std::move(number->text),
      .value = number->value,
      .day = here.now.day,
      .service = service->id,
      .queue = queue.id,
      .priority = stands.priority,
      .at = place_of(queue, stands.priority, stands.from, it->id),
      .by = asked.by,
  }};
}

} // namespace suivant::office
