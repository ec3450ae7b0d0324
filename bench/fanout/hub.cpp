// Our network layer with next to nothing above it, to be measured against the
// floor.
//
//   hub PORT     GET /live?topic=<topic> listens, POST /pub/<topic> sends

#include "net/server.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <unordered_map>

namespace {

using namespace suivant::net;

class bench_office {
public:
  explicit bench_office(live_hub& hub) : hub_{hub} {}

  void answer(const request& asked, const responder& reply) {
    constexpr std::string_view prefix = "/pub/";
    if (!asked.path.starts_with(prefix)) {
      reply(json_response(404, "{}"));
      return;
    }
    const auto topic = asked.path.substr(prefix.size());
    hub_.publish(topic, ++newest_[topic],
                 std::make_shared<const std::string>(asked.body));
    reply(response{.status = 202});
  }

  void welcome(connection_id who, const request& asked) {
    const auto topic = asked.parameter("topic");
    static const auto snapshot = std::make_shared<const std::string>("{}");
    hub_.welcome(who, topic, newest_[topic], snapshot);
  }

private:
  live_hub& hub_;
  std::unordered_map<std::string, frame_number> newest_; // One io thread.
};

} // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("usage: hub PORT\n", stderr);
    return 2;
  }
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  server_settings settings;
  settings.port = static_cast<std::uint16_t>(std::atoi(words[1]));
  server it{settings};
  bench_office office{it.hub()};
  services handlers;
  handlers.answer = [&](const request& asked, const responder& reply) {
    office.answer(asked, reply);
  };
  handlers.live = {
      .on_hello = [](const auto&) { return std::nullopt; },
      .on_open = [&](connection_id who,
                     const request& asked) { office.welcome(who, asked); },
      .on_text = [](auto, auto) {},
      .on_close = [](auto) {},
      .on_gap = [](auto, const auto&) {},
  };
  it.start(handlers);
  int signal = 0;
  sigwait(&ends, &signal);
}
