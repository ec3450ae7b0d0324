// What pages say on the live channel, and who may listen to what.

#pragma once

#include "net/gateway/services.hpp"
#include "net/live_hub.hpp"

namespace suivant::gateway {

/// The callbacks of the live channel. `hub` must outlive them.
net::live_events live_events_for(std::shared_ptr<const services> with,
                                 net::live_hub& hub);

} // namespace suivant::gateway
