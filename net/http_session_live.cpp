// From a request to a live connection.

#include "net/guarded.hpp"
#include "net/http_session.hpp"
#include "net/words.hpp"
#include "net/ws_handshake.hpp"

#include <ctime>

namespace suivant::net {

bool http_session::go_live() {
  const auto& path = room_.settings.live_path;
  const auto streams = asked_.path == path + "/events";
  if (asked_.path != path && !streams)
    return false;
  const auto how = streams ? framing::event_stream : framing::web_socket;
  auto objection = objection_to_live(how);
  if (!objection) {
    become_live(how);
    return true;
  }
  ++room_.refused_hellos;
  reply_and_end(std::move(*objection));
  return true;
}

std::optional<response> http_session::objection_to_live(framing how) {
  const auto& settings = room_.settings;
  if (how == framing::event_stream && asked_.method != "POST")
    return no({405});
  if (how == framing::event_stream
      && asked_.body.size() > settings.live.message_bytes)
    return no({413});
  if (how == framing::event_stream && !is_utf8(asked_.body))
    return no({400});
  if (how == framing::web_socket)
    if (auto objection = objection_to_upgrade(asked_, settings.protocol))
      return no(std::move(*objection));
  if (!comes_from_us(asked_, settings.allowed_origins))
    return no({403});
  if (draining_)
    return no({503});
  if (asked_.peer != peer_) {
    // Behind a proxy it is the phone that is counted, from now on.
    const auto mine
        = room_.guard.enter(asked_.peer, std::chrono::steady_clock::now());
    if (!mine)
      return no({429});
    room_.guard.leave(*std::exchange(ticket_, *mine));
  }
  std::optional<response> objection;
  const auto asked
      = guarded([&] { objection = room_.handlers.live.on_hello(asked_); });
  return asked ? objection : no({500});
}

void http_session::become_live(framing how) {
  const auto now = std::time(nullptr);
  auto head = how == framing::event_stream
                  ? event_stream_head(now)
                  : reply_head(upgrade_answer(asked_, room_.settings.protocol),
                               {}, now);
  enter(phase::writing, room_.settings.limits.header_time);
  ++room_.answered[{kind_, how == framing::event_stream ? 200 : 101}];
  stream_->write(std::move(head), nullptr, if_well([this, how] {
                   if (draining_)
                     end();
                   else
                     hand_over(how);
                 }));
}

void http_session::hand_over(framing how) {
  phase_ = phase::over;
  const auto self = room_.sessions.extract(this);
  live_arrival arrival{.stream = std::move(stream_),
                       .how = how,
                       .first_bytes = std::move(in_),
                       .first_message = {},
                       .ticket = *std::exchange(ticket_, std::nullopt)};
  if (how == framing::event_stream)
    arrival.first_message = std::exchange(asked_.body, std::string{});
  room_.live.adopt(std::move(arrival), asked_);
}

} // namespace suivant::net
