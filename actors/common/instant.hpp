// Time as the rules see it: a value handed in, never a clock read inside.

#pragma once

#include <chrono>
#include <functional>

namespace suivant {

using milliseconds = std::chrono::milliseconds;
using instant = std::chrono::sys_time<milliseconds>;
using wall_clock = std::function<instant()>;

/// A date as the people of one office count it: it ends at the office's
/// cut-over hour in the office's zone, not at midnight.
using business_day = std::chrono::sys_days;

/// When something is asked: the instant, and the office's day it falls in.
struct moment {
  instant at;
  business_day day;
};

} // namespace suivant
