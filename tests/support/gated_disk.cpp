// The gate, and the function that RocksDB finds instead of the system's.

#include "tests/support/gated_disk.hpp"

#include <condition_variable>
#include <mutex>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct gate {
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t syncs = 0;
  std::size_t waiting = 0;
  bool is_shut = false;
};

gate& the_gate() {
  static auto it = gate{};
  return it;
}

} // namespace

namespace suivant::tests::gated_disk {

std::size_t syncs() {
  const auto lock = std::lock_guard{the_gate().mutex};
  return the_gate().syncs;
}

void shut() {
  const auto lock = std::lock_guard{the_gate().mutex};
  the_gate().is_shut = true;
}

void open() {
  const auto lock = std::lock_guard{the_gate().mutex};
  the_gate().is_shut = false;
  the_gate().changed.notify_all();
}

void await_somebody() {
  auto lock = std::unique_lock{the_gate().mutex};
  the_gate().changed.wait(lock, [] { return the_gate().waiting > 0; });
}

} // namespace suivant::tests::gated_disk

extern "C" int fdatasync(int file) {
  auto& it = the_gate();
  {
    auto lock = std::unique_lock{it.mutex};
    ++it.syncs;
    ++it.waiting;
    it.changed.notify_all();
    it.changed.wait(lock, [&] { return !it.is_shut; });
    --it.waiting;
  }
  return static_cast<int>(::syscall(SYS_fdatasync, file));
}
