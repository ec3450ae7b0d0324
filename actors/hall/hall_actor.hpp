// The actor that keeps the pages of an office up to date: one frame for all
// desks, one for all boards, one for all who wait outside, each holding only
// what changed.

#pragma once

#include "actors/common/caf_bridge.hpp"
#include "actors/common/frame_port.hpp"
#include "actors/hall/hall.hpp"

namespace suivant {

struct hall_changed {
  hall::change what;
};

/// A page listens from now on.
struct show_desk {
  screen_id screen = 0;
};
struct show_board {
  screen_id screen = 0;
};

struct show_gauge {
  screen_id screen = 0;
};

/// For who wants to join: services, open or not, how many wait. JSON.
struct public_view_asked {};

/// One visit of today as staff see it. Empty when there is none.
struct row_asked {
  visit_id visit;
};
/// From the hall to itself: say what has gathered.
struct speak_of_hall {};

using hall_actor = handle<void(hall_changed), void(show_desk), void(show_board),
                          void(show_gauge), std::string(public_view_asked),
                          std::string(row_asked), void(speak_of_hall)>;

struct hall_start {
  hall::hall from;
  std::uint64_t first_frame = 1; // As in queue_start.
};

std::string desk_topic(const office_id& office);
std::string board_topic(const office_id& office);
/// How many people are inside, for everybody.
std::string gauge_topic(const office_id& office);

hall_actor spawn_hall(caf::actor_system& system, hall_start start,
                      std::shared_ptr<frame_port> frames, wall_clock clock,
                      caf::timespan merging);

} // namespace suivant
