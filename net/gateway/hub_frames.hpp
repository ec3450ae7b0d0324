// Frames out, over the live hub of this process.

#pragma once

#include "actors/common/frame_port.hpp"
#include "net/live_hub.hpp"

namespace suivant::gateway {

/// `hub` must outlive it.
std::shared_ptr<frame_port> frames_over(net::live_hub& hub);

} // namespace suivant::gateway
