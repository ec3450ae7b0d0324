#include "actors/office/ordering.hpp"

#include <algorithm>
#include <optional>

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

// How far behind somebody one stands who goes between two of one instant.
// Far less than what lies between two visits, so that those who let each other
// pass again and again find room many times.
constexpr auto step = std::uint64_t{1} << 16;

// Directly behind `other` if that is before `next`; else nothing.
std::optional<place> between(place own, const place& other, const place* next) {
  own.due = other.due;
  own.tie = 0;
  if (own < other)
    own.due += milliseconds{1};
  if (next == nullptr || own < *next)
    return own;
  // Somebody else has this instant, so a turn within the other's is needed.
  const auto room
      = next->due > other.due ? 2 * step : next->turn() - other.turn();
  if (room < 2)
    return std::nullopt;
  own.due = other.due;
  own.tie = other.turn() + std::min(room / 2, step);
  return own;
}

// Directly behind `lane[last]`; or behind the next, should there ever be no
// room left between the two.
place behind(line_view lane, std::size_t last, const place& own) {
  for (;; ++last) {
    const auto* next = last + 1 < lane.size() ? &lane[last + 1] : nullptr;
    if (const auto at = between(own, lane[last], next))
      return *at;
  }
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
  auto at = it.now.at;
  at.lane = lane_of(queue.order, wanted);
  at.due -= gained;
  return at;
}

place after_missing(line_view line, const place& own, int places) {
  const auto lane = lane_in(line, own.lane);
  const auto ahead = std::min(lane.size(), static_cast<std::size_t>(places));
  return ahead == 0 ? own : std::max(own, behind(lane, ahead - 1, own));
}

passing after_passing(line_view line, const place& own, int places) {
  const auto lane = lane_in(line, own.lane);
  const auto stands_before = [&](const place& it) {
    return static_cast<std::size_t>(std::ranges::upper_bound(lane, it)
                                    - lane.begin());
  };
  const auto first = stands_before(own);
  const auto others = lane.size() - first;
  if (others == 0 || places < 1)
    return {own, 0};
  const auto last
      = first + std::min(others, static_cast<std::size_t>(places)) - 1;
  const auto at = behind(lane, last, own);
  return {at, static_cast<int>(stands_before(at) - first)};
}

} // namespace suivant::office
