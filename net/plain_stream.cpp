// A TCP socket as a byte stream.

#include "net/plain_stream.hpp"

#include <boost/asio/write.hpp>

#include <array>

namespace suivant::net {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;

/// Read and thrown away at the end; who sends more than this is not waiting
/// for our last words.
constexpr std::size_t discarded_bytes = 256 * 1024;

class plain final : public byte_stream,
                    public std::enable_shared_from_this<plain> {
public:
  explicit plain(tcp_socket socket) : socket_{std::move(socket)} {}

  void greet(std::function<void(bool)> then) override {
    then(true);
  }

  void read(std::function<void(std::string_view)> then) override {
    socket_.async_read_some(asio::buffer(in_),
                            [self = shared_from_this(), then = std::move(then)](
                                error_code failed, std::size_t count) {
                              then({self->in_.data(), failed ? 0 : count});
                            });
  }

  void write(std::string head, shared_text body,
             std::function<void(bool)> then) override {
    head_ = std::move(head);
    body_ = std::move(body);
    const std::array<asio::const_buffer, 2> pieces{
        asio::buffer(head_),
        body_ ? asio::buffer(*body_) : asio::const_buffer{}};
    asio::async_write(socket_, pieces,
                      [self = shared_from_this(),
                       then = std::move(then)](error_code failed, std::size_t) {
                        self->body_.reset();
                        then(!failed);
                      });
  }

  void finish(std::function<void()> then) override {
    error_code ignored;
    socket_.shutdown(tcp_socket::shutdown_send, ignored);
    discard(std::move(then), 0);
  }

  void close() override {
    error_code ignored;
    socket_.close(ignored);
  }

  int release() override {
    error_code failed;
    return socket_.release(failed);
  }

private:
  void discard(std::function<void()> then, std::size_t so_far) {
    read([self = shared_from_this(), then = std::move(then),
          so_far](std::string_view bytes) mutable {
      so_far += bytes.size();
      if (bytes.empty() || so_far > discarded_bytes)
        then();
      else
        self->discard(std::move(then), so_far);
    });
  }

  tcp_socket socket_;
  std::array<char, 8192> in_;
  std::string head_;
  shared_text body_;
};

} // namespace

std::shared_ptr<byte_stream> plain_stream(tcp_socket socket) {
  return std::make_shared<plain>(std::move(socket));
}

} // namespace suivant::net
