#include "actors/booking/level_line.hpp"

#include <algorithm>

namespace suivant::booking {

std::map<instant, int>::iterator level_line::step_at(instant at) {
  const auto next = values_.lower_bound(at);
  if (next != values_.end() && next->first == at)
    return next;
  const auto value = next == values_.begin() ? 0 : std::prev(next)->second;
  return values_.emplace_hint(next, at, value);
}

void level_line::add(const interval& over, int change) {
  const auto first = step_at(over.from);
  const auto last = step_at(over.to);
  for (auto it = first; it != last; ++it)
    it->second += change;
  // A step that leads nowhere is none: the line shrinks as people leave.
  for (const auto it : {last, first}) {
    const auto before = it == values_.begin() ? 0 : std::prev(it)->second;
    if (it->second == before)
      values_.erase(it);
  }
}

std::vector<level> level_line::during(const interval& part) const {
  auto it = values_.upper_bound(part.from);
  const auto value = it == values_.begin() ? 0 : std::prev(it)->second;
  auto out = std::vector<level>{{part.from, value}};
  for (; it != values_.end() && it->first < part.to; ++it)
    out.push_back({it->first, it->second});
  return out;
}

std::vector<level> sum_of(const std::vector<level>& one,
                          const std::vector<level>& other) {
  auto out = std::vector<level>{};
  auto a = one.begin();
  auto b = other.begin();
  auto values = std::pair{0, 0};
  while (a != one.end() || b != other.end()) {
    const auto at = b == other.end() || (a != one.end() && a->from < b->from)
                        ? a->from
                        : b->from;
    if (a != one.end() && a->from == at)
      values.first = (a++)->value;
    if (b != other.end() && b->from == at)
      values.second = (b++)->value;
    out.push_back({at, values.first + values.second});
  }
  return out;
}

int highest(const std::vector<level>& levels, const interval& within) {
  auto it = std::ranges::upper_bound(levels, within.from, {}, &level::from);
  auto found = it == levels.begin() ? 0 : std::prev(it)->value;
  for (; it != levels.end() && it->from < within.to; ++it)
    found = std::max(found, it->value);
  return found;
}

} // namespace suivant::booking
