#include "actors/office/ordering.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

milliseconds bonus_of(const order_rule& rule, priority of) {
  switch (of) {
  case priority::priority:
    return std::chrono::minutes{rule.priority_bonus_minutes};
  case priority::appointment:
    return std::chrono::minutes{rule.appointment_bonus_minutes};
  case priority::standard:
    break;
  }
  return {};
}

line_view lane_in(line_view line, int lane) {
  const auto found = std::ranges::equal_range(line, lane, {}, &place::lane);
  return {found.begin(), found.end()};
}

// Directly behind `other`; or, as places are only as fine as a millisecond,
// behind those who share its instant too.
place behind(place own, const place& other) {
  own.due = own.visit > other.visit ? other.due : other.due + milliseconds{1};
  return own;
}

} // namespace

int lane_of(const order_rule& rule, priority of) {
  if (rule.by == ordering::due_time || of == priority::priority)
    return 0;
  return of == priority::appointment ? 1 : 2;
}

place place_of(const queue_setup& queue, priority of, instant joined,
               visit_id visit) {
  return {lane_of(queue.order, of), joined - bonus_of(queue.order, of), visit};
}

place old_place(const queue_setup& queue, const visit& it) {
  if (queue.id == it.now.queue)
    return it.now.at;
  return place_of(queue, it.priority, it.joined, it.id);
}

place with_priority(const queue_setup& queue, const visit& it,
                    priority wanted) {
  const auto gained
      = bonus_of(queue.order, wanted) - bonus_of(queue.order, it.priority);
  return {lane_of(queue.order, wanted), it.now.at.due - gained, it.id};
}

place after_missing(line_view line, const place& own, int places) {
  const auto lane = lane_in(line, own.lane);
  const auto ahead = std::min(lane.size(), static_cast<std::size_t>(places));
  return ahead == 0 ? own : std::max(own, behind(own, lane[ahead - 1]));
}

passing after_passing(line_view line, const place& own, int places) {
  const auto lane = lane_in(line, own.lane);
  const auto others = lane.end() - std::ranges::upper_bound(lane, own);
  const auto passed = std::min<std::ptrdiff_t>(others, places);
  if (passed == 0)
    return {own, 0};
  const auto& last = *(lane.end() - others + passed - 1);
  return {behind(own, last), static_cast<int>(passed)};
}

} // namespace suivant::office
