#include "actors/booking/timetable.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

using std::chrono::days;
using std::chrono::floor;

bool begins_earlier(const busy& one, const busy& other) {
  return std::pair{one.time.from, one.owner}
         < std::pair{other.time.from, other.owner};
}

} // namespace

void timetable::add(const busy& it) {
  auto& day = days_[floor<days>(it.time.from)];
  day.insert(std::ranges::upper_bound(day, it, begins_earlier), it);
  const auto all = with_buffers(it);
  furthest_
      = std::max({furthest_, all.to - it.time.from, it.time.from - all.from});
}

void timetable::remove(const busy& it) {
  const auto day = days_.find(floor<days>(it.time.from));
  if (day == days_.end())
    return;
  std::erase(day->second, it);
  if (day->second.empty())
    days_.erase(day);
}

std::vector<busy> timetable::during(const interval& part) const {
  const auto begins = [](const busy& it) { return it.time.from; };
  auto out = std::vector<busy>{};
  auto day = days_.lower_bound(floor<days>(part.from - furthest_));
  for (; day != days_.end() && day->first < part.to + furthest_; ++day) {
    const auto& all = day->second;
    const auto first
        = std::ranges::lower_bound(all, part.from - furthest_, {}, begins);
    const auto last
        = std::ranges::lower_bound(all, part.to + furthest_, {}, begins);
    out.reserve(out.size() + static_cast<std::size_t>(last - first));
    for (auto it = first; it < last; ++it)
      if (overlap(with_buffers(*it), part))
        out.push_back(*it);
  }
  return out;
}

} // namespace suivant::booking
