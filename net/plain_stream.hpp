// Unencrypted connections.

#pragma once

#include "net/socket_stream.hpp"

namespace suivant::net {

std::shared_ptr<byte_stream> plain_stream(tcp_socket socket);

} // namespace suivant::net
