#include "actors/booking/hours.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

constexpr auto minutes_a_day = 1440;

bool is_minute(const wall_time& it) {
  return it.minute >= 0 && it.minute <= minutes_a_day;
}

} // namespace

std::vector<interval> instants_of(const zone& where, calendar_day day,
                                  const std::vector<hours>& open) {
  auto out = std::vector<interval>{};
  for (const auto& it : open) {
    const auto from = instant_of(where, {day, it.from});
    const auto to = instant_of(where, {day, it.to});
    if (from < to)
      out.push_back({from, to});
  }
  std::ranges::sort(out);
  return out;
}

interval instants_of(const zone& where, const wall_span& span) {
  return {instant_of(where, span.from), instant_of(where, span.to)};
}

std::vector<instant> starts_in(const interval& open, std::chrono::minutes step,
                               std::chrono::minutes length) {
  auto out = std::vector<instant>{};
  for (auto start = open.from; start + length <= open.to; start += step)
    out.push_back(start);
  return out;
}

int unused_minutes(const hours& open, int step) {
  return (open.to - open.from) % step;
}

void inspect(inspection& found, const std::vector<hours>& open,
             const std::string& member) {
  auto sorted = open;
  std::ranges::sort(sorted);
  auto last = 0;
  for (const auto& it : sorted) {
    found.expect(it.from >= last && it.from < it.to && it.to <= minutes_a_day,
                 member, "is_out_of_range");
    last = std::max(last, it.to);
  }
}

bool is_span(const wall_span& it) {
  return is_minute(it.from) && is_minute(it.to) && it.from < it.to;
}

void inspect(inspection& found, const wall_span& span,
             const std::string& member) {
  found.expect(is_span(span), member, "is_out_of_range");
}

} // namespace suivant::booking
