// A pause that grows while something goes on failing. Pure.

#pragma once

#include <algorithm>

namespace suivant {

/// `first`, doubled so many times, but no longer than `longest`.
template <class Pause>
constexpr Pause doubled(Pause first, int times, Pause longest) {
  for (auto i = 0; i < times && first < longest; ++i)
    first *= 2;
  return std::min(first, longest);
}

} // namespace suivant
