// The frames of a line on the wire.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/queue/line.hpp"
#include "actors/queue/pace.hpp"

#include <string>

namespace suivant::queue {

/// "line/<office>/<queue>".
std::string topic_of(const office_id& office, const queue_id& queue);

/// One frame for everybody in the line.
std::string frame(const std::string& topic, std::uint64_t number,
                  const change& happened, std::size_t size, const pace& now);

} // namespace suivant::queue
