// Web hooks over the web client.

#pragma once

#include "actors/hooks/web_port.hpp"
#include "net/web_client.hpp"

namespace suivant::gateway {

/// Keeps the client alive; who closes it is somebody else's business.
std::shared_ptr<hooks::web_port>
hooks_over(std::shared_ptr<net::web_client> client);

} // namespace suivant::gateway
