#include "actors/hall/hall.hpp"

#include <algorithm>
#include <ranges>

namespace suivant::hall {
namespace {

constexpr auto calls_shown = std::size_t{8};
constexpr auto next_shown = std::size_t{6};

bool is_waiting(const office::visit& it) {
  return it.now.phase == office::phase::waiting;
}

bool is_on_board(const office::visit& it) {
  using office::phase;
  const auto at = it.now.phase;
  return it.now.calls > 0
         && (at == phase::called || at == phase::serving || at == phase::served
             || at == phase::missed);
}

// Of appointments only those of the day: no holds, and nothing postponed.
bool is_shown(const hall& in, const office::visit& it) {
  using office::phase;
  const auto has_come = !it.number.empty();
  const auto is_booked = it.now.phase != phase::held
                         && it.now.phase != phase::expired
                         && it.now.phase != phase::postponed;
  return has_come || (is_booked && it.day == in.day);
}

template <class T>
void put_in(std::deque<T>& sorted, const T& it) {
  sorted.insert(std::ranges::upper_bound(sorted, it), it);
}

template <class T>
void take_out(std::deque<T>& sorted, const T& it) {
  const auto found = std::ranges::equal_range(sorted, it);
  sorted.erase(found.begin(), found.end());
}

void remove(hall& from, const visit_id& visit) {
  const auto found = from.visits.find(visit);
  if (found == from.visits.end())
    return;
  const auto& it = *found->second;
  if (is_waiting(it))
    take_out(from.lines[it.now.queue], it.now.at);
  if (is_on_board(it))
    take_out(from.calls, {it.now.last_call, it.id});
  from.visits.erase(found);
}

void add(hall& to, const office::shared_visit& visit) {
  const auto& it = *visit;
  if (!is_shown(to, it))
    return;
  if (is_waiting(it))
    put_in(to.lines[it.now.queue], it.now.at);
  if (is_on_board(it))
    put_in(to.calls, {it.now.last_call, it.id});
  to.visits.insert_or_assign(it.id, visit);
}

std::vector<public_call> calls_of(const hall& it) {
  auto calls = std::vector<public_call>{};
  for (const auto& [at, id] :
       it.calls | std::views::reverse | std::views::take(calls_shown)) {
    const auto& visit = *it.visits.at(id);
    const auto* counter = office::find(it.setup, visit.now.counter);
    calls.push_back(
        {visit.number, counter ? counter->label : "", at, visit.now.calls});
  }
  return calls;
}

std::vector<std::string> next_of(const hall& it, const line& waiting) {
  auto next = std::vector<std::string>{};
  for (const auto& place : waiting | std::views::take(next_shown))
    next.push_back(it.visits.at(place.visit)->number);
  return next;
}

} // namespace

hall from(const office_id& id, const office::state& office,
          std::map<queue_id, queue::pace> pace) {
  auto it = hall{
      id, office.setup,    office.day, {}, office.counters,
      {}, std::move(pace), {},
  };
  for (const auto& [number, visit] : office.visits)
    add(it, visit);
  for (const auto& [queue, state] : office.queues)
    it.open[queue] = state.open;
  for (const auto& site : office.setup.booking.sites)
    it.gauges[site.id] = office::gauge_at(office, site.id);
  return it;
}

void apply(hall& to, const change& happened) {
  if (happened.setup) {
    to.setup = *happened.setup;
    std::erase_if(to.counters, [&](const auto& each) {
      return office::find(to.setup, each.first) == nullptr;
    });
    std::erase_if(to.gauges, [&](const auto& each) {
      return booking::find_site(to.setup.booking, each.first) == nullptr;
    });
  }
  to.day = happened.day;
  to.agenda += happened.agenda ? 1 : 0;
  for (const auto& [id, visit] : happened.visits) {
    remove(to, id);
    if (visit)
      add(to, visit);
  }
  for (const auto& [id, counter] : happened.counters)
    to.counters.insert_or_assign(id, counter);
  for (const auto& [id, open] : happened.open)
    to.open.insert_or_assign(id, open);
  for (const auto& [id, pace] : happened.pace)
    to.pace.insert_or_assign(id, pace);
  for (const auto& [id, gauge] : happened.gauges)
    to.gauges.insert_or_assign(id, gauge);
}

office::shared_visit find(const hall& in, const visit_id& visit) {
  const auto found = in.visits.find(visit);
  return found == in.visits.end() ? nullptr : found->second;
}

const line& line_of(const hall& in, const queue_id& queue) {
  static const auto nobody = line{};
  const auto found = in.lines.find(queue);
  return found == in.lines.end() ? nobody : found->second;
}

std::vector<public_site> sites_of(const hall& it) {
  auto shown = std::vector<public_site>{};
  for (const auto& site : it.setup.booking.sites) {
    const auto found = it.gauges.find(site.id);
    if (found != it.gauges.end() && found->second.most)
      shown.push_back(
          {site.id, site.name, found->second.inside, *found->second.most});
  }
  return shown;
}

board board_of(const hall& it) {
  auto shown = board{it.setup.name, calls_of(it), {}, {}};
  for (const auto& queue : it.setup.queues) {
    const auto& waiting = line_of(it, queue.id);
    shown.next[queue.id] = next_of(it, waiting);
    const auto open = it.open.find(queue.id);
    shown.queues[queue.id]
        = {queue.name, open == it.open.end() || open->second, waiting.size()};
  }
  return shown;
}

} // namespace suivant::hall
