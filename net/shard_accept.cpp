// The listener of one io thread, and who is let in.

#include "net/shard.hpp"

#include <stdexcept>

namespace suivant::net {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr int waiting_connections = 4096; // Not yet accepted.
constexpr std::chrono::milliseconds pause_time{100};

std::string address_of(const tcp_socket& socket) {
  error_code failed;
  auto address = socket.remote_endpoint(failed).address();
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
  return failed ? std::string{} : address.to_string();
}

} // namespace

std::uint16_t shard::listen(std::uint16_t port) {
  const auto& settings = shared_.settings;
  error_code failed;
  const auto address = asio::ip::make_address(settings.address, failed);
  const tcp::endpoint here{address, port};
  using reuse_port
      = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
  const auto attempt = [&](auto call) {
    if (!failed)
      call();
  };
  attempt([&] { acceptor_.open(here.protocol(), failed); });
  attempt([&] {
    acceptor_.set_option(tcp::acceptor::reuse_address{true}, failed);
  });
  if (settings.threads > 1)
    attempt([&] { acceptor_.set_option(reuse_port{true}, failed); });
  attempt([&] { acceptor_.bind(here, failed); });
  attempt([&] { acceptor_.listen(waiting_connections, failed); });
  if (failed)
    throw std::runtime_error{"cannot listen on " + settings.address + " port "
                             + std::to_string(port) + ": " + failed.message()};
  return acceptor_.local_endpoint().port();
}

void shard::accept() {
  acceptor_.async_accept([this](error_code failed, tcp_socket socket) {
    if (failed == asio::error::operation_aborted || !acceptor_.is_open())
      return;
    if (failed) {
      pause_accepting();
      return;
    }
    take(std::move(socket));
    accept();
  });
}

void shard::take(tcp_socket socket) {
  error_code ignored;
  socket.set_option(tcp::no_delay{true}, ignored);
  auto peer = address_of(socket);
  const auto now = std::chrono::steady_clock::now();
  // A proxy speaks for many; they are counted once we know who they are.
  const auto counted
      = shared_.proxies.has(peer) ? std::string_view{} : std::string_view{peer};
  const auto ticket = shared_.guard.enter(counted, now);
  if (!ticket) {
    ++room_.answered[{"refused", 503}];
    return;
  }
  const auto encrypted = shared_.shown != nullptr;
  auto stream = encrypted ? tls_stream(std::move(socket), *shared_.shown)
                          : plain_stream(std::move(socket));
  const auto session = std::make_shared<http_session>(
      room_, std::move(stream), std::move(peer), *ticket, encrypted);
  room_.sessions.emplace(session.get(), session);
  session->start();
}

/// Without a free descriptor, trying at once would only keep the thread busy.
void shard::pause_accepting() {
  pause_.expires_after(pause_time);
  pause_.async_wait([this](error_code failed) {
    if (!failed && acceptor_.is_open())
      accept();
  });
}

} // namespace suivant::net
