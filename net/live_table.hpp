// The live connections of one io thread: a small row each, one epoll set for
// all, no buffer and no timer while a connection is idle. Carries text; who
// it is for is in the topic book.

#pragma once

#include "net/address_guard.hpp"
#include "net/byte_stream.hpp"
#include "net/outbox.hpp"
#include "net/topic_book.hpp"

#include <chrono>

namespace suivant::net {

/// What a live table has done since it was last asked.
struct live_counts {
  std::uint64_t frames = 0; // Sends of one or several merged frames.
  std::uint64_t bytes = 0;
  std::uint64_t dropped = 0;       // Times that a listener fell behind.
  std::uint64_t closed_behind = 0; // Connections given up for being behind.
  std::uint64_t messages = 0;      // From clients.
};

/// A newly accepted client.
struct live_arrival {
  std::shared_ptr<byte_stream> stream;
  framing how;
  std::string first_bytes;   // That came along with the handshake.
  std::string first_message; // The body that opened an event stream.
  address_guard::ticket ticket;
};

class live_table final : public listeners {
public:
  live_table(std::uint8_t shard, const live_limits& most,
             const live_events& events, address_guard& guard);
  ~live_table() override;

  live_table(const live_table&) = delete;
  live_table& operator=(const live_table&) = delete;

  /// To wait on: readable when `poll` has something to do.
  int descriptor() const {
    return epoll_;
  }

  void adopt(live_arrival arrival, const request& asked);
  void poll();
  /// True if it wants another turn.
  bool take_turn();
  /// To be called ten times a second, with the seconds since the start.
  void tick(std::uint32_t second);

  void resume(connection_id who, const std::string& topic,
              frame_number last_seen);
  void welcome(connection_id who, const std::string& topic, frame_number at,
               shared_text snapshot);
  void leave(connection_id who, const std::string& topic);
  void publish(const std::string& topic, frame_number number,
               shared_text frame);
  void send(connection_id who, shared_text text);
  void close(connection_id who, std::uint16_t code, std::string_view reason);
  void retire(const std::string& topic);

  void close_all(std::uint16_t code, std::string_view reason);
  /// Ends what is left without a word.
  void drop_all();

  std::size_t open() const {
    return open_;
  }
  std::size_t connections() const {
    return connections_;
  }
  live_counts take_counts() {
    return std::exchange(counts_, {});
  }

  bool deliver(slot who, parcel& frames, std::uint32_t topic) override;
  void needs_snapshot(slot who, const std::string& topic) override;

private:
  enum class standing : std::uint8_t {
    free,
    open,
    closing, // Waits for the other side to say goodbye.
    leaving, // Ends once its last words are sent.
  };

  /// What only a connection with something half-done has.
  struct luggage {
    std::unique_ptr<ws_reader> reader;
    outbox box;
    std::shared_ptr<byte_stream> stream; // Encrypted: there is no descriptor.
    bool writing = false;
  };

  struct row {
    int descriptor = -1;
    std::uint32_t generation = 1;
    std::uint32_t heard = 0; // The second of the last sign of life.
    address_guard::ticket ticket = 0;
    std::uint16_t messages = 0; // In that second.
    framing how = framing::web_socket;
    standing state = standing::free;
    bool pinged = false;
    bool lagging = false; // Is owed a snapshot once there is room.
    std::unique_ptr<luggage> more;
  };

  static constexpr std::uint32_t no_topic = ~std::uint32_t{0};

  connection_id id_of(const row& one) const;
  row* find(connection_id who);
  slot slot_of(const row& one) const;
  row& take_row();
  void greet(connection_id who, live_arrival& arrival, const request& asked);

  void read_socket(row& from);
  void read_stream(row& from);
  void take_bytes(row& from, std::string_view bytes);
  void take_event(row& from, const ws_event& event);

  bool send_at_once(row& to, const shared_text& text, std::uint32_t topic);
  void queue(row& to, shared_text text, std::uint32_t topic);
  void say(row& to, const shared_text& text);
  void flush_socket(row& to);
  void flush_stream(row& to);
  void emptied(row& to);
  void watch(const row& of, bool also_writable);
  void unpack(row& of);

  void end(row& which, std::uint16_t code, std::string_view reason,
           standing next = standing::closing);
  void hang_up(row& which);
  void drop(row& which);
  void look_after(row& of);

  const std::uint8_t shard_;
  const live_limits most_;
  const live_events& events_;
  address_guard& guard_;
  topic_book book_;
  int epoll_;
  std::vector<row> rows_;
  std::vector<slot> free_;
  std::vector<char> buffer_;
  std::uint32_t now_ = 0;
  slot next_slice_ = 0;
  std::size_t open_ = 0;
  std::size_t connections_ = 0;
  live_counts counts_;
};

} // namespace suivant::net
