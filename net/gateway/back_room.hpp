// Where work is done that takes long and that nobody else shall wait for: one
// thread, one task after another.

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace suivant::gateway {

/// Thread-safe. Starts its thread with the first task.
class back_room {
public:
  back_room() = default;
  /// Waits for the task under way; those behind it are dropped.
  ~back_room();
  back_room(const back_room&) = delete;
  back_room& operator=(const back_room&) = delete;

  /// False when too many wait already. A task must not throw.
  bool leave(std::function<void()> task);

private:
  void work();

  std::mutex guard_;
  std::condition_variable comes_;
  std::deque<std::function<void()>> tasks_;
  bool ends_ = false;
  std::thread thread_;
};

} // namespace suivant::gateway
