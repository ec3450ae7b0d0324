// Rows: who comes, who goes, who is silent, and what the hub asks for.

#include "net/live_table.hpp"

#include "net/guarded.hpp"

#include <stdexcept>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace suivant::net {

namespace {

constexpr std::size_t read_bytes = 64 * 1024;
constexpr unsigned slices = 10; // Of the table, one a tick.
constexpr std::uint32_t goodbye_seconds = 5;

/// shard:8, slot:24, generation:32. A stale one names a generation that is
/// gone.
constexpr unsigned slot_bits = 24;

void set(int descriptor, int level, int option, std::size_t value) {
  // A kernel without the option only serves a little worse.
  const auto number = static_cast<int>(value);
  ::setsockopt(descriptor, level, option, &number, sizeof number);
}

} // namespace

live_table::live_table(std::uint8_t shard, const live_limits& most,
                       const live_events& events, address_guard& guard)
    : shard_{shard}, most_{most}, events_{events}, guard_{guard},
      book_{*this, {.frames_kept = most.frames_kept, .topics = most.topics}},
      epoll_{::epoll_create1(EPOLL_CLOEXEC)}, buffer_(read_bytes) {
  if (epoll_ < 0)
    throw std::runtime_error{"no descriptor is left for live connections"};
}

live_table::~live_table() {
  drop_all();
  ::close(epoll_);
}

// -- coming -------------------------------------------------------------------

void live_table::adopt(live_arrival arrival, const request& asked) {
  auto& one = take_row();
  const auto who = id_of(one);
  one.how = arrival.how;
  one.ticket = arrival.ticket;
  one.heard = now_;
  one.state = standing::open;
  ++open_;
  one.descriptor = arrival.stream->release();
  if (one.descriptor < 0) {
    one.more = std::make_unique<luggage>();
    one.more->stream = arrival.stream;
  } else {
    set(one.descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, most_.kernel_bytes);
    // Nobody answers on an event stream; the kernel notices who is gone.
    if (one.how == framing::event_stream)
      set(one.descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT,
          static_cast<std::size_t>(most_.silent_limit.count()) * 1000);
    epoll_event event{.events = EPOLLIN | EPOLLRDHUP, .data = {.u64 = who}};
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, one.descriptor, &event) != 0) {
      drop(one);
      return;
    }
  }
  greet(who, arrival, asked);
}

void live_table::greet(connection_id who, live_arrival& arrival,
                       const request& asked) {
  guarded([&] { events_.on_open(who, asked); });
  if (!arrival.first_message.empty())
    guarded([&] { events_.on_text(who, arrival.first_message); });
  auto* one = find(who);
  if (!arrival.first_bytes.empty())
    take_bytes(*one, arrival.first_bytes);
  one = find(who);
  if (one != nullptr && one->more && one->more->stream)
    read_stream(*one);
}

live_table::row& live_table::take_row() {
  ++connections_;
  if (free_.empty())
    return rows_.emplace_back();
  auto& one = rows_[free_.back()];
  free_.pop_back();
  return one;
}

connection_id live_table::id_of(const row& one) const {
  return connection_id{shard_} << 56 | connection_id{slot_of(one)} << 32
         | one.generation;
}

slot live_table::slot_of(const row& one) const {
  return static_cast<slot>(&one - rows_.data());
}

live_table::row* live_table::find(connection_id who) {
  const auto where = who >> 32 & ((1u << slot_bits) - 1);
  if (where >= rows_.size())
    return nullptr;
  auto& one = rows_[where];
  const auto alive = one.state != standing::free
                     && one.generation == static_cast<std::uint32_t>(who);
  return alive ? &one : nullptr;
}

// -- what the hub asks for ----------------------------------------------------

void live_table::resume(connection_id who, const std::string& topic,
                        frame_number last_seen) {
  auto* one = find(who);
  if (one == nullptr || one->state != standing::open)
    return;
  if (!book_.resume(slot_of(*one), topic, last_seen))
    end(*one, close_code::policy, "too many topics");
}

void live_table::welcome(connection_id who, const std::string& topic,
                         frame_number at, shared_text snapshot) {
  auto* one = find(who);
  if (one == nullptr || one->state != standing::open)
    return;
  if (!book_.welcome(slot_of(*one), topic, at, parcel{std::move(snapshot)}))
    end(*one, close_code::policy, "too many topics");
}

void live_table::leave(connection_id who, const std::string& topic) {
  if (const auto* one = find(who))
    book_.leave(slot_of(*one), topic);
}

void live_table::publish(const std::string& topic, frame_number number,
                         shared_text frame) {
  book_.publish(topic, number, std::move(frame));
}

void live_table::send(connection_id who, shared_text text) {
  auto* one = find(who);
  if (one == nullptr || one->state != standing::open)
    return;
  parcel alone{std::move(text)};
  say(*one, alone.as(one->how));
}

void live_table::close(connection_id who, std::uint16_t code,
                       std::string_view reason) {
  if (auto* one = find(who))
    end(*one, code, reason);
}

void live_table::retire(const std::string& topic) {
  book_.retire(topic);
}

bool live_table::take_turn() {
  return book_.take_turn();
}

void live_table::needs_snapshot(slot who, const std::string& topic) {
  guarded([&] { events_.on_gap(id_of(rows_[who]), topic); });
}

// -- going --------------------------------------------------------------------

void live_table::end(row& which, std::uint16_t code, std::string_view reason,
                     standing next) {
  if (which.state != standing::open)
    return;
  const auto who = id_of(which);
  which.state = next;
  which.heard = now_;
  --open_;
  book_.leave_all(slot_of(which));
  if (which.more)
    which.more->box.drop_all();
  if (which.how == framing::web_socket)
    queue(which,
          std::make_shared<const std::string>(ws_close_frame(code, reason)),
          no_topic);
  if (!which.more || which.more->box.empty())
    emptied(which);
  guarded([&] { events_.on_close(who); });
}

/// All has been said on both sides.
void live_table::hang_up(row& which) {
  if (!which.more || !which.more->stream) {
    drop(which);
    return;
  }
  which.state = standing::leaving;
  which.more->stream->finish([this, who = id_of(which)] {
    if (auto* one = find(who))
      drop(*one);
  });
}

void live_table::drop(row& which) {
  const auto who = id_of(which);
  const auto was_open = which.state == standing::open;
  book_.leave_all(slot_of(which));
  if (which.descriptor >= 0)
    ::close(which.descriptor);
  if (which.more && which.more->stream)
    which.more->stream->close();
  guard_.leave(which.ticket);
  free_.push_back(slot_of(which));
  --connections_;
  const auto next = which.generation + 1;
  which = {};
  which.generation = next;
  if (!was_open)
    return;
  --open_;
  guarded([&] { events_.on_close(who); });
}

void live_table::close_all(std::uint16_t code, std::string_view reason) {
  for (auto& one : rows_)
    end(one, code, reason);
}

void live_table::drop_all() {
  for (auto& one : rows_)
    if (one.state != standing::free)
      drop(one);
}

void live_table::tick(std::uint32_t second) {
  now_ = second;
  // A tenth of the table each time, so that even a million rows never hold up
  // the loop for long.
  for (auto i = next_slice_; i < rows_.size(); i += slices)
    if (rows_[i].state != standing::free)
      look_after(rows_[i]);
  next_slice_ = (next_slice_ + 1) % slices;
}

void live_table::look_after(row& of) {
  const auto silent = now_ - of.heard;
  if (of.state != standing::open) {
    if (silent >= goodbye_seconds)
      drop(of);
    return;
  }
  if (silent >= static_cast<std::uint64_t>(most_.silent_limit.count())) {
    drop(of);
    return;
  }
  if (of.pinged
      || silent < static_cast<std::uint64_t>(most_.ping_after.count()))
    return;
  // A reader of an event stream cannot answer, but shows life by taking what
  // it is sent.
  of.pinged = of.how == framing::web_socket;
  static const auto ping
      = std::make_shared<const std::string>(ws_frame(ws_kind::ping, {}));
  static const auto comment = std::make_shared<const std::string>(":\n\n");
  say(of, of.pinged ? ping : comment);
  if (!of.pinged && (!of.more || of.more->box.empty()))
    of.heard = now_;
}

} // namespace suivant::net
