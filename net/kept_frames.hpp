// The newest frames of one topic, for those who come back after a cut.
// Knows nothing of who listens.

#pragma once

#include "net/live_hub.hpp"

#include <algorithm>
#include <span>

namespace suivant::net {

class kept_frames {
public:
  struct frame {
    frame_number number;
    shared_text wire;
  };

  void keep(frame_number number, shared_text wire, std::size_t limit) {
    if (newest_ == 0)
      before_ = number - 1;
    newest_ = number;
    frames_.push_back({number, std::move(wire)});
    if (frames_.size() > limit) {
      before_ = frames_.front().number;
      frames_.erase(frames_.begin());
    }
  }

  /// Whether every frame after `last_seen` is still here. A number above the
  /// newest was seen in an earlier life of the topic and proves nothing.
  bool covers(frame_number last_seen) const {
    return newest_ != 0 && last_seen >= before_ && last_seen <= newest_;
  }

  std::span<const frame> after(frame_number last_seen) const {
    const auto first
        = std::upper_bound(frames_.begin(), frames_.end(), last_seen,
                           [](frame_number number, const frame& kept) {
                             return number < kept.number;
                           });
    return {first, frames_.end()};
  }

  frame_number newest() const {
    return newest_;
  }

  bool empty() const {
    return frames_.empty();
  }

  void forget() {
    std::vector<frame>{}.swap(frames_);
    before_ = newest_;
  }

  void begin_anew() {
    *this = {};
  }

private:
  std::vector<frame> frames_;
  frame_number before_ = 0; // The newest one that is no longer kept.
  frame_number newest_ = 0; // 0: none was ever heard.
};

} // namespace suivant::net
