#include "actors/queue/line.hpp"

#include <algorithm>

namespace suivant::queue {
namespace {

std::vector<visit_id> visits_in(const std::vector<office::place>& line) {
  auto visits = std::vector<visit_id>{};
  visits.reserve(line.size());
  for (const auto& it : line)
    visits.push_back(it.visit);
  return visits;
}

std::vector<rank> ranks_of(const std::set<visit_id>& wanted,
                           const std::vector<visit_id>& line) {
  auto ranks = std::vector<rank>{};
  for (auto i = rank{0}; i < line.size(); ++i)
    if (wanted.contains(line[i]))
      ranks.push_back(i);
  return ranks;
}

} // namespace

line::line(std::vector<office::place> from)
    : now_{std::move(from)}, published_{visits_in(now_)} {}

void line::apply(const step& taken) {
  touched_.insert(taken.visit);
  std::erase_if(now_, [&](const auto& it) { return it.visit == taken.visit; });
  if (taken.at)
    now_.insert(std::ranges::lower_bound(now_, *taken.at), *taken.at);
}

std::optional<rank> line::published_rank(const visit_id& visit) const {
  const auto found = std::ranges::find(published_, visit);
  if (found == published_.end())
    return std::nullopt;
  return static_cast<rank>(found - published_.begin());
}

// Visits that no step touched keep their order among themselves, so taking
// out and putting in the touched ones is the whole difference.
change line::publish() {
  auto after = visits_in(now_);
  auto happened
      = change{ranks_of(touched_, published_), ranks_of(touched_, after)};
  published_ = std::move(after);
  touched_.clear();
  return happened;
}

std::optional<rank> follow(rank mine, const change& happened) {
  if (std::ranges::binary_search(happened.left, mine))
    return std::nullopt;
  const auto gone
      = std::ranges::lower_bound(happened.left, mine) - happened.left.begin();
  mine -= static_cast<rank>(gone);
  for (const auto newcomer : happened.in)
    if (newcomer <= mine)
      ++mine;
  return mine;
}

} // namespace suivant::queue
