// The way to one gateway: no more messages a second than it takes, no more at
// once, and none for a while when it does not answer. Pure: told the time.

#pragma once

#include "actors/post/post_port.hpp"

namespace suivant::post {

struct gate_limits {
  double per_second = 20;              // 0.1 to 1000.
  int at_once = 16;                    // On their way; 1 to 256.
  int failures = 5;                    // In a row, and it is left alone:
  milliseconds first_pause{30'000};    // so long, then twice as long each time,
  milliseconds longest_pause{300'000}; // up to this.
};

/// A circuit breaker with a rate. Closed, messages pass; open, none does;
/// after a while one may try, and closes it or opens it again.
class gate {
public:
  /// Since some moment; never runs backward.
  using time = milliseconds;

  explicit gate(gate_limits limits) : limits_{limits} {}

  bool may_send(time now) const;
  /// Someone goes. Only if one may.
  void enter(time now);
  /// And is back, before anything was sent.
  void turn_back();
  /// And is back. What was refused was refused by somebody who is there.
  void leave(fate is, milliseconds not_before, time now);

  bool is_open() const {
    return failures_ >= limits_.failures;
  }
  int on_their_way() const {
    return on_their_way_;
  }

private:
  double allowance(time now) const;
  milliseconds pause() const;

  gate_limits limits_;
  double left_ = 1; // Messages that may pass at once, at `counted_`.
  time counted_{};
  int on_their_way_ = 0;
  int failures_ = 0; // In a row.
  time closed_until_{};
};

} // namespace suivant::post
