// The life of an HTTP connection, in the order in which it happens.

#include "net/http_session.hpp"

#include "net/answer_slip.hpp"
#include "net/assets.hpp"
#include "net/guarded.hpp"
#include "net/request_target.hpp"
#include "net/words.hpp"

#include <ctime>

namespace suivant::net {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds goodbye_time{2'000};
constexpr std::string_view all_methods
    = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

http_session::time now() {
  return std::chrono::steady_clock::now();
}

std::string_view kind_of(const std::string& path, const std::string& live) {
  if (path.starts_with("/api/"))
    return "api";
  if (path.starts_with(live))
    return "live";
  if (path == "/healthz" || path == "/readyz" || path == "/metrics")
    return "health";
  return "page";
}

} // namespace

http_session::http_session(io_room& room, std::shared_ptr<byte_stream> stream,
                           std::string peer, address_guard::ticket ticket,
                           bool encrypted)
    : room_{room}, stream_{std::move(stream)}, peer_{std::move(peer)},
      ticket_{ticket}, by_proxy_{room.proxies.has(peer_)},
      encrypted_{encrypted} {}

http_session::~http_session() = default;

void http_session::start() {
  enter(phase::greeting, room_.settings.limits.header_time);
  stream_->greet(if_well([this] { begin_request(); }));
}

// -- reading ------------------------------------------------------------------

void http_session::begin_request() {
  if (draining_) {
    end();
    return;
  }
  const auto& limits = room_.settings.limits;
  asked_at_ = now();
  reader_ = std::make_unique<request_reader>(limits.header_bytes,
                                             limits.body_bytes);
  ++exchange_;
  kind_ = "unreadable";
  head_only_ = false;
  if (in_.empty()) {
    enter(phase::idle, limits.idle_time);
    read();
  } else {
    // The next request came along with the last one.
    enter(phase::header, limits.header_time);
    feed();
  }
}

void http_session::read() {
  stream_->read([self = shared_from_this()](std::string_view bytes) {
    self->take_bytes(bytes);
  });
}

void http_session::take_bytes(std::string_view bytes) {
  const auto awaited = phase_ == phase::idle || phase_ == phase::header
                       || phase_ == phase::body;
  if (!awaited)
    return; // Came after we had given up on this request.
  if (bytes.empty()) {
    end();
    return;
  }
  if (phase_ == phase::idle) {
    asked_at_ = now();
    enter(phase::header, room_.settings.limits.header_time);
  }
  in_ += bytes;
  feed();
}

void http_session::feed() {
  const auto outcome = reader_->feed(in_);
  if (outcome == request_reader::outcome::broken) {
    note_language();
    reply_and_end(no({reader_->status()}));
    return;
  }
  if (outcome == request_reader::outcome::complete) {
    handle();
    return;
  }
  if (phase_ == phase::header && reader_->has_header()) {
    enter(phase::body, room_.settings.limits.body_time);
    if (reader_->wants_permission()) {
      permit_body();
      return;
    }
  }
  read();
}

void http_session::permit_body() {
  stream_->write("HTTP/1.1 100 Continue\r\n\r\n", nullptr,
                 if_well([this] { read(); }));
}

// -- answering ----------------------------------------------------------------

void http_session::handle() {
  keep_alive_ = reader_->keeps_alive();
  if (!understand()) {
    reply_and_end(no({400}));
    return;
  }
  if (room_.guard.admit(asked_.peer, now()))
    route();
  else
    reply(no({429}));
}

bool http_session::understand() {
  const auto target = reader_->target();
  const auto needs_host = reader_->needs_host();
  asked_ = reader_->take();
  language_ = asked_.header("accept-language");
  asked_.peer = by_proxy_ ? client_behind(room_.proxies, peer_,
                                          asked_.header("x-forwarded-for"))
                          : peer_;
  asked_.secure
      = encrypted_
        || (by_proxy_ && asked_.header("x-forwarded-proto") == "https");
  secure_ = asked_.secure;
  if (!read_target(target, asked_))
    return false;
  if (needs_host && asked_.header("host").empty())
    return false;
  kind_ = kind_of(asked_.path, room_.settings.live_path);
  head_only_ = asked_.method == "HEAD";
  if (head_only_)
    asked_.method = "GET";
  return true;
}

void http_session::route() {
  if (!is_known_method(asked_.method)) {
    reply(no({501}));
  } else if (asked_.method == "OPTIONS") {
    reply({.status = 204, .headers = {{"Allow", std::string{all_methods}}}});
  } else if (!go_live()) {
    ask_pages_and_handler();
  }
}

void http_session::ask_pages_and_handler() {
  if (room_.handlers.pages) {
    if (auto page = room_.handlers.pages->answer(asked_)) {
      reply(std::move(*page));
      return;
    }
  }
  enter(phase::answering, room_.settings.limits.answer_time);
  // Whoever answers may be on any thread and may outlive this connection.
  auto slip = std::make_shared<answer_slip>(
      room_.later, [self = weak_from_this(),
                    exchange = exchange_](std::optional<response> given) {
        if (const auto session = self.lock())
          session->answer(exchange, std::move(given));
      });
  const auto exchange = exchange_;
  const auto asked = guarded([&] {
    room_.handlers.answer(std::move(asked_), [slip](response given) {
      slip->give(std::move(given));
    });
  });
  if (!asked)
    answer(exchange, no({500}));
}

void http_session::answer(std::size_t exchange, std::optional<response> given) {
  if (exchange == exchange_ && phase_ == phase::answering)
    reply(given ? std::move(*given) : no({503}));
}

response http_session::no(objection what) const {
  return in_words(std::move(what), room_.handlers.words, language_);
}

/// Of a request that did not come to its end.
void http_session::note_language() {
  const auto name = std::string_view{"accept-language"};
  language_ = reader_->header(name);
  if (language_.empty())
    language_ = header_in(in_, name);
}

void http_session::reply(response given) {
  ++room_.answered[{kind_, given.status}];
  room_.durations.emplace_back(kind_, now() - asked_at_);
  keep_alive_ = keep_alive_ && !draining_;
  const reply_manner manner{.keep_alive = keep_alive_, .secure = secure_};
  auto head = reply_head(given, manner, std::time(nullptr));
  enter(phase::writing, room_.settings.limits.send_time);
  stream_->write(std::move(head), head_only_ ? nullptr : given.body,
                 if_well([this] { written(); }));
}

void http_session::reply_and_end(response given) {
  keep_alive_ = false;
  reply(std::move(given));
}

void http_session::written() {
  if (keep_alive_) {
    begin_request();
    return;
  }
  // Closing on bytes that nobody read would throw away the answer as well.
  enter(phase::writing, goodbye_time);
  stream_->finish([self = shared_from_this()] { self->end(); });
}

/// What goes on once something has gone well; else this is the end.
std::function<void(bool)> http_session::if_well(std::function<void()> then) {
  return [self = shared_from_this(), then = std::move(then)](bool well) {
    if (self->phase_ == phase::over)
      return;
    if (well)
      then();
    else
      self->end();
  };
}

// -- time and the end ---------------------------------------------------------

void http_session::tick(time at) {
  if (at < deadline_)
    return;
  if (phase_ == phase::header || phase_ == phase::body) {
    note_language();
    reply_and_end(no({408}));
  } else if (phase_ == phase::answering) {
    ++exchange_;
    reply(no({503}));
  } else {
    end();
  }
}

void http_session::drain() {
  draining_ = true;
  if (phase_ == phase::idle || phase_ == phase::greeting)
    end();
}

void http_session::end() {
  if (phase_ == phase::over)
    return;
  phase_ = phase::over;
  if (stream_)
    stream_->close();
  if (ticket_)
    room_.guard.leave(*ticket_);
  ticket_.reset();
  room_.sessions.erase(this);
}

void http_session::enter(phase next, milliseconds most) {
  phase_ = next;
  deadline_ = now() + most;
}

} // namespace suivant::net
