// What events about visits change.

#include "actors/office/gauge.hpp"
#include "actors/office/steps.hpp"

namespace suivant::office {
namespace {

// Another place in the same line, or the place to return to later.
void move_within_line(state& office, visit& it, const place& at) {
  it.last.reset();
  const auto is_waiting = it.now.phase == phase::waiting;
  if (is_waiting)
    leave_line(office, it);
  it.now.at = at;
  if (is_waiting)
    join_line(office, it);
}

// As it was booked.
void forget_arrival(const state& office, visit& it) {
  it.number.clear();
  it.value = 0;
  it.day = day_of(office.setup, office.clocks, it.appointment->claim.time.from);
  it.joined = it.now.since;
  it.priority = priority::standard;
}

} // namespace

void apply(state& office, ticket_taken happened, instant at) {
  auto& queue = office.queues.at(happened.queue);
  queue.numbered = happened.day;
  queue.last_value = happened.value;
  office.last_visit = happened.visit;
  auto now = standing{};
  now.service = std::move(happened.service);
  now.queue = std::move(happened.queue);
  now.at = happened.at;
  now.since = at;
  const auto& it = office.visits.add({
      .id = happened.visit,
      .version = 1,
      .number = std::move(happened.number),
      .value = happened.value,
      .day = happened.day,
      .joined = at,
      .persons = happened.persons,
      .priority = happened.priority,
      .channel = happened.channel,
      .language = std::move(happened.language),
      .token_hash = std::move(happened.token_hash),
      .person = std::move(happened.person),
      .now = std::move(now),
      .last = {},
  });
  hold_number(office, it, phase::waiting);
  join_line(office, it);
}

void apply(state& office, person_described happened, instant) {
  touched(office, happened.visit).person = std::move(happened.person);
}

void apply(state& office, const priority_changed& happened, instant) {
  auto& it = touched(office, happened.visit);
  it.priority = happened.priority;
  move_within_line(office, it, happened.at);
}

void apply(state& office, const visit_called& happened, instant at) {
  auto& it = touched(office, happened.visit);
  enter_undoably(office, it, phase::called, "visit_called", at);
  it.now.counter = happened.counter;
  it.now.agent = happened.agent;
  it.now.last_call = at;
  ++it.now.calls;
  settle(office, it);
}

void apply(state& office, const visit_recalled& happened, instant at) {
  auto& it = touched(office, happened.visit);
  it.last.reset();
  it.now.last_call = at;
  ++it.now.calls;
}

void apply(state& office, const service_started& happened, instant at) {
  auto& it = touched(office, happened.visit);
  it.last.reset();
  it.now.phase = phase::serving;
  it.now.since = at;
}

void apply(state& office, const visit_finished& happened, instant at) {
  auto& it = touched(office, happened.visit);
  enter_undoably(office, it, phase::served, "visit_finished", at);
  it.now.outcome = happened.outcome;
}

void apply(state& office, const visit_missed& happened, instant at) {
  auto& it = touched(office, happened.visit);
  enter_undoably(office, it, phase::missed, "visit_missed", at);
}

// Who is parked already only changes hands.
void apply(state& office, const visit_parked& happened, instant at) {
  auto& it = touched(office, happened.visit);
  const auto since = it.now.phase == phase::parked ? it.now.since : at;
  enter(office, it, phase::parked, since);
  it.now.agent = happened.agent;
  it.now.reason = happened.reason;
}

void apply(state& office, const visit_resumed& happened, instant at) {
  auto& it = touched(office, happened.visit);
  enter(office, it, phase::serving, at);
  it.now.counter = happened.counter;
  it.now.agent = happened.agent;
  it.now.reason.clear();
  settle(office, it);
}

void apply(state& office, const visit_requeued& happened, instant at) {
  auto& it = touched(office, happened.visit);
  enter(office, it, phase::waiting, at);
  it.now.reason.clear();
  wait_at(office, it, happened.at);
}

// Who is sent on from a counter does not go out to wait.
void apply(state& office, const visit_transferred& happened, instant at) {
  auto& it = touched(office, happened.visit);
  const auto where = whereabouts_of(office.setup, it);
  enter_undoably(office, it, phase::waiting, "visit_transferred", at);
  it.now.service = happened.service;
  it.now.queue = happened.queue;
  it.now.wanted = happened.counter;
  it.now.reason = happened.reason;
  wait_at(office, it, happened.at);
  if (where)
    it.now.inside = where->site;
}

// Who waited for one counter waited for what it offered: now any will do.
void apply(state& office, const service_changed& happened, instant) {
  auto& it = touched(office, happened.visit);
  it.last.reset();
  const auto is_waiting = it.now.phase == phase::waiting;
  if (is_waiting)
    leave_line(office, it);
  it.now.service = happened.service;
  it.now.queue = happened.queue;
  it.now.wanted = {};
  it.now.at = happened.at;
  if (is_waiting)
    join_line(office, it);
}

void apply(state& office, const visit_left& happened, instant at) {
  enter(office, touched(office, happened.visit), phase::left, at);
}

void apply(state& office, const others_let_pass& happened, instant) {
  move_within_line(office, touched(office, happened.visit), happened.at);
}

void apply(state& office, const visit_cancelled& happened, instant at) {
  auto& it = touched(office, happened.visit);
  if (!happened.campaign.empty())
    put_on_list(office, it, happened.campaign, happened.reachable, at);
  enter_undoably(office, it, phase::cancelled, "visit_cancelled", at);
  it.now.reason = happened.reason;
}

void apply(state& office, const visit_abandoned& happened, instant at) {
  enter(office, touched(office, happened.visit), phase::abandoned, at);
}

void apply(state& office, const step_undone& happened, instant at) {
  auto& it = touched(office, happened.visit);
  unsettle(office, it);
  const auto was_here = is_here(it.now.phase);
  it.now = it.last->before;
  it.last.reset();
  hold_number(office, it, it.now.phase);
  if (was_here && !is_here(it.now.phase))
    forget_arrival(office, it);
  settle(office, it);
  keep_places(office, it, at);
  keep_waiting(office, it);
  note_fate(office, it);
}

} // namespace suivant::office
