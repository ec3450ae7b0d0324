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
  auto out = std::vector<busy>{};
  auto day = days_.lower_bound(floor<days>(part.from - days{1}));
  for (; day != days_.end() && day->first < part.to + days{1}; ++day)
    for (const auto& it : day->second)
      if (overlap(with_buffers(it), part))
        out.push_back(it);
  return out;
}

} // namespace suivant::booking
