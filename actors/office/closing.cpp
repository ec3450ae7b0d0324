#include "actors/office/closing.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using spans = std::vector<booking::wall_span>;

constexpr auto whole_day = 1440;

wall_time minute_of(calendar_day day, int minute) {
  return minute < whole_day ? wall_time{day, minute}
                            : wall_time{day + std::chrono::days{1}, 0};
}

// One span for whole days, or one for each day.
spans times_meant(const booking_filter& of) {
  if (of.from == 0 && of.to == whole_day)
    return {{minute_of(of.first, 0), minute_of(of.last, whole_day)}};
  auto out = spans{};
  for (auto day = of.first; day <= of.last; day += std::chrono::days{1})
    out.push_back({minute_of(day, of.from), minute_of(day, of.to)});
  return out;
}

void add(spans& to, const spans& more) {
  for (const auto& it : more)
    if (std::ranges::find(to, it) == to.end())
      to.push_back(it);
}

template <class Id>
bool is_among(const std::vector<Id>& all, const Id& it) {
  return std::ranges::find(all, it) != all.end();
}

} // namespace

std::optional<office_configured> closed_for(const state& now,
                                            const cancel_many& asked) {
  auto out = office_configured{now.setup, now.clocks};
  const auto times = times_meant(asked.of);
  auto& booking = out.setup.booking;
  for (auto& it : booking.resources)
    if (is_among(asked.of.resources, it.id))
      add(it.absent, times);
  for (auto& it : booking.sites)
    if (asked.of.resources.empty()
        && (asked.of.sites.empty() || is_among(asked.of.sites, it.id)))
      add(it.closed, times);
  return out.setup == now.setup ? std::nullopt : std::optional{std::move(out)};
}

} // namespace suivant::office
