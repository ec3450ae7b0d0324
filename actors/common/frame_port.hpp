// Frames out: the one way from actors to the screens of people. Says nothing
// of sockets, and does not assume that they are in this process.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace suivant {

/// Names one live connection of a page.
using screen_id = std::uint64_t;
/// Written once, shared by everybody it goes to.
using shared_text = std::shared_ptr<const std::string>;

/// Thread-safe; every call returns at once. A screen that is gone is ignored.
class frame_port {
public:
  virtual ~frame_port() = default;

  /// To all who listen to `topic`; its frames are numbered from 1.
  virtual void publish(const std::string& topic, std::uint64_t number,
                       shared_text frame)
      = 0;
  /// Gives one screen a snapshot of `topic` up to frame `at`, and from then
  /// on every later frame.
  virtual void welcome(screen_id screen, const std::string& topic,
                       std::uint64_t at, shared_text snapshot)
      = 0;
  virtual void unfollow(screen_id screen, const std::string& topic) = 0;
  /// To one screen, outside any topic.
  virtual void send(screen_id screen, shared_text frame) = 0;
  /// Ends the connection of a screen nobody remembers any more: its page
  /// comes back by itself and asks anew.
  virtual void end(screen_id screen) = 0;
};

} // namespace suivant
