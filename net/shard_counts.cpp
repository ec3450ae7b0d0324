// What a shard has done, for operators. Counted in plain numbers on the io
// thread and added up ten times a second, so that a send costs nothing more.

#include "net/shard.hpp"

namespace suivant::net {

namespace {

histogram durations_of(metrics& in, std::string_view kind) {
  return in.measures("suivant_http_seconds",
                     "From the first byte of a request to its answer.",
                     {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10},
                     {{"kind", std::string{kind}}});
}

// Looks a kind up once, however many there were of it.
void count_durations(metrics& into, const std::vector<answer_duration>& all) {
  auto known = std::map<std::string_view, histogram>{};
  for (const auto& [kind, passed] : all) {
    auto found = known.find(kind);
    if (found == known.end())
      found = known.emplace(kind, durations_of(into, kind)).first;
    found->second.observe(std::chrono::duration<double>{passed}.count());
  }
}

} // namespace

void shard::count() {
  const auto& into = shared_.handlers.counts;
  const auto done = live_.take_counts();
  const auto answered = std::exchange(room_.answered, {});
  const auto durations = std::exchange(room_.durations, {});
  const auto refused = std::exchange(room_.refused_hellos, 0);
  if (!into)
    return;
  for (const auto& [what, times] : answered)
    into->counts("suivant_http_requests_total", "Answered HTTP requests.",
                 {{"kind", std::string{what.first}},
                  {"status", std::to_string(what.second)}})
        .add(static_cast<double>(times));
  count_durations(*into, durations);
  const auto add
      = [&](const char* name, const char* help, std::uint64_t times) {
          if (times > 0 || ticks_ <= 1)
            into->counts(name, help).add(static_cast<double>(times));
        };
  add("suivant_live_frames_sent_total",
      "Sends on live connections; merged frames count once.", done.frames);
  add("suivant_live_bytes_sent_total", "Bytes of these.", done.bytes);
  add("suivant_live_messages_total", "Messages from clients.", done.messages);
  add("suivant_live_lagging_total",
      "Times that a client fell behind and got a snapshot instead.",
      done.dropped);
  add("suivant_live_closed_behind_total",
      "Connections ended because the client could not keep up.",
      done.closed_behind);
  add("suivant_live_refused_total", "Refused live handshakes.", refused);
  into->shows("suivant_live_connections", "Open live connections.",
              {{"thread", std::to_string(index_)}})
      .set(static_cast<double>(live_.open()));
  into->shows("suivant_http_connections", "Open HTTP connections.",
              {{"thread", std::to_string(index_)}})
      .set(static_cast<double>(room_.sessions.size()));
}

} // namespace suivant::net
