// What keeps the desks of an opening, or a resource, busy, by time.

#pragma once

#include "actors/booking/desks.hpp"

#include <map>
#include <vector>

namespace suivant::booking {

/// What is busy, with its time before and after, must not exceed a day.
class timetable {
public:
  /// O(log n), and moving what is busy the same day.
  void add(const busy& it);
  /// Nothing if it is not there.
  void remove(const busy& it);

  /// What is busy during `part`, times before and after included, in the order
  /// in which it begins.
  std::vector<busy> during(const interval& part) const;

private:
  std::map<std::chrono::sys_days, std::vector<busy>> days_; // By beginning.
  milliseconds furthest_{0}; // From its beginning that anything ever reached.
};

} // namespace suivant::booking
