// WebSocket frames and server-sent events out of the same text.

#include "net/parcel.hpp"

#include "net/words.hpp"

#include <algorithm>

namespace suivant::net {

const shared_text& parcel::as(framing wanted) {
  if (wanted == framing::web_socket)
    return web_socket_;
  if (event_stream_ == nullptr)
    event_stream_
        = std::make_shared<const std::string>(event_stream_of(*web_socket_));
  return event_stream_;
}

shared_text framed(std::string_view text) {
  return std::make_shared<const std::string>(ws_frame(ws_kind::text, text));
}

std::string event_stream_of(std::string_view web_socket_frames) {
  std::string stream;
  stream.reserve(web_socket_frames.size() + 16);
  while (!web_socket_frames.empty()) {
    auto text = next_payload(web_socket_frames);
    // A line break inside would end the field, so each line gets its own.
    do {
      const auto end = std::min(text.find('\n'), text.size());
      stream.append("data: ").append(text.substr(0, end)).append("\n");
      text.remove_prefix(std::min(end + 1, text.size()));
    } while (!text.empty());
    stream += '\n';
  }
  return stream;
}

} // namespace suivant::net
