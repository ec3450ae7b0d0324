// Who listens to which topic on one io thread, and whose turn it is to be
// told. Pure: listeners are numbers, the sockets are behind `listeners`.

#pragma once

#include "net/kept_frames.hpp"
#include "net/parcel.hpp"

#include <deque>
#include <unordered_map>

namespace suivant::net {

/// A place in the table of connections.
using slot = std::uint32_t;

/// What the book needs of the connections.
class listeners {
public:
  virtual ~listeners() = default;

  /// False if `who` has no room: then what it has not been sent of this topic
  /// is gone, and it needs a snapshot once there is room again.
  virtual bool deliver(slot who, parcel& frames, std::uint32_t topic) = 0;

  virtual void needs_snapshot(slot who, const std::string& topic) = 0;
};

class topic_book {
public:
  struct limits {
    std::size_t frames_kept = 64;
    std::size_t topics = 8; // Per listener.
    std::size_t small = 64; // A topic with no more listeners goes first.
    std::size_t turn = 64;  // Sends before the loop may do something else.
    std::size_t wave_bytes = 64 * 1024; // Merged into one send.
  };

  topic_book(listeners& out, const limits& most);

  /// False if `who` already hears as many topics as it may.
  bool resume(slot who, const std::string& topic, frame_number last_seen);
  bool welcome(slot who, const std::string& topic, frame_number at,
               parcel snapshot);
  void leave(slot who, const std::string& topic);
  void leave_all(slot who);
  void publish(const std::string& topic, frame_number number, shared_text wire);
  void retire(const std::string& topic);

  /// Sends to some of those who are owed frames; true if more remain.
  bool take_turn();

  /// `who` can be written to again: asks for the snapshots it is owed.
  void has_room(slot who);

  std::size_t topics() const {
    return index_.size();
  }

private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  /// Instead of the number seen, above every real one: no frames until the
  /// owner of the topic sends the snapshot that was asked for, or until there
  /// is room to ask for it.
  static constexpr frame_number awaiting = ~frame_number{0};
  static constexpr frame_number behind = awaiting - 1;

  /// One listener of one topic. Plain and small: there are two per phone.
  struct subscription {
    slot who = 0;
    std::uint32_t topic = none;
    std::uint32_t next = none;    // Of the same listener.
    std::uint32_t place = 0;      // Among the topic's members.
    frame_number seen = awaiting; // Sent, or in the listener's outbox.
  };

  /// Frames on their way to all members, one after another.
  struct wave {
    parcel frames;
    frame_number after;
    frame_number last;
    std::size_t place = 0;
  };

  struct topic {
    std::string name;
    kept_frames kept;
    std::vector<std::uint32_t> members; // Subscriptions.
    std::optional<wave> now;
    frame_number told = 0; // All members have been sent up to here.
    bool queued = false;
    bool retired = false;
  };

  using queue = std::deque<std::uint32_t>;

  std::uint32_t find(const std::string& name) const;
  std::uint32_t find_or_begin(const std::string& name);
  std::uint32_t subscription_of(slot who, std::uint32_t topic) const;
  std::uint32_t subscribe(slot who, const std::string& name);
  void end(std::uint32_t subscription);
  void end_if_unused(std::uint32_t topic);
  void ask_for_snapshot(subscription& one);
  void catch_up(subscription& one, topic& of, frame_number up_to);
  void enqueue(std::uint32_t topic);
  void begin_wave(topic& of);
  void tell(subscription& one, topic& of);
  void step(queue& waiting, std::size_t& budget);
  void begin_anew(topic& of);

  listeners& out_;
  limits most_;
  std::unordered_map<std::string, std::uint32_t> index_;
  std::deque<topic> topics_;
  std::vector<std::uint32_t> free_topics_;
  std::vector<subscription> subscriptions_;
  std::uint32_t free_subscription_ = none;
  std::vector<std::uint32_t> first_of_; // By slot.
  queue small_;
  queue big_;
};

} // namespace suivant::net
