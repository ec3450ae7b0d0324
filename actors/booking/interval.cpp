#include "actors/booking/interval.hpp"

#include <algorithm>

namespace suivant::booking {

std::vector<interval> merged(std::vector<interval> all) {
  std::erase_if(all, [](const auto& it) { return it.from >= it.to; });
  std::ranges::sort(all);
  auto out = std::vector<interval>{};
  for (const auto& it : all) {
    if (!out.empty() && it.from <= out.back().to)
      out.back().to = std::max(out.back().to, it.to);
    else
      out.push_back(it);
  }
  return out;
}

std::vector<interval> without(const std::vector<interval>& all,
                              const std::vector<interval>& taken) {
  auto out = std::vector<interval>{};
  for (auto rest : all) {
    for (const auto& it : taken) {
      if (!overlap(it, rest))
        continue;
      if (rest.from < it.from)
        out.push_back({rest.from, it.from});
      rest.from = it.to;
    }
    if (rest.from < rest.to)
      out.push_back(rest);
  }
  return out;
}

} // namespace suivant::booking
