// The actor that hands messages to gateways: asks the office whether one may
// be sent, sends it, and tells the office what became of it. It decides
// nothing, and has nothing to lose: offices know all that is under way.

#pragma once

#include "actors/common/asking.hpp"
#include "actors/common/caf_bridge.hpp"
#include "actors/office/office_actor.hpp"
#include "actors/post/gate.hpp"
#include "actors/post/messages_changed.hpp"
#include "actors/post/waiting_post.hpp"

namespace suivant {

/// Something may be due: said by itself, and by clocks of tests.
struct look_at_post {
  bool again = false; // And so on.
};

namespace post {

struct limits {
  gate_limits sms;
  gate_limits email;
  milliseconds waking{250}; // Between looks at the clock.
  /// After a start, for the receipt of what was being sent when we ended; only
  /// of gateways that give receipts.
  milliseconds unsure{120'000};
};

/// How one gateway does; for people and metrics.
struct gateway_state {
  std::size_t waiting = 0;
  int on_their_way = 0;
  bool is_down = false; // Left alone for a while.
};

struct context {
  std::shared_ptr<post_port> port;
  wall_clock clock;
  /// Never runs backward, whatever tests do to the clock.
  std::function<milliseconds()> ticks;
  post::limits limits;
  std::function<void(const office_id&, ask_office, asking<office_reply>)> ask;
  /// Told of each message that is handed over, or ends: "sms", "delivered".
  std::function<void(std::string_view, std::string_view)> count;
  std::function<void(std::string_view, const gateway_state&)> show;
};

} // namespace post

/// The office's answer to whether it may be sent; none: it did not answer.
struct sending_answered {
  post::label which;
  std::optional<office_reply> reply;
};
/// What the port says of one try.
struct letter_told {
  post::label which;
  int tries = 0;
  post::told it;
};
/// The office knows of it; or it did not answer.
struct handing_noted {
  post::label which;
  bool is_known = false;
};

using post_actor
    = handle<void(messages_changed), void(look_at_post), void(sending_answered),
             void(letter_told), void(handing_noted)>;

post_actor spawn_post(caf::actor_system& system,
                      std::shared_ptr<const post::context> context);

} // namespace suivant
