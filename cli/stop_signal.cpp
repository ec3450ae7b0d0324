#include "cli/stop_signal.hpp"

#include <csignal>
#include <ctime>

namespace suivant::cli {
namespace {

sigset_t signals_to_stop() {
  auto set = sigset_t{};
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

} // namespace

stop_signal::stop_signal() {
  const auto set = signals_to_stop();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

bool stop_signal::came_within(std::chrono::milliseconds at_most) {
  if (came_)
    return true;
  const auto set = signals_to_stop();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(at_most);
  const auto rest = std::chrono::nanoseconds{at_most - seconds};
  const auto limit = timespec{seconds.count(), rest.count()};
  came_ = sigtimedwait(&set, nullptr, &limit) > 0;
  return came_;
}

} // namespace suivant::cli
