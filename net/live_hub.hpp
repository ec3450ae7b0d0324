// The live channel: who listens to which topic, and frames to all of them.
// Carries text under topics and numbers; does not know what it means.

#pragma once

#include "net/http.hpp"

#include <functional>
#include <optional>

namespace suivant::net {

/// One live connection, WebSocket or event stream. Never used again.
using connection_id = std::uint64_t;

/// Counts the frames of one topic from 1; a topic's owner numbers them.
using frame_number = std::uint64_t;

/// All callbacks run on the connection's io thread and must not block.
struct live_events {
  /// A client wants to connect. An empty optional lets it in; else the
  /// response is sent and the connection ends.
  std::function<std::optional<response>(const request&)> on_hello;
  std::function<void(connection_id, const request&)> on_open;
  std::function<void(connection_id, std::string_view)> on_text;
  std::function<void(connection_id)> on_close;
  /// This client needs a snapshot of `topic`: the frames it lacks are no
  /// longer kept, or it could not keep up. The topic's owner `welcome`s it.
  std::function<void(connection_id, const std::string& topic)> on_gap;
};

struct live_limits {
  std::size_t message_bytes = 4096;     // From a client; more closes with 1009.
  std::size_t messages_per_second = 20; // From a client; more closes with 1008.
  std::size_t topics = 8;               // Per connection.
  std::size_t frames_kept = 64;         // Per topic, for those who resume.
  std::size_t outbox_bytes = 256 * 1024; // Unsent; more closes with 1013.
  // What the system may hold for a connection but has not sent yet: stale news
  // should wait here, where a newer state replaces them, not there.
  std::size_t kernel_bytes = 64 * 1024;
  std::chrono::seconds ping_after{25};
  std::chrono::seconds silent_limit{75};
};

/// Thread-safe; every call returns at once and takes effect on the io
/// threads in the order of calling from one thread.
class live_hub {
public:
  virtual ~live_hub() = default;

  /// Lets `who` hear `topic` from the frame after `last_seen` on, if those
  /// frames are still kept; else `on_gap` is called. 0 always asks for one.
  virtual void resume(connection_id who, std::string topic,
                      frame_number last_seen)
      = 0;

  /// Sends a snapshot that contains the topic up to frame `at`, then the kept
  /// frames after it, then every new one.
  virtual void welcome(connection_id who, std::string topic, frame_number at,
                       shared_text snapshot)
      = 0;

  virtual void leave(connection_id who, std::string topic) = 0;

  /// To all who hear `topic`. Who cannot keep up loses the unsent frames and
  /// gets a fresh snapshot once there is room again.
  virtual void publish(std::string topic, frame_number number,
                       shared_text frame)
      = 0;

  /// To one connection, outside any topic.
  virtual void send(connection_id who, shared_text text) = 0;

  /// Ends a connection with a WebSocket close code and a reason in words.
  virtual void close(connection_id who, std::uint16_t code, std::string reason)
      = 0;

  /// Forgets the kept frames of a topic that will not speak again.
  virtual void retire(std::string topic) = 0;
};

} // namespace suivant::net
