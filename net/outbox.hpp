// What one connection could not be sent at once, in order. Its owner keeps
// the bound. Knows texts and topics by number, no socket.

#pragma once

#include "net/http.hpp"

#include <span>

struct iovec;

namespace suivant::net {

class outbox {
public:
  /// `sent` bytes of it have left already.
  void push(shared_text text, std::uint32_t topic, std::size_t sent = 0);

  /// Drops what has not begun to leave: of one topic, or all of it.
  void drop(std::uint32_t topic);
  void drop_all();

  /// Points at the unsent bytes; returns how many pieces there are.
  std::size_t pieces(std::span<iovec> into) const;

  /// The front, for a stream that takes one whole text at a time.
  shared_text begin();

  void sent(std::size_t bytes);

  std::size_t bytes() const {
    return bytes_;
  }

  bool empty() const {
    return entries_.empty();
  }

private:
  struct entry {
    shared_text text;
    std::uint32_t topic;
  };

  template <class Condition>
  void drop_if(Condition unwanted);

  std::vector<entry> entries_;
  std::size_t bytes_ = 0;
  std::size_t sent_ = 0; // Of the front.
  bool begun_ = false;   // The front is on its way.
};

} // namespace suivant::net
