#include "actors/hall/hall.hpp"

#include <algorithm>

namespace suivant::hall {
namespace {

constexpr auto calls_shown = std::size_t{8};
constexpr auto next_shown = std::size_t{6};

bool is_on_board(const office::visit& it) {
  using office::phase;
  const auto at = it.now.phase;
  return it.now.calls > 0
         && (at == phase::called || at == phase::serving || at == phase::served
             || at == phase::missed);
}

std::vector<public_call> calls_of(const hall& it) {
  auto called = std::vector<const office::visit*>{};
  for (const auto& [id, visit] : it.visits)
    if (is_on_board(visit))
      called.push_back(&visit);
  const auto shown = std::min(calls_shown, called.size());
  std::ranges::partial_sort(
      called, called.begin() + static_cast<std::ptrdiff_t>(shown),
      std::ranges::greater{},
      [](const auto* visit) { return visit->now.last_call; });
  called.resize(shown);
  auto calls = std::vector<public_call>{};
  for (const auto* visit : called) {
    const auto* counter = office::find(it.setup, visit->now.counter);
    calls.push_back({visit->number, counter ? counter->label : "",
                     visit->now.last_call, visit->now.calls});
  }
  return calls;
}

} // namespace

hall from(const office_id& id, const office::state& office,
          std::map<queue_id, queue::pace> pace) {
  auto it = hall{id, office.setup,   office.day, {}, office.counters,
                 {}, std::move(pace)};
  for (const auto& [number, visit] : office.visits)
    it.visits.emplace(number, *visit);
  for (const auto& [queue, state] : office.queues)
    it.open[queue] = state.open;
  return it;
}

void apply(hall& to, const change& happened) {
  if (happened.setup) {
    to.setup = *happened.setup;
    std::erase_if(to.counters, [&](const auto& each) {
      return office::find(to.setup, each.first) == nullptr;
    });
  }
  to.day = happened.day;
  for (const auto& visit : happened.visits)
    if (visit.version == 0)
      to.visits.erase(visit.id);
    else
      to.visits.insert_or_assign(visit.id, visit);
  for (const auto& [id, counter] : happened.counters)
    to.counters.insert_or_assign(id, counter);
  for (const auto& [id, open] : happened.open)
    to.open.insert_or_assign(id, open);
  for (const auto& [id, pace] : happened.pace)
    to.pace.insert_or_assign(id, pace);
}

std::vector<const office::visit*> line_of(const hall& in,
                                          const queue_id& queue) {
  auto line = std::vector<const office::visit*>{};
  for (const auto& [id, visit] : in.visits)
    if (visit.now.phase == office::phase::waiting && visit.now.queue == queue)
      line.push_back(&visit);
  std::ranges::sort(line, {}, [](const auto* it) { return it->now.at; });
  return line;
}

board board_of(const hall& it) {
  auto shown = board{it.setup.name, calls_of(it), {}, {}};
  for (const auto& queue : it.setup.queues) {
    const auto line = line_of(it, queue.id);
    auto& next = shown.next[queue.id];
    for (const auto* visit : line)
      if (next.size() < next_shown)
        next.push_back(visit->number);
    const auto open = it.open.find(queue.id);
    shown.queues[queue.id]
        = {queue.name, open == it.open.end() || open->second, line.size()};
  }
  return shown;
}

} // namespace suivant::hall
