#include "actors/post/gate.hpp"

#include "actors/common/doubled.hpp"

#include <algorithm>

namespace suivant::post {

bool gate::may_send(time now) const {
  if (on_their_way_ >= limits_.at_once || now < closed_until_)
    return false;
  // Of those that wait for it to come back, one tries.
  if (is_open() && on_their_way_ > 0)
    return false;
  return allowance(now) >= 1;
}

void gate::enter(time now) {
  left_ = allowance(now) - 1;
  counted_ = now;
  ++on_their_way_;
}

void gate::turn_back() {
  --on_their_way_;
  left_ += 1;
}

void gate::leave(fate is, milliseconds not_before, time now) {
  --on_their_way_;
  if (is == fate::handed || is == fate::refused) {
    failures_ = 0;
    closed_until_ = {};
    return;
  }
  ++failures_;
  if (is_open())
    closed_until_ = now + pause();
  closed_until_ = std::max(closed_until_, now + not_before);
}

// A second's worth may go at once after a silence.
double gate::allowance(time now) const {
  const auto seconds = std::chrono::duration<double>(now - counted_).count();
  return std::min(left_ + seconds * limits_.per_second,
                  std::max(limits_.per_second, 1.0));
}

milliseconds gate::pause() const {
  return doubled(limits_.first_pause, failures_ - limits_.failures,
                 limits_.longest_pause);
}

} // namespace suivant::post
