// TLS over a TCP socket as a byte stream. Version 1.2 at least.

#include "net/tls_stream.hpp"

#include <boost/asio/ssl.hpp>

#include <stdexcept>

namespace suivant::net {

namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

std::shared_ptr<ssl::context> read_files(const std::string& certificate_file,
                                         const std::string& key_file) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  context->set_options(ssl::context::default_workarounds
                       | ssl::context::no_sslv2 | ssl::context::no_sslv3
                       | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1
                       | ssl::context::single_dh_use);
  auto* native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  // An idle connection gives its buffers back; renegotiation is only ever
  // asked for by those who want to keep us busy.
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION);
  error_code failed;
  context->use_certificate_chain_file(certificate_file, failed);
  if (failed)
    throw std::runtime_error{"cannot use certificate " + certificate_file + ": "
                             + failed.message()};
  context->use_private_key_file(key_file, ssl::context::pem, failed);
  if (failed || SSL_CTX_check_private_key(native) != 1)
    throw std::runtime_error{"cannot use private key " + key_file
                             + " with certificate " + certificate_file};
  return context;
}

/// A base, so that it outlives the stream, also after a newer context has
/// replaced it.
struct context_of_stream {
  std::shared_ptr<ssl::context> context;
};

class encrypted final : context_of_stream,
                        public socket_stream<ssl::stream<tcp_socket>> {
public:
  encrypted(tcp_socket socket, std::shared_ptr<ssl::context> shown)
      : context_of_stream{std::move(shown)},
        socket_stream{std::move(socket), *context} {}

  void greet(std::function<void(bool)> then) override {
    stream_.async_handshake(ssl::stream_base::server,
                            [self = shared_from_this(), then = std::move(then)](
                                failure failed) { then(!failed); });
  }

  void finish(std::function<void()> then) override {
    stream_.async_shutdown([self = shared_from_this(),
                            then = std::move(then)](failure) { then(); });
  }

  void close() override {
    failure ignored;
    stream_.next_layer().close(ignored);
  }

  int release() override {
    return -1;
  }
};

} // namespace

certificate::certificate(std::string certificate_file, std::string key_file)
    : certificate_file_{std::move(certificate_file)},
      key_file_{std::move(key_file)} {
  reload();
}

certificate::~certificate() = default;

void certificate::reload() {
  const std::lock_guard lock{mutex_};
  tried_ = newest_change();
  current_ = read_files(certificate_file_, key_file_);
}

bool certificate::reload_if_changed() {
  {
    const std::lock_guard lock{mutex_};
    if (newest_change() == tried_)
      return false;
  }
  reload();
  return true;
}

std::shared_ptr<ssl::context> certificate::current() const {
  const std::lock_guard lock{mutex_};
  return current_;
}

std::filesystem::file_time_type certificate::newest_change() const {
  std::error_code ignored;
  return std::max(std::filesystem::last_write_time(certificate_file_, ignored),
                  std::filesystem::last_write_time(key_file_, ignored));
}

std::shared_ptr<byte_stream> tls_stream(tcp_socket socket,
                                        const certificate& shown) {
  return std::make_shared<encrypted>(std::move(socket), shown.current());
}

} // namespace suivant::net
