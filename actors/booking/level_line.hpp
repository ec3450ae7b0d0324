// How many there are at each instant: a line of steps. Knows not of what.

#pragma once

#include "actors/booking/interval.hpp"

#include <map>
#include <vector>

namespace suivant::booking {

/// From an instant to that of the next level.
struct level {
  instant from;
  int value = 0;

  bool operator==(const level&) const = default;
};

/// Nought everywhere at first.
class level_line {
public:
  /// Changes the line over an interval that is not empty, by a number that may
  /// be negative. O(log n), and the levels within the interval.
  void add(const interval& over, int change);

  /// The part of it, in order of time; the first level begins with the
  /// interval.
  std::vector<level> during(const interval& part) const;

private:
  std::map<instant, int>::iterator step_at(instant at);

  std::map<instant, int> values_; // From the key on; nought before the first.
};

/// Both added up; they must begin together.
std::vector<level> sum_of(const std::vector<level>& one,
                          const std::vector<level>& other);

/// The highest within an interval that is not empty; nought without levels.
int highest(const std::vector<level>& levels, const interval& within);

} // namespace suivant::booking
