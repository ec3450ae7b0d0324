// An actor system that only moves when told to, so that tests never race or
// sleep: messages are delivered one after another, time passes by decree.

#pragma once

#include "actors/messages.hpp"

#include <caf/actor_system.hpp>
#include <caf/scheduler/test_coordinator.hpp>

namespace suivant::tests {

// CAF 1.x: caf::test::fixture::deterministic takes the place of this file.
class still_system {
public:
  still_system() = default;
  still_system(const still_system&) = delete;
  still_system& operator=(const still_system&) = delete;

  // Actors that nobody can reach any more end by themselves, but a pending
  // time limit still holds its asker: let all limits pass before we go.
  ~still_system() {
    for (auto i = 0; i < 3; ++i) {
      run();
      scheduler_.trigger_timeouts();
    }
    run();
  }

  caf::actor_system& actors() {
    return system_;
  }

  /// Lets everybody work until all is quiet.
  void run() {
    scheduler_.run();
  }

  /// Lets time go by, and everybody work whose time has come.
  void pass(milliseconds time) {
    scheduler_.advance_time(time);
    run();
  }

  /// How many actors there are.
  std::size_t running() {
    return system_.registry().running();
  }

private:
  struct config : caf::actor_system_config {
    config() {
      set("scheduler.policy", caf::atom("testing"));
      set("logger.verbosity", caf::atom("quiet"));
      know_messages<caf::id_block::suivant>(*this);
    }
  };

  config config_;
  caf::actor_system system_{config_};
  caf::scheduler::test_coordinator& scheduler_
      = dynamic_cast<caf::scheduler::test_coordinator&>(system_.scheduler());
};

} // namespace suivant::tests
