// One text, or several in a row, as it goes over the wire: made once, shared
// by all who get it. Knows the framings, not the sockets.

#pragma once

#include "net/http.hpp"
#include "net/ws_frames.hpp"

#include <utility>

namespace suivant::net {

enum class framing : std::uint8_t { web_socket, event_stream };

class parcel {
public:
  explicit parcel(shared_text web_socket_frames)
      : web_socket_{std::move(web_socket_frames)} {}

  /// Event streams are few, so their form is only made once somebody asks.
  const shared_text& as(framing wanted);

private:
  shared_text web_socket_;
  shared_text event_stream_;
};

/// The frame of one text message.
shared_text framed(std::string_view text);

/// "data: ..." for each of the frames, and an empty line after each.
std::string event_stream_of(std::string_view web_socket_frames);

} // namespace suivant::net
