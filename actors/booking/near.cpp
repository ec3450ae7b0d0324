#include "actors/booking/offer.hpp"
#include "actors/booking/search.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

using std::chrono::days;

constexpr auto alternatives = std::size_t{3};
constexpr auto furthest = days{60};

milliseconds distance(instant one, instant other) {
  return std::chrono::abs(one - other);
}

void add_day(const plan& in, const stock& taken, const question& asked,
             calendar_day day, instant start, starts& out) {
  const auto found = offer(in, taken, asked, day);
  if (const auto* more = std::get_if<starts>(&found))
    for (const auto& it : *more)
      if (it.left > 0 && it.start != start)
        out.push_back(it);
}

void keep_nearest(instant start, starts& all) {
  std::ranges::stable_sort(
      all, {}, [=](const auto& it) { return distance(it.start, start); });
  all.resize(std::min(all.size(), alternatives));
}

} // namespace

// Days are searched outwards. So many days away by the calendar are more than
// two days less by the clock, in whatever zone and from whatever time of day.
starts near(const plan& in, const stock& taken, const question& asked,
            instant start) {
  const auto day = std::chrono::floor<days>(start);
  auto found = starts{};
  for (auto out = days{0}; out <= furthest; out += days{1}) {
    const auto is_complete
        = found.size() == alternatives
          && distance(found.back().start, start) <= out - days{2};
    if (is_complete)
      break;
    add_day(in, taken, asked, day + out, start, found);
    if (out > days{0})
      add_day(in, taken, asked, day - out, start, found);
    keep_nearest(start, found);
  }
  std::ranges::sort(found, {}, &start_left::start);
  return found;
}

} // namespace suivant::booking
