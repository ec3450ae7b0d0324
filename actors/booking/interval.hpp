// Stretches of time, always half-open: what ends at ten and what begins at ten
// do not touch.

#pragma once

#include "actors/common/instant.hpp"

#include <vector>

namespace suivant::booking {

struct interval {
  instant from;
  instant to;

  friend auto operator<=>(const interval&, const interval&) = default;
};

constexpr bool overlap(const interval& one, const interval& other) {
  return one.from < other.to && other.from < one.to;
}

constexpr bool covers(const interval& all, const interval& part) {
  return all.from <= part.from && part.to <= all.to;
}

/// In order of time; what overlaps or touches becomes one, what is empty is
/// dropped.
std::vector<interval> merged(std::vector<interval> all);

/// What is left of `all` without `taken`; both merged, as is the answer.
std::vector<interval> without(const std::vector<interval>& all,
                              const std::vector<interval>& taken);

} // namespace suivant::booking
