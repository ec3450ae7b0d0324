// The same commands as in commands_bench.cpp, but through the whole program:
// HTTP on keep-alive connections, rights, JSON, and an answer once on disk.
//
//   http_commands_bench [FOLDER]

#include "actors/office/office_json.hpp"
#include "bench/http_lines.hpp"
#include "bench/measure.hpp"
#include "bench/server_process.hpp"
#include "bench/story.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace {

using namespace suivant;
using namespace suivant::bench;

constexpr auto offices = std::size_t{100};
constexpr auto rounds = 3;
constexpr auto offered_per_second = std::size_t{1'000};
constexpr auto seconds_a_round = std::size_t{4};
constexpr auto connections = std::size_t{200}; // Two an office.
constexpr auto record_bytes = std::size_t{330};

/// In microseconds.
struct findings {
  std::vector<double> calls;
  std::vector<double> all;
};

std::string command_path(std::size_t office, std::string_view name) {
  return fmt::format("/api/v1/offices/town-{}/commands/{}", office % offices,
                     name);
}

/// One visitor after the other at one counter of one office, over one line.
class chain {
public:
  chain(http_lines& lines, std::size_t line, const std::string& headers)
      : lines_{lines}, line_{line}, headers_{headers} {}

  /// Asks the next command, which was due at `due`; `then` once answered.
  void go_on(watch::time_point due, findings& into,
             std::function<void()> then) {
    const auto is_call = step_ == 1;
    lines_.ask(line_, next(),
               [this, due, is_call, &into, then](const http_answer& it) {
                 note(it, due, is_call, into);
                 then();
               });
  }

private:
  std::string next() const {
    static auto asked = std::uint64_t{0};
    const auto counter = line_ / offices + 1;
    const auto headers
        = fmt::format("{}Idempotency-Key: {:032x}\r\n", headers_, ++asked);
    const auto post = [&](std::string_view name, std::string_view body) {
      return http_request("POST", command_path(line_, name), headers, body);
    };
    const auto visit = fmt::format(R"({{"visit":{{"id":{}}}}})", visit_);
    switch (step_) {
    case 0:
      return post("take-ticket", R"({"service":"passports"})");
    case 1:
      return post("call-next", fmt::format(R"({{"counter":"{}"}})", counter));
    case 2:
      return post("start", visit);
    default:
      return post("finish", visit);
    }
  }

  void note(const http_answer& it, watch::time_point due, bool is_call,
            findings& into) {
    if (it.status != 200) {
      fmt::print(stderr, "{}\n", it.body);
      std::exit(1);
    }
    const auto id = it.body.find("\"id\":");
    visit_ = std::strtoull(it.body.data() + id + 5, nullptr, 10);
    step_ = (step_ + 1) % 4;
    const auto spent = seconds_since(due) * 1e6;
    into.all.push_back(spent);
    if (is_call)
      into.calls.push_back(spent);
  }

  http_lines& lines_;
  std::size_t line_;
  const std::string& headers_;
  std::uint64_t visit_ = 0;
  int step_ = 0;
};

void set_up(http_lines& lines) {
  const auto adam = signed_in(lines, "adam");
  const auto sophie = signed_in(lines, "sophie");
  const auto setup = boost::json::serialize(office::to_json(town_hall()));
  const auto ask = [&](const std::string& request) {
    lines.ask(0, request, [](const http_answer& it) {
      if (it.status != 200) {
        fmt::print(stderr, "{}\n", it.body);
        std::exit(1);
      }
    });
    lines.finish();
  };
  for (auto i = std::size_t{0}; i < offices; ++i) {
    ask(http_request("PUT", fmt::format("/api/v1/offices/town-{}/setup", i),
                     adam, setup));
    for (const auto counter : {1, 2}) {
      const auto body = fmt::format(R"({{"counter":"{}","agent":"agent-{}"}})",
                                    counter, counter);
      ask(http_request("POST", command_path(i, "sign-in"), sophie, body));
    }
  }
}

void offer(http_lines& lines, std::vector<chain>& all, findings& into) {
  const auto begun = watch::now();
  constexpr auto gap
      = std::chrono::microseconds{1'000'000 / offered_per_second};
  for (auto i = std::size_t{0}; i < offered_per_second * seconds_a_round;) {
    const auto due = begun + i * gap;
    const auto which = i % all.size();
    if (watch::now() >= due && !lines.is_busy(which)) {
      all[which].go_on(due, into, [] {});
      ++i;
    } else {
      lines.listen(std::chrono::milliseconds{0});
    }
  }
  lines.finish();
}

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
  set_up(lines);
  const auto headers = signed_in(lines, "sophie");
  auto all = std::vector<chain>{};
  for (auto i = std::size_t{0}; i < connections; ++i)
    all.emplace_back(lines, i, headers);
  auto p99 = std::vector<double>{};
  auto disk_p99 = std::vector<double>{};
  auto rate = std::vector<double>{};
  auto theirs = std::vector<double>{};
  for (auto i = 0; i < rounds; ++i) {
    auto found = findings{};
    offer(lines, all, found);
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
