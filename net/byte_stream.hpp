// One connection as bytes in and out, whether encrypted or not. All calls and
// callbacks belong to the connection's io thread; one read and one write at a
// time.

#pragma once

#include "net/http.hpp"

namespace suivant::net {

class byte_stream {
public:
  virtual ~byte_stream() = default;

  /// Gets ready to carry bytes.
  virtual void greet(std::function<void(bool)> then) = 0;

  /// Empty at the end. The bytes are valid during the callback only.
  virtual void read(std::function<void(std::string_view)> then) = 0;

  /// Writes all of `head` and then `body`, which may be null.
  virtual void write(std::string head, shared_text body,
                     std::function<void(bool)> then)
      = 0;

  /// Says that no more will be written and waits until the other side has
  /// read it, so that it is not lost with what it still sends.
  virtual void finish(std::function<void()> then) = 0;

  /// Ends everything at once; callbacks under way come with nothing.
  virtual void close() = 0;

  /// Gives the descriptor away for good, or -1 if only this stream can turn
  /// bytes into what travels.
  virtual int release() = 0;
};

} // namespace suivant::net
