// A TCP socket as a byte stream.

#include "net/plain_stream.hpp"

namespace suivant::net {

namespace {

/// Read and thrown away at the end; who sends more than this is not waiting
/// for our last words.
constexpr std::size_t discarded_bytes = 256 * 1024;

class plain final : public socket_stream<tcp_socket> {
public:
  using socket_stream::socket_stream;

  void greet(std::function<void(bool)> then) override {
    then(true);
  }

  void finish(std::function<void()> then) override {
    failure ignored;
    stream_.shutdown(tcp_socket::shutdown_send, ignored);
    discard(std::move(then), 0);
  }

  void close() override {
    failure ignored;
    stream_.close(ignored);
  }

  int release() override {
    failure failed;
    return stream_.release(failed);
  }

private:
  void discard(std::function<void()> then, std::size_t so_far) {
    read([this, self = shared_from_this(), then = std::move(then),
          so_far](std::string_view bytes) mutable {
      so_far += bytes.size();
      if (bytes.empty() || so_far > discarded_bytes)
        then();
      else
        discard(std::move(then), so_far);
    });
  }
};

} // namespace

std::shared_ptr<byte_stream> plain_stream(tcp_socket socket) {
  return std::make_shared<plain>(std::move(socket));
}

} // namespace suivant::net
