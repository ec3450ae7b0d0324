// An actor that runs the errands of threads that are none: it asks for them
// and calls back. Errands never wait for one another.

#pragma once

#include "actors/common/caf_bridge.hpp"

#include <functional>

namespace suivant {

struct errand;
using clerk_actor = handle<void(errand)>;

/// Asks one question after another and calls back; must not block.
struct errand {
  std::function<void(clerk_actor::pointer)> run;
};

clerk_actor spawn_clerk(caf::actor_system& system);

} // namespace suivant
