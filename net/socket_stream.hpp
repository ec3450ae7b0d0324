// What plain and encrypted connections have in common: reading and writing
// over whatever Asio calls a stream.

#pragma once

#include "net/byte_stream.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace suivant::net {

using tcp_socket
    = boost::asio::basic_stream_socket<boost::asio::ip::tcp,
                                       boost::asio::io_context::executor_type>;

template <class Stream>
class socket_stream
    : public byte_stream,
      public std::enable_shared_from_this<socket_stream<Stream>> {
public:
  using failure = boost::system::error_code;

  template <class... Arguments>
  explicit socket_stream(Arguments&&... with)
      : stream_{std::forward<Arguments>(with)...} {}

  void read(std::function<void(std::string_view)> then) override {
    stream_.async_read_some(
        boost::asio::buffer(in_),
        [self = this->shared_from_this(),
         then = std::move(then)](failure failed, std::size_t count) {
          then({self->in_.data(), failed ? 0 : count});
        });
  }

  void write(std::string head, shared_text body,
             std::function<void(bool)> then) override {
    head_ = std::move(head);
    body_ = std::move(body);
    const std::array<boost::asio::const_buffer, 2> pieces{
        boost::asio::buffer(head_),
        body_ ? boost::asio::buffer(*body_) : boost::asio::const_buffer{}};
    boost::asio::async_write(
        stream_, pieces,
        [self = this->shared_from_this(),
         then = std::move(then)](failure failed, std::size_t) {
          self->body_.reset();
          then(!failed);
        });
  }

protected:
  Stream stream_;

private:
  std::array<char, 8192> in_;
  std::string head_;
  shared_text body_;
};

} // namespace suivant::net
