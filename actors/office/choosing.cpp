#include "actors/office/choosing.hpp"

#include "actors/office/rights.hpp"

#include <algorithm>
#include <tuple>

namespace suivant::office {
namespace {

constexpr auto most_overtaken = std::size_t{10};

// The people a counter may call from one line.
struct candidates {
  const place* head = nullptr;
  std::size_t count = 0;
};

// Who calls whom: with a site only those who wait inside it.
struct caller {
  const state& now;
  const counter_setup& counter;
  booking::site_id inside;

  bool may_call(const standing& it) const {
    const auto elsewhere = !it.wanted.empty() && it.wanted != counter.id;
    return !elsewhere && (inside.empty() || it.inside == inside);
  }
};

// Never the parked nor the missed: they stand in no line.
template <class Wanted>
candidates candidates_in(const caller& by, const queue_id& queue,
                         Wanted is_wanted) {
  const auto& [now, counter, inside] = by;
  auto found = candidates{};
  for (const auto& at : now.queues.at(queue).line) {
    const auto& it = now.visits.at(at.visit).now;
    if (!by.may_call(it) || !is_wanted(it.service))
      continue;
    if (found.count++ == 0)
      found.head = &at;
    if (counter.choose != choice::longest_line)
      break;
  }
  return found;
}

// Service by service, the most preferred first.
std::vector<candidates> by_service(const caller& by) {
  auto found = std::vector<candidates>{};
  for (const auto& id : by.counter.serves) {
    const auto& queue = find(by.now.setup, id)->queue;
    found.push_back(candidates_in(
        by, queue, [&](const service_id& of) { return of == id; }));
  }
  return found;
}

std::vector<candidates> by_line(const caller& by) {
  auto seen = std::vector<queue_id>{};
  auto found = std::vector<candidates>{};
  for (const auto& id : by.counter.serves) {
    const auto& queue = find(by.now.setup, id)->queue;
    if (std::ranges::find(seen, queue) != seen.end())
      continue;
    seen.push_back(queue);
    found.push_back(candidates_in(by, queue, [&](const service_id& of) {
      return serves(by.counter, of);
    }));
  }
  return found;
}

// Only lines in which somebody waits for this counter.
std::vector<candidates> compared(const caller& by) {
  auto found
      = by.counter.choose == choice::preference ? by_service(by) : by_line(by);
  std::erase_if(found, [](const auto& it) { return it.count == 0; });
  return found;
}

// Lanes belong to one line; between lines only the time counts.
auto age(const candidates& of) {
  return std::tuple{of.head->due, of.head->visit};
}

const candidates& best_of(choice by, const std::vector<candidates>& all) {
  if (by == choice::preference)
    return all.front();
  return *std::ranges::min_element(
      all, [by](const candidates& one, const candidates& other) {
        if (by == choice::longest_line && one.count != other.count)
          return one.count > other.count;
        return age(one) < age(other);
      });
}

void note_overtaken(why& because, const std::vector<place>& line,
                    const place& own) {
  const auto end = std::ranges::lower_bound(line, own);
  const auto count = static_cast<std::size_t>(end - line.begin());
  because.overtaken_count = static_cast<std::uint32_t>(count);
  because.overtaken.assign(
      line.begin(),
      line.begin()
          + static_cast<std::ptrdiff_t>(std::min(count, most_overtaken)));
}

why explain(const state& now, const counter_setup& counter, const visit& it,
            const std::vector<candidates>& lines) {
  auto because = why{};
  because.rule = find(now.setup, it.now.queue)->order;
  because.choice = counter.choose;
  for (const auto& line : lines)
    because.heads.push_back(*line.head);
  note_overtaken(because, now.queues.at(it.now.queue).line, it.now.at);
  return because;
}

} // namespace

std::optional<chosen> next_for(const state& now, const counter_setup& counter,
                               const booking::site_id& inside) {
  const auto lines = compared({now, counter, inside});
  if (lines.empty())
    return {};
  const auto visit = best_of(counter.choose, lines).head->visit;
  return chosen{visit, explain(now, counter, now.visits.at(visit), lines)};
}

why picked_by_hand(const state& now, const counter_setup& counter,
                   const visit& it) {
  auto because = explain(now, counter, it, compared({now, counter, {}}));
  because.by_hand = true;
  return because;
}

} // namespace suivant::office
