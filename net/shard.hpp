// One io thread with everything that lives on it: its listener, its HTTP
// sessions, its live connections. Shards share nothing but what is passed in.

#pragma once

#include "net/http_session.hpp"
#include "net/metrics.hpp"
#include "net/tls_stream.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>

namespace suivant::net {

/// One call to the live hub, on its way to an io thread.
struct live_order {
  enum class kind { resume, welcome, leave, publish, send, close, retire };

  kind what;
  connection_id who = 0;
  std::string topic; // Of a close: the reason.
  frame_number number = 0;
  shared_text text; // In frames.
  std::uint16_t code = 0;
};

/// What all shards of one server have in common.
struct shared_room {
  const server_settings settings;
  services handlers;
  address_set proxies;
  address_guard guard;
  std::unique_ptr<certificate> shown; // Null: not encrypted.
};

class shard {
public:
  shard(std::uint8_t index, shared_room& room);
  ~shard();

  /// Throws std::runtime_error in words. Returns the port.
  std::uint16_t listen(std::uint16_t port);
  void run();

  /// From any thread; carried out in this order.
  void order(live_order one);

  /// From any thread: ends in an orderly way, within the drain time.
  void drain();
  void join();

private:
  using io_context = boost::asio::io_context;
  using executor = io_context::executor_type;
  using acceptor
      = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, executor>;
  using timer = boost::asio::basic_waitable_timer<
      std::chrono::steady_clock,
      boost::asio::wait_traits<std::chrono::steady_clock>, executor>;
  using time = std::chrono::steady_clock::time_point;

  void loop();
  void accept();
  void take(tcp_socket socket);
  void pause_accepting();
  void wait_for_bytes();
  void work_soon();
  void work();
  bool take_orders();
  void carry_out(live_order& one);
  void wait_for_tick();
  void tick();
  void look_at_files();
  void count();
  void begin_drain();
  void complain(const std::string& what) const;

  const std::uint8_t index_;
  shared_room& shared_;
  std::shared_ptr<io_context> io_;
  acceptor acceptor_;
  boost::asio::posix::basic_stream_descriptor<executor> bytes_;
  timer ticking_;
  timer pause_;
  live_table live_;
  io_room room_;
  const time started_ = std::chrono::steady_clock::now();
  std::uint64_t ticks_ = 0;
  std::optional<time> drained_by_;
  bool working_ = false;

  std::mutex mutex_;
  std::vector<live_order> orders_;
  bool woken_ = false;
  bool closed_ = false;
  std::vector<live_order> batch_; // Being carried out.
  std::size_t carried_out_ = 0;

  std::thread thread_;
};

} // namespace suivant::net
