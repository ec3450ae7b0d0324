#include "net/gateway/door_limits.hpp"

#include <algorithm>

namespace suivant::gateway {

milliseconds door_limits::wait_for(const std::string& door, int a_minute,
                                   instant at) {
  if (a_minute == 0)
    return milliseconds{0};
  const auto lock = std::lock_guard{mutex_};
  forget_quiet(at);
  const auto minute = milliseconds{std::chrono::minutes{1}};
  const auto each = minute / a_minute;
  auto& clear = clear_at_[door];
  const auto next = std::max(clear, at) + each;
  if (next - at > minute)
    return next - at - minute;
  clear = next;
  return milliseconds{0};
}

void door_limits::forget_quiet(instant at) {
  std::erase_if(clear_at_, [at](const auto& it) { return it.second <= at; });
}

} // namespace suivant::gateway
