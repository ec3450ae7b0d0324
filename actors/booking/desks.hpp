// How many desks some appointments need, with the time before and after each.
// Which desk is never fixed: it is counted whether there are enough.

#pragma once

#include "actors/booking/setup.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace suivant::booking {

/// What keeps a desk, or a resource, busy.
struct busy {
  interval time;
  std::chrono::minutes before{0};
  std::chrono::minutes after{0};
  std::uint64_t owner = 0; // An appointment, or a session.
  int family = 0;          // A number that stands for its name; 0: none.
  int door = 0;            // The same for the partner it came by.
  int persons = 0;
  bool by_public = false;

  bool operator==(const busy&) const = default;
};

/// With the time before and after.
constexpr interval with_buffers(const busy& it) {
  return {it.time.from - it.before, it.time.to + it.after};
}

/// In a form in which the gap between two is always the longer of both times.
busy counted_by(gap rule, busy it);

/// What is busy for some time, as counted, and quick to look up.
struct agenda {
  std::vector<busy> all;   // In the order in which it begins.
  milliseconds longest{0}; // With the time after.
  std::chrono::minutes most_before{0};
};

agenda agenda_of(gap rule, std::vector<busy> all);

/// Whether one desk can have `later` after `earlier`. Both as counted.
constexpr bool may_follow(const busy& earlier, const busy& later) {
  return earlier.time.to + std::max(earlier.after, later.before)
         <= later.time.from;
}

constexpr bool collide(const busy& one, const busy& other) {
  return !may_follow(one, other) && !may_follow(other, one);
}

/// What collides with `one`, which is as counted, in the order in which it
/// begins.
std::vector<busy> in_the_way(const agenda& day, const busy& one);
bool is_free_for(const agenda& day, const busy& one);

/// The least number of desks that can have all of `all`, which are as counted,
/// and in the order in which they begin. O(n · desks).
int desks_for(std::span<const busy> all);

} // namespace suivant::booking
