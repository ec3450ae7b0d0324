// The actor that knows which offices there are: starts each when it is first
// asked for, and at once again when it has fallen.

#pragma once

#include "actors/office/office_actor.hpp"

namespace suivant {

struct find_office {
  office_id id;
  bool create = false; // It need not exist yet.
};
struct office_found {
  office_actor office; // Invalid when there is no such office.
};

/// Answered once every started office has looked at the clock.
struct tick_all {};

using offices_actor = handle<office_found(find_office), ticked(tick_all)>;

offices_actor spawn_offices(caf::actor_system& system,
                            std::shared_ptr<const office_context> context);

} // namespace suivant
