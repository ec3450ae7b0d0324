#include "actors/queue/pace.hpp"

#include <algorithm>
#include <cmath>

namespace suivant::queue {
namespace {

constexpr auto deviation = 0.8; // Of one service, as a share of its mean.
constexpr auto eighty_percent = 1.28;

// So many visits weigh as much as the expectation of the set-up.
constexpr auto visits_to_believe = 10.0;

bool serves(const office::setup& setup, const office::counter_setup& counter,
            const queue_id& queue) {
  return std::ranges::any_of(counter.serves, [&](const service_id& it) {
    const auto* service = office::find(setup, it);
    return service != nullptr && service->queue == queue;
  });
}

} // namespace

std::optional<wait_range> predict(const pace& of, std::size_t before) {
  if (of.counters == 0 || of.service_minutes <= 0)
    return std::nullopt;
  const auto idle = static_cast<std::size_t>(of.idle);
  if (before < idle)
    return wait_range{0, 1};
  const auto turns = static_cast<double>(before - idle + 1);
  const auto step = of.service_minutes / of.counters;
  const auto mean = turns * step;
  const auto spread = eighty_percent * deviation * step * std::sqrt(turns);
  return wait_range{static_cast<int>(std::max(0.0, mean - spread)),
                    static_cast<int>(std::ceil(mean + spread))};
}

void pace_book::learn(const service_id& service, milliseconds served_for) {
  auto& known = services_[service];
  known.minutes
      += std::chrono::duration<double, std::ratio<60>>{served_for}.count();
  ++known.visits;
}

double pace_book::minutes_for(const office::service_setup& service) const {
  const auto found = services_.find(service.id);
  if (found == services_.end())
    return service.minutes;
  const auto& known = found->second;
  return (known.minutes + visits_to_believe * service.minutes)
         / (known.visits + visits_to_believe);
}

pace pace_book::of(
    const queue_id& queue, const office::setup& setup,
    const std::map<counter_id, office::counter_state>& counters) const {
  auto now = pace{};
  auto services = 0;
  for (const auto& service : setup.services)
    if (service.queue == queue) {
      now.service_minutes += minutes_for(service);
      ++services;
    }
  if (services > 0)
    now.service_minutes /= services;
  for (const auto& counter : setup.counters) {
    const auto found = counters.find(counter.id);
    if (found == counters.end() || found->second.agent.empty()
        || found->second.on_break || !serves(setup, counter, queue))
      continue;
    ++now.counters;
    now.idle += found->second.visit.empty() ? 1 : 0;
  }
  return now;
}

} // namespace suivant::queue
