// Puts the shards together and spreads the hub's orders over them.

#include "net/server.hpp"

#include "net/shard.hpp"

namespace suivant::net {

namespace {

constexpr unsigned most_threads = 255; // The number is in every connection id.

address_guard::limits limits_of(const server_limits& limits) {
  return {.connections = limits.connections,
          .connections_per_address = limits.connections_per_address,
          .requests_per_second = limits.requests_per_second,
          .request_burst = limits.request_burst};
}

/// The hub as the rest of the program sees it: frames are made here, once, on
/// the caller's thread; each shard gets the same bytes.
class sharded_hub final : public live_hub {
public:
  using kind = live_order::kind;

  void resume(connection_id who, std::string topic,
              frame_number last_seen) override {
    to(who, {.what = kind::resume,
             .who = who,
             .topic = std::move(topic),
             .number = last_seen});
  }

  void welcome(connection_id who, std::string topic, frame_number at,
               shared_text snapshot) override {
    to(who, {.what = kind::welcome,
             .who = who,
             .topic = std::move(topic),
             .number = at,
             .text = framed(*snapshot)});
  }

  void leave(connection_id who, std::string topic) override {
    to(who, {.what = kind::leave, .who = who, .topic = std::move(topic)});
  }

  void publish(std::string topic, frame_number number,
               shared_text frame) override {
    to_all({.what = kind::publish,
            .topic = std::move(topic),
            .number = number,
            .text = framed(*frame)});
  }

  void send(connection_id who, shared_text text) override {
    to(who, {.what = kind::send, .who = who, .text = framed(*text)});
  }

  void close(connection_id who, std::uint16_t code,
             std::string reason) override {
    to(who, {.what = kind::close,
             .who = who,
             .topic = std::move(reason),
             .code = code});
  }

  void retire(std::string topic) override {
    to_all({.what = kind::retire, .topic = std::move(topic)});
  }

  std::vector<std::unique_ptr<shard>> shards;

private:
  void to(connection_id who, live_order order) {
    if (const auto index = who >> 56; index < shards.size())
      shards[index]->order(std::move(order));
  }

  void to_all(live_order order) {
    for (const auto& one : shards)
      one->order(order);
  }
};

} // namespace

class server::body {
public:
  explicit body(server_settings settings)
      : room{.settings = settings,
             .handlers = {},
             .proxies = address_set{settings.trusted_proxies},
             .guard
             = {limits_of(settings.limits), address_set{settings.exempt}},
             .shown = nullptr} {
    const auto threads = std::clamp(settings.threads, 1u, most_threads);
    for (unsigned i = 0; i < threads; ++i)
      hub.shards.push_back(
          std::make_unique<shard>(static_cast<std::uint8_t>(i), room));
  }

  shared_room room;
  sharded_hub hub;
  std::uint16_t port = 0;
  bool running = false;
};

server::server(server_settings settings)
    : body_{std::make_unique<body>(std::move(settings))} {}

server::~server() {
  stop();
}

live_hub& server::hub() {
  return body_->hub;
}

void server::start(services handlers) {
  auto& room = body_->room;
  const auto& settings = room.settings;
  room.handlers = std::move(handlers);
  if (!settings.certificate.empty() && !settings.private_key.empty())
    room.shown = std::make_unique<certificate>(settings.certificate,
                                               settings.private_key);
  body_->port = settings.port;
  for (const auto& one : body_->hub.shards)
    body_->port = one->listen(body_->port);
  for (const auto& one : body_->hub.shards)
    one->run();
  body_->running = true;
}

std::uint16_t server::port() const {
  return body_->port;
}

bool server::reload_certificates() {
  try {
    if (body_->room.shown)
      body_->room.shown->reload();
    return true;
  } catch (const std::exception& failed) {
    if (body_->room.handlers.complain)
      body_->room.handlers.complain(failed.what());
    return false;
  }
}

void server::stop() {
  if (!std::exchange(body_->running, false))
    return;
  for (const auto& one : body_->hub.shards)
    one->drain();
  for (const auto& one : body_->hub.shards)
    one->join();
}

} // namespace suivant::net
