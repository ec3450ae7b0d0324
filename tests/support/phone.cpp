// Beast's client over plain or encrypted streams.

#include "tests/support/phone.hpp"

#include "tests/support/wire.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <stdexcept>

namespace suivant::tests {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using asio::ip::tcp;
using boost::system::error_code;

class phone::body {
public:
  virtual ~body() = default;
  virtual void say(const std::string& text) = 0;
  virtual std::optional<std::string> hear() = 0;
  virtual void leave() = 0;

  std::uint16_t code = 0;
  std::string name;
};

namespace {

template <class Stream>
class body_on : public phone::body {
public:
  template <class... Args>
  explicit body_on(asio::io_context& io, Args&&... args)
      : io_{io}, stream_{std::forward<Args>(args)...} {}

  void shake_hands(const phone::manner& how) {
    stream_.set_option(websocket::stream_base::decorator(
        [how](websocket::request_type& request) {
          request.set("Sec-WebSocket-Protocol", how.protocol);
          if (!how.origin.empty())
            request.set("Origin", how.origin);
          if (!how.cookie.empty())
            request.set("Cookie", how.cookie);
          if (!how.language.empty())
            request.set("Accept-Language", how.language);
        }));
    finish([&](auto then) {
      stream_.async_handshake("localhost", how.path,
                              [=](error_code failed) { then(failed); });
    });
  }

  void say(const std::string& text) override {
    finish([&](auto then) {
      stream_.async_write(
          asio::buffer(text),
          [=](error_code failed, std::size_t) { then(failed); });
    });
  }

  std::optional<std::string> hear() override {
    beast::flat_buffer buffer;
    try {
      finish([&](auto then) {
        stream_.async_read(
            buffer, [=](error_code failed, std::size_t) { then(failed); });
      });
    } catch (const std::exception&) {
      code = stream_.reason().code;
      return std::nullopt;
    }
    return beast::buffers_to_string(buffer.data());
  }

  void leave() override {
    finish([&](auto then) {
      stream_.async_close(websocket::close_code::normal,
                          [=](error_code failed) { then(failed); });
    });
  }

  Stream& stream() {
    return stream_;
  }

  template <class Start>
  void finish(Start start) {
    std::optional<error_code> result;
    start([&result](error_code failed) { result = failed; });
    io_.restart();
    io_.run_for(patience);
    if (!result) {
      beast::get_lowest_layer(stream_).close();
      io_.restart();
      io_.run_for(patience);
      throw std::runtime_error{"nothing was heard"};
    }
    if (*result)
      throw boost::system::system_error{*result};
  }

private:
  asio::io_context& io_;
  Stream stream_;
};

tcp::socket connected(asio::io_context& io, std::uint16_t port,
                      int receive_bytes) {
  tcp::socket socket{io, tcp::v4()};
  if (receive_bytes > 0)
    socket.set_option(tcp::socket::receive_buffer_size{receive_bytes});
  socket.connect({asio::ip::address_v4::loopback(), port});
  return socket;
}

// First in the list of bases, so that the stream goes before it does.
struct own_io {
  asio::io_context io;
  asio::ssl::context tls{asio::ssl::context::tls_client};
};

class plain_body : own_io, public body_on<websocket::stream<tcp::socket>> {
public:
  plain_body(std::uint16_t port, const phone::manner& how)
      : body_on{io, connected(io, port, how.receive_bytes)} {
    shake_hands(how);
  }
};

class encrypted_body
    : own_io,
      public body_on<websocket::stream<beast::ssl_stream<tcp::socket>>> {
public:
  encrypted_body(std::uint16_t port, const phone::manner& how)
      : body_on{io, connected(io, port, how.receive_bytes), tls} {
    auto& layer = stream().next_layer();
    finish([&](auto then) {
      layer.async_handshake(asio::ssl::stream_base::client,
                            [=](error_code failed) { then(failed); });
    });
    auto* shown = SSL_get1_peer_certificate(layer.native_handle());
    char text[256] = {};
    X509_NAME_get_text_by_NID(X509_get_subject_name(shown), NID_commonName,
                              text, sizeof text);
    X509_free(shown);
    name = text;
    shake_hands(how);
  }
};

} // namespace

phone::phone(std::uint16_t port) : phone{port, manner{}} {}

phone::phone(std::uint16_t port, const manner& how) {
  if (how.encrypted)
    body_ = std::make_unique<encrypted_body>(port, how);
  else
    body_ = std::make_unique<plain_body>(port, how);
}

phone::~phone() = default;
phone::phone(phone&&) noexcept = default;

void phone::say(const std::string& text) {
  body_->say(text);
}

std::optional<std::string> phone::hear() {
  return body_->hear();
}

std::uint16_t phone::close_code() const {
  return body_->code;
}

void phone::leave() {
  body_->leave();
}

std::string phone::certificate_name() const {
  return body_->name;
}

} // namespace suivant::tests
