#include "actors/office/steps.hpp"

#include <algorithm>

namespace suivant::office {

visit& touched(state& office, visit_id id) {
  auto& it = office.visits.change(id);
  ++it.version;
  return it;
}

void join_line(state& office, const visit& it) {
  auto& line = office.queues.at(it.now.queue).line;
  line.insert(std::ranges::upper_bound(line, it.now.at), it.now.at);
}

void leave_line(state& office, const visit& it) {
  auto& line = office.queues.at(it.now.queue).line;
  line.erase(std::ranges::lower_bound(line, it.now.at));
}

void settle(state& office, const visit& it) {
  if (it.now.phase == phase::waiting)
    join_line(office, it);
  else if (it.now.phase == phase::called || it.now.phase == phase::serving)
    office.counters.at(it.now.counter).visit = it.id;
}

void unsettle(state& office, const visit& it) {
  if (it.now.phase == phase::waiting)
    leave_line(office, it);
  else if (it.now.phase == phase::called || it.now.phase == phase::serving)
    office.counters.at(it.now.counter).visit = {};
}

void hold_number(state& office, const visit& it, phase next) {
  if (is_here(next))
    office.held_numbers.insert(it.number);
  else
    office.held_numbers.erase(it.number);
}

void enter(state& office, visit& it, phase next, instant at) {
  unsettle(office, it);
  if (is_here(it.now.phase) != is_here(next))
    hold_number(office, it, next);
  it.last.reset();
  it.now.phase = next;
  it.now.inside = {};
  it.now.since = at;
  if (!it.appointment)
    return;
  if (next != phase::booked && next != phase::postponed)
    it.offer.reset();
  keep_places(office, it, at);
  keep_waiting(office, it);
  note_fate(office, it);
}

void enter_undoably(state& office, visit& it, phase next, const char* step,
                    instant at) {
  auto last = boxed{undoable{it.now, step, at}};
  enter(office, it, next, at);
  it.last = std::move(last);
}

void wait_at(state& office, visit& it, const place& at) {
  it.now.at = at;
  it.now.counter = {};
  it.now.agent = {};
  it.now.last_call = {};
  it.now.calls = 0;
  join_line(office, it);
}

} // namespace suivant::office
