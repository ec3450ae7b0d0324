// What events about appointments change.

#include "actors/office/steps.hpp"

namespace suivant::office {
namespace {

void agree_on(state& office, visit& it, appointment agreed, instant at) {
  it.persons = agreed.claim.persons;
  it.appointment = std::move(agreed);
  keep_places(office, it, at);
}

// It is as early as was wished for.
bool has_its_wish(const visit& it) {
  return waits_for_earlier(it)
         && it.appointment->claim.time.from <= it.wish->from;
}

// Others may have it by now.
void give_up_place(visit& it) {
  auto agreed = *it.appointment;
  agreed.given_up = true;
  it.appointment = std::move(agreed);
}

} // namespace

void apply(state& office, slot_held happened, instant at) {
  office.last_visit = happened.visit;
  auto now = standing{};
  now.phase = phase::held;
  now.service = happened.claim.service;
  now.since = at;
  auto& it = office.visits.add({
      .id = happened.visit,
      .version = 1,
      .number = {},
      .day = happened.day,
      .joined = at,
      .channel = happened.channel,
      .language = std::move(happened.language),
      .token_hash = std::move(happened.token_hash),
      .person = {},
      .now = std::move(now),
      .last = {},
      .appointment = {},
  });
  agree_on(office, it,
           {.claim = std::move(happened.claim),
            .held_until = happened.until,
            .shown = std::move(happened.shown),
            .follows = happened.follows},
           at);
}

void apply(state& office, const hold_expired& happened, instant at) {
  enter(office, touched(office, happened.visit), phase::expired, at);
}

void apply(state& office, visit_booked happened, instant at) {
  auto& it = touched(office, happened.visit);
  it.person = std::move(happened.person);
  it.now.reason = std::move(happened.reason);
  auto agreed = *it.appointment;
  agreed.claim = std::move(happened.claim);
  agreed.held_until = {};
  agreed.applications = std::move(happened.applications);
  if (!agreed.claim.door.empty())
    agreed.made = office.day;
  enter(office, it, phase::booked, at);
  agree_on(office, it, std::move(agreed), at);
}

void apply(state& office, booking_moved happened, instant at) {
  auto& it = touched(office, happened.visit);
  it.last.reset();
  it.offer.reset();
  it.day = happened.day;
  it.now.reason = std::move(happened.reason);
  auto agreed = *it.appointment;
  agreed.claim = std::move(happened.claim);
  agreed.shown = std::move(happened.shown);
  agreed.given_up = false;
  agree_on(office, it, std::move(agreed), at);
  if (it.now.phase == phase::postponed)
    enter(office, it, phase::booked, at);
  if (has_its_wish(it))
    stop_waiting(office, it);
}

void apply(state& office, visit_arrived happened, instant at) {
  auto& queue = office.queues.at(happened.queue);
  queue.numbered = happened.day;
  queue.last_value = happened.value;
  auto& it = touched(office, happened.visit);
  it.number = std::move(happened.number);
  it.value = happened.value;
  it.day = happened.day;
  it.joined = at;
  it.priority = happened.priority;
  if (it.now.phase == phase::no_show)
    give_up_place(it);
  enter_undoably(office, it, phase::waiting, "visit_arrived", at);
  it.now.service = std::move(happened.service);
  it.now.queue = std::move(happened.queue);
  it.now.reason.clear();
  wait_at(office, it, happened.at);
}

// What its day ended is as final as the day.
void apply(state& office, const visit_no_show& happened, instant at) {
  auto& it = touched(office, happened.visit);
  if (happened.marked)
    enter_undoably(office, it, phase::no_show, "visit_no_show", at);
  else
    enter(office, it, phase::no_show, at);
}

} // namespace suivant::office
