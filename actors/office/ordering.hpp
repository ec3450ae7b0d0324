// Where a visit stands in its line. Knows neither counters nor people.

#pragma once

#include "actors/office/state.hpp"

#include <span>

namespace suivant::office {

using line_view = std::span<const place>;

/// Which lane of the line a class stands in; the smaller is called first.
int lane_of(const order_rule& rule, priority of);

/// The place of somebody who joined the office at `joined`.
place place_of(const queue_setup& queue, priority of, instant joined,
               visit_id visit);

/// Where `visit` last stood, or would by its arrival if `queue` is new to it.
place old_place(const queue_setup& queue, const visit& it);

/// The place of `it` once its class becomes `wanted`. What it gained or lost
/// otherwise, by letting others pass or by missing its turn, it keeps.
place with_priority(const queue_setup& queue, const visit& it, priority wanted);

/// Where somebody with the place `own` stands after missing the turn: `places`
/// behind the head of the lane, but never earlier than `own`.
place after_missing(line_view line, const place& own, int places);

/// Where somebody at `own` stands after letting `places` others pass, or as
/// many as there are.
struct passing {
  place at;
  int passed = 0;
};
passing after_passing(line_view line, const place& own, int places);

} // namespace suivant::office
