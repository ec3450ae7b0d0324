// What the gateway stands on: the doors to the actors, and the few things a
// page's words are made with.

#pragma once

#include "actors/access/access_door.hpp"
#include "actors/access/directory.hpp"
#include "actors/common/crypto.hpp"
#include "actors/hooks/hooks_door.hpp"
#include "actors/office/front_door.hpp"
#include "actors/office/setup_template.hpp"
#include "actors/post/post_door.hpp"
#include "net/gateway/back_room.hpp"
#include "net/gateway/door_limits.hpp"
#include "net/gateway/network_limits.hpp"
#include "net/gateway/persons.hpp"
#include "net/gateway/test_clock.hpp"

namespace suivant::net {
class metrics;
class counter_table;
} // namespace suivant::net

namespace suivant::gateway {

struct post_context;

struct services {
  std::shared_ptr<front_door> offices;
  std::shared_ptr<access_door> access;
  std::shared_ptr<const access::directory> directory;
  std::shared_ptr<const access::key_ring> keys;
  std::shared_ptr<hooks_door> hooks;
  std::shared_ptr<post_door> post;
  std::shared_ptr<const post_context> gateways; // For answers to texts.
  std::shared_ptr<storage::log> log;
  std::shared_ptr<persons> people;
  std::shared_ptr<net::metrics> counts;
  std::shared_ptr<net::counter_table> commands; // By name and how they ended.
  std::shared_ptr<test_clock> clock_of_tests;   // Null outside of tests.
  std::shared_ptr<const std::vector<office::setup_template>> templates
      = std::make_shared<const std::vector<office::setup_template>>();
  std::shared_ptr<door_limits> doors = std::make_shared<door_limits>();
  /// Holds that nobody has confirmed, and wrong codes of doors.
  std::shared_ptr<network_limits> holds
      = std::make_shared<network_limits>(60, std::chrono::seconds{15});
  std::shared_ptr<network_limits> door_tries
      = std::make_shared<network_limits>(20, std::chrono::seconds{30});
  /// Codes that were sent, and codes that were wrong.
  std::shared_ptr<network_limits> codes
      = std::make_shared<network_limits>(10, std::chrono::seconds{60});
  /// Texts from one phone, which cost an answer each.
  std::shared_ptr<network_limits> texts
      = std::make_shared<network_limits>(20, std::chrono::seconds{30});
  wall_clock clock;
  crypto::key secret{}; // Of this folder; see folder_secret.hpp.
  /// Told when somebody has signed out, by `who::session`; the live channel
  /// then ends their pages. Set before the first request.
  std::shared_ptr<std::function<void(const std::string&)>> session_ended
      = std::make_shared<std::function<void(const std::string&)>>(
          [](const std::string&) {});
  /// "https://accueil.example.org"; empty: as the request came.
  std::string public_address;
  /// Last, for what is done there looks at all of the above.
  std::shared_ptr<back_room> reading = std::make_shared<back_room>();
};

} // namespace suivant::gateway
