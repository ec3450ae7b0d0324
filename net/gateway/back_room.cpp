#include "net/gateway/back_room.hpp"

namespace suivant::gateway {
namespace {

constexpr auto most_waiting = std::size_t{20};

} // namespace

back_room::~back_room() {
  {
    const auto lock = std::lock_guard{guard_};
    ends_ = true;
  }
  comes_.notify_one();
  if (thread_.joinable())
    thread_.join();
}

bool back_room::leave(std::function<void()> task) {
  {
    const auto lock = std::lock_guard{guard_};
    if (tasks_.size() >= most_waiting)
      return false;
    tasks_.push_back(std::move(task));
    if (!thread_.joinable())
      thread_ = std::thread{[this] { work(); }};
  }
  comes_.notify_one();
  return true;
}

void back_room::work() {
  for (;;) {
    auto lock = std::unique_lock{guard_};
    comes_.wait(lock, [this] { return ends_ || !tasks_.empty(); });
    if (ends_)
      return;
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
  }
}

} // namespace suivant::gateway
