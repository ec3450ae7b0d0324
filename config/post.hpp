// Gateways for messages, and the actor that hands messages to them, as the
// settings say.

#pragma once

#include "actors/post/post_door.hpp"
#include "config/settings.hpp"
#include "net/gateway/post/post_over.hpp"

namespace suivant::net {
class metrics;
} // namespace suivant::net

namespace suivant::config {

using ask_of_offices
    = std::function<void(const office_id&, ask_office, asking<office_reply>)>;

/// What the post needs of the rest of the program.
struct post_needs {
  std::shared_ptr<const gateway::persons> people;
  crypto::key secret;
  wall_clock clock;
  std::shared_ptr<net::metrics> counts;
  ask_of_offices ask;
};

struct opened_post {
  std::shared_ptr<post_door> door;
  std::shared_ptr<const gateway::post_context> gateways;

  /// What is under way stays so in the offices.
  void close();
};

/// Throws std::runtime_error if the settings of a gateway will not do.
opened_post open_post(caf::actor_system& system, const settings& by,
                      post_needs with);

} // namespace suivant::config
