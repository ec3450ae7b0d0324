// The same commands as in commands_bench.cpp, but through the whole program:
// HTTP on keep-alive connections, rights, JSON, and an answer once on disk.
//
//   http_commands_bench [FOLDER]

#include "bench/chains.hpp"
#include "bench/server_process.hpp"

namespace {

using namespace suivant;
using namespace suivant::bench;

constexpr auto offices = std::size_t{100};
constexpr auto rounds = 3;
constexpr auto offered_per_second = std::size_t{1'000};
constexpr auto seconds_a_round = std::size_t{4};
constexpr auto connections = std::size_t{200}; // Two an office.
constexpr auto record_bytes = std::size_t{330};

double as_fast_as_possible(http_lines& lines, std::vector<chain>& all) {
  auto found = findings{};
  auto again = std::vector<std::function<void()>>(all.size());
  const auto begun = watch::now();
  for (auto i = std::size_t{0}; i < all.size(); ++i)
    again[i] = [&, i] {
      if (seconds_since(begun) < static_cast<double>(seconds_a_round))
        all[i].go_on(watch::now(), found, again[i]);
    };
  for (auto& go : again)
    go();
  lines.finish();
  return static_cast<double>(found.all.size()) / seconds_since(begun);
}

} // namespace

int main(int count, char** words) {
  const auto place = scratch{count, words};
  const auto running
      = server_process{place.path() / "data", {"--demo-accounts"}};
  running.wait_until_ready();
  auto lines = http_lines{running.port(), connections};
  set_up_towns(lines, offices);
  const auto headers = signed_in(lines, "sophie");
  auto all = std::vector<chain>{};
  for (auto i = std::size_t{0}; i < connections; ++i)
    all.emplace_back(lines, i, offices, headers);
  auto p99 = std::vector<double>{};
  auto disk_p99 = std::vector<double>{};
  auto rate = std::vector<double>{};
  auto theirs = std::vector<double>{};
  for (auto i = 0; i < rounds; ++i) {
    auto found = findings{};
    offer(lines, all, found, offered_per_second, seconds_a_round);
    p99.push_back(at_share(found.calls, 0.99));
    disk_p99.push_back(
        at_share(disk_alone(place.path(), 1'000, record_bytes), 0.99));
    rate.push_back(as_fast_as_possible(lines, all));
    theirs.push_back(
        db_bench(place.path(), {"fillseq", connections, 300, record_bytes}));
  }
  print({"through HTTP: call-next answered durable, p99, at 1,000 commands/s",
         "µs",
         p99,
         {},
         "the disk's own sync, p99",
         disk_p99});
  print({"through HTTP: durable commands on 200 connections",
         "commands/s",
         rate,
         {},
         "db_bench fillseq, batches of 200",
         theirs});
}
