// Ctrl-C, and the "please stop" of a service manager, as something to ask
// about between two steps.

#pragma once

#include <chrono>

namespace suivant::cli {

/// From its making on, the signals to stop no longer end the program. To be
/// made before any other thread.
class stop_signal {
public:
  stop_signal();

  /// Waits for `at_most`; true as soon as somebody has asked to stop, and
  /// ever after.
  bool came_within(std::chrono::milliseconds at_most);

private:
  bool came_ = false;
};

} // namespace suivant::cli
