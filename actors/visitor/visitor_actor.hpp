// The session of one visitor, from joining to the last word: what this person
// is told, on every screen that shows their ticket.

#pragma once

#include "actors/common/caf_bridge.hpp"
#include "actors/common/frame_port.hpp"
#include "actors/office/state.hpp"
#include "actors/queue/queue_actor.hpp"

namespace suivant {

/// From the office, once durable. `queue` is the line the visit stands in.
struct visit_changed {
  office::shared_visit visit;
  std::string moved; // Name of what moved it in its line, if anything did.
  queue_actor queue;
  std::shared_ptr<const office::setup> setup;
};

/// A page shows this ticket from now on.
struct screen_came {
  screen_id screen = 0;
};
struct screen_went {
  screen_id screen = 0;
};

/// What the page would show, as JSON.
struct visit_view_asked {};

using visitor_actor = handle<void(visit_changed), void(screen_came),
                             void(screen_went), std::string(visit_view_asked)>;

/// What all sessions of one office share.
struct visitor_context {
  office_id office;
  std::shared_ptr<frame_port> frames;
  wall_clock clock;
};

visitor_actor spawn_visitor(caf::actor_system& system,
                            std::shared_ptr<const visitor_context> context,
                            visit_changed first);

} // namespace suivant
