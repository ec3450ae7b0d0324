// Unencrypted connections.

#pragma once

#include "net/byte_stream.hpp"

#include <boost/asio/ip/tcp.hpp>

namespace suivant::net {

using tcp_socket
    = boost::asio::basic_stream_socket<boost::asio::ip::tcp,
                                       boost::asio::io_context::executor_type>;

std::shared_ptr<byte_stream> plain_stream(tcp_socket socket);

} // namespace suivant::net
