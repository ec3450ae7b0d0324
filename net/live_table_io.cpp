// Bytes of live connections: read when they come, sent at once when there is
// room, kept in an outbox when there is not.

#include "net/guarded.hpp"
#include "net/live_table.hpp"

#include <array>
#include <cerrno>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace suivant::net {

void live_table::poll() {
  std::array<epoll_event, 256> events;
  const auto count
      = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 0);
  for (auto i = 0; i < count; ++i) {
    const auto& event = events[static_cast<std::size_t>(i)];
    // One event may have ended the connection that the next one is about.
    if ((event.events & EPOLLOUT) != 0)
      if (auto* one = find(event.data.u64))
        flush_socket(*one);
    if ((event.events & ~std::uint32_t{EPOLLOUT}) != 0)
      if (auto* one = find(event.data.u64))
        read_socket(*one);
  }
}

// -- reading ------------------------------------------------------------------

void live_table::read_socket(row& from) {
  const auto count
      = ::recv(from.descriptor, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
  if (count > 0)
    take_bytes(from, {buffer_.data(), static_cast<std::size_t>(count)});
  else if (count == 0 || (errno != EAGAIN && errno != EINTR))
    drop(from);
}

void live_table::read_stream(row& from) {
  from.more->stream->read([this, who = id_of(from)](std::string_view bytes) {
    auto* one = find(who);
    if (one == nullptr)
      return;
    if (bytes.empty()) {
      drop(*one);
      return;
    }
    take_bytes(*one, bytes);
    one = find(who);
    if (one != nullptr && one->state != standing::leaving)
      read_stream(*one);
  });
}

void live_table::take_bytes(row& from, std::string_view bytes) {
  if (from.how == framing::event_stream)
    return; // Nothing is expected after the request.
  if (from.heard != now_ && from.state == standing::open) {
    from.heard = now_;
    from.messages = 0;
  }
  from.pinged = false;
  const auto who = id_of(from);
  auto reader = from.more && from.more->reader
                    ? std::move(from.more->reader)
                    : std::make_unique<ws_reader>(most_.message_bytes);
  reader->feed(bytes);
  auto* one = &from;
  while (one != nullptr) {
    const auto event = reader->next();
    if (!event)
      break;
    take_event(*one, *event);
    one = find(who);
  }
  if (one == nullptr)
    return;
  if (!reader->idle()) {
    if (!one->more)
      one->more = std::make_unique<luggage>();
    one->more->reader = std::move(reader);
  }
  unpack(*one);
}

void live_table::take_event(row& from, const ws_event& event) {
  if (event.kind == ws_kind::close && from.state == standing::closing) {
    hang_up(from);
    return;
  }
  if (from.state != standing::open)
    return;
  if (event.kind == ws_kind::close) {
    const auto none = event.code == close_code::none_given;
    end(from, none ? close_code::normal : event.code, {}, standing::leaving);
    return;
  }
  if (event.kind == ws_kind::fault) {
    end(from, event.code, {});
    return;
  }
  ++counts_.messages;
  if (++from.messages > most_.messages_per_second) {
    end(from, close_code::policy, "too many messages");
    return;
  }
  if (event.kind == ws_kind::ping)
    say(from, std::make_shared<const std::string>(
                  ws_frame(ws_kind::pong, event.text)));
  if (event.kind == ws_kind::text)
    guarded([&] { events_.on_text(id_of(from), event.text); });
}

// -- writing ------------------------------------------------------------------

bool live_table::deliver(slot who, parcel& frames, std::uint32_t topic) {
  auto& to = rows_[who];
  const auto& text = frames.as(to.how);
  if (send_at_once(to, text, topic))
    return true;
  // News of a topic may fill half of the box, so that there is always room to
  // say something to this one person.
  const auto& box = to.more->box;
  if (box.empty() || box.bytes() + text->size() <= most_.outbox_bytes / 2) {
    queue(to, text, topic);
    return true;
  }
  to.more->box.drop(topic);
  to.lagging = true;
  ++counts_.dropped;
  return false;
}

void live_table::say(row& to, const shared_text& text) {
  if (send_at_once(to, text, no_topic))
    return;
  const auto& box = to.more->box;
  if (box.empty() || box.bytes() + text->size() <= most_.outbox_bytes) {
    queue(to, text, no_topic);
    return;
  }
  ++counts_.closed_behind;
  end(to, close_code::try_later, "too far behind");
}

bool live_table::send_at_once(row& to, const shared_text& text,
                              std::uint32_t topic) {
  if (to.more && (to.more->stream || !to.more->box.empty()))
    return false;
  ++counts_.frames;
  counts_.bytes += text->size();
  const auto count = ::send(to.descriptor, text->data(), text->size(),
                            MSG_DONTWAIT | MSG_NOSIGNAL);
  // Any other error will be read as the connection's end.
  if (count < 0 && errno != EAGAIN)
    return true;
  const auto sent = count < 0 ? 0 : static_cast<std::size_t>(count);
  if (sent == text->size())
    return true;
  if (!to.more)
    to.more = std::make_unique<luggage>();
  to.more->box.push(text, topic, sent);
  watch(to, true);
  return true;
}

void live_table::queue(row& to, shared_text text, std::uint32_t topic) {
  if (send_at_once(to, text, topic))
    return;
  ++counts_.frames;
  counts_.bytes += text->size();
  to.more->box.push(std::move(text), topic);
  if (to.more->stream)
    flush_stream(to);
}

void live_table::flush_socket(row& to) {
  std::array<iovec, 16> pieces;
  while (to.more && !to.more->box.empty()) {
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = to.more->box.pieces(pieces);
    const auto count
        = ::sendmsg(to.descriptor, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0) {
      if (errno != EAGAIN)
        drop(to);
      return;
    }
    to.more->box.sent(static_cast<std::size_t>(count));
  }
  watch(to, false);
  emptied(to);
}

void live_table::flush_stream(row& to) {
  if (std::exchange(to.more->writing, true))
    return;
  const auto text = to.more->box.begin();
  to.more->stream->write(
      {}, text, [this, who = id_of(to), size = text->size()](bool written) {
        auto* one = find(who);
        if (one == nullptr)
          return;
        if (!written) {
          drop(*one);
          return;
        }
        one->more->writing = false;
        one->more->box.sent(size);
        if (one->more->box.empty())
          emptied(*one);
        else
          flush_stream(*one);
      });
}

void live_table::emptied(row& to) {
  const auto encrypted = to.more && to.more->stream;
  const auto wordless = encrypted && to.how == framing::event_stream;
  if (to.state == standing::leaving
      || (to.state == standing::closing && wordless)) {
    hang_up(to);
    return;
  }
  if (to.state == standing::closing && !encrypted)
    ::shutdown(to.descriptor, SHUT_WR);
  if (to.state != standing::open)
    return;
  if (to.how == framing::event_stream)
    to.heard = now_;
  unpack(to);
  if (std::exchange(to.lagging, false))
    book_.has_room(slot_of(to));
}

void live_table::watch(const row& of, bool also_writable) {
  epoll_event event{.events = EPOLLIN | EPOLLRDHUP, .data = {.u64 = id_of(of)}};
  if (also_writable)
    event.events |= EPOLLOUT;
  ::epoll_ctl(epoll_, EPOLL_CTL_MOD, of.descriptor, &event);
}

void live_table::unpack(row& of) {
  if (of.more && !of.more->reader && !of.more->stream && of.more->box.empty())
    of.more.reset();
}

} // namespace suivant::net
