// The loop of one io thread: new connections, live bytes, orders from the hub,
// and one tick for everything that depends on time.

#include "net/shard.hpp"

#include "net/assets.hpp"

#include <boost/asio/post.hpp>

#include <exception>

#include <unistd.h>

namespace suivant::net {

namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::chrono::milliseconds tick_time{100};
constexpr unsigned ticks_per_second = 10;
constexpr std::size_t orders_per_turn = 64;

} // namespace

shard::shard(std::uint8_t index, shared_room& room)
    : index_{index}, shared_{room}, io_{std::make_shared<io_context>(1)},
      acceptor_{*io_}, bytes_{*io_}, ticking_{*io_}, pause_{*io_},
      live_{index, room.settings.live, room.handlers.live, room.guard},
      room_{.settings = room.settings,
            .handlers = room.handlers,
            .proxies = room.proxies,
            .guard = room.guard,
            .live = live_,
            .later =
                [io = io_](std::function<void()> call) {
                  asio::post(*io, std::move(call));
                },
            .answered = {},
            .durations = {},
            .refused_hellos = 0,
            .sessions = {}} {}

shard::~shard() {
  join();
  while (!room_.sessions.empty())
    room_.sessions.begin()->second->end();
  live_.drop_all();
}

void shard::run() {
  thread_ = std::thread{[this] { loop(); }};
}

void shard::loop() {
  // A copy, since the descriptor closes what it holds.
  bytes_.assign(::dup(live_.descriptor()));
  accept();
  wait_for_bytes();
  wait_for_tick();
  for (;;) {
    try {
      io_->run();
      return;
    } catch (const std::exception& failed) {
      complain(std::string{"an io thread carries on after: "} + failed.what());
    }
  }
}

// -- live bytes and orders ----------------------------------------------------

void shard::wait_for_bytes() {
  bytes_.async_wait(asio::posix::descriptor_base::wait_read,
                    [this](error_code failed) {
                      if (failed)
                        return;
                      live_.poll();
                      wait_for_bytes();
                    });
}

void shard::order(live_order one) {
  {
    const std::lock_guard lock{mutex_};
    if (closed_)
      return;
    orders_.push_back(std::move(one));
    if (std::exchange(woken_, true))
      return;
  }
  asio::post(*io_, [this] { work_soon(); });
}

void shard::work_soon() {
  if (!std::exchange(working_, true))
    work();
}

/// A turn: some orders, some sends. Then the loop sees to everything else, so
/// that nobody waits behind a big crowd.
void shard::work() {
  const auto more_orders = take_orders();
  const auto more_sends = live_.take_turn();
  working_ = more_orders || more_sends;
  if (working_)
    asio::post(*io_, [this] { work(); });
}

// Who orders while a batch is carried out wakes nobody: we are awake, and look
// again before we rest.
bool shard::take_orders() {
  if (carried_out_ == batch_.size()) {
    batch_.clear();
    carried_out_ = 0;
    const std::lock_guard lock{mutex_};
    batch_.swap(orders_);
    woken_ = false;
  }
  const auto end = std::min(batch_.size(), carried_out_ + orders_per_turn);
  while (carried_out_ < end)
    carry_out(batch_[carried_out_++]);
  const std::lock_guard lock{mutex_};
  return carried_out_ < batch_.size() || !orders_.empty();
}

void shard::carry_out(live_order& one) {
  using kind = live_order::kind;
  switch (one.what) {
  case kind::resume:
    return live_.resume(one.who, one.topic, one.number);
  case kind::welcome:
    return live_.welcome(one.who, one.topic, one.number, std::move(one.text));
  case kind::leave:
    return live_.leave(one.who, one.topic);
  case kind::publish:
    return live_.publish(one.topic, one.number, std::move(one.text));
  case kind::send:
    return live_.send(one.who, std::move(one.text));
  case kind::close:
    return live_.close(one.who, one.code, one.topic);
  case kind::retire:
    return live_.retire(one.topic);
  }
}

// -- time ---------------------------------------------------------------------

void shard::wait_for_tick() {
  ticking_.expires_after(tick_time);
  ticking_.async_wait([this](error_code failed) {
    if (failed)
      return;
    tick();
    wait_for_tick();
  });
}

void shard::tick() {
  const auto now = std::chrono::steady_clock::now();
  const auto seconds
      = std::chrono::duration_cast<std::chrono::seconds>(now - started_);
  live_.tick(static_cast<std::uint32_t>(seconds.count()));
  for (auto it = room_.sessions.begin(); it != room_.sessions.end();) {
    const auto session = it->second; // It may end, and leave the map.
    ++it;
    session->tick(now);
  }
  if (++ticks_ % ticks_per_second == 0 && index_ == 0) {
    shared_.guard.tidy(now);
    look_at_files();
  }
  count();
  const auto empty = room_.sessions.empty() && live_.connections() == 0;
  if (drained_by_ && (empty || now >= *drained_by_))
    io_->stop();
}

void shard::look_at_files() {
  try {
    if (shared_.handlers.pages)
      shared_.handlers.pages->refresh();
    if (shared_.shown && shared_.shown->reload_if_changed())
      complain("the certificate was read again");
  } catch (const std::exception& failed) {
    complain(failed.what());
  }
}

void shard::complain(const std::string& what) const {
  if (shared_.handlers.complain)
    shared_.handlers.complain(what);
}

// -- the end ------------------------------------------------------------------

void shard::drain() {
  asio::post(*io_, [this] { begin_drain(); });
}

void shard::begin_drain() {
  {
    const std::lock_guard lock{mutex_};
    closed_ = true;
  }
  error_code ignored;
  acceptor_.close(ignored);
  drained_by_
      = std::chrono::steady_clock::now() + shared_.settings.limits.drain_time;
  for (auto it = room_.sessions.begin(); it != room_.sessions.end();) {
    const auto session = it->second;
    ++it;
    session->drain();
  }
  live_.close_all(close_code::going_away, "the server stops");
}

void shard::join() {
  if (thread_.joinable())
    thread_.join();
}

} // namespace suivant::net
