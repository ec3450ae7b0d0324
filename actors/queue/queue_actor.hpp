// The actor that keeps one live line: it holds no truth of its own, works out
// ranks, and speaks once for all phones in the line.

#pragma once

#include "actors/common/caf_bridge.hpp"
#include "actors/common/frame_port.hpp"
#include "actors/queue/line.hpp"
#include "actors/queue/pace.hpp"

namespace suivant {

/// From the office, once durable: what changed in this line.
struct line_changed {
  std::vector<queue::step> steps;
  queue::pace pace;
};

/// From a visitor session: where does this visit stand?
struct place_asked {
  visit_id visit;
};

/// The place in the line as of frame `frame`; later frames move it.
struct place_told {
  std::optional<queue::rank> rank;
  std::size_t size = 0;
  std::optional<queue::wait_range> wait;
  std::uint64_t frame = 0;
};

/// From the line to itself: say what has gathered.
struct speak_now {};

using queue_actor
    = handle<void(line_changed), place_told(place_asked), void(speak_now)>;

/// Where a line starts from, and how it speaks.
struct queue_start {
  std::string topic;
  std::vector<office::place> line;
  queue::pace pace;
  /// The first frame's number. Grows over restarts, so that a page that
  /// resumes with an old number is given a fresh picture.
  std::uint64_t first_frame = 1;
};

/// The first change in a quiet line leaves at once; those within `merging`
/// after it leave together.
queue_actor spawn_queue(caf::actor_system& system, queue_start start,
                        std::shared_ptr<frame_port> frames,
                        caf::timespan merging);

} // namespace suivant
