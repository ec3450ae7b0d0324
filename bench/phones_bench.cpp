// Ten thousand people wait in one line, each with a ticket's page open: what
// each costs in memory, and what it takes to tell all of them of a call. The
// floor and nchan, which bench/run starts, send a text of that size beside it.
//
//   phones_bench FOLDER FLOOR-PORT FLOOR-PID NCHAN-PORT NCHAN-PID [PHONES]

#include "actors/office/office_json.hpp"
#include "bench/fanout/crowd.hpp"
#include "bench/http_lines.hpp"
#include "bench/measure.hpp"
#include "bench/server_process.hpp"
#include "bench/story.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include <sched.h>

namespace {

using namespace suivant;
using namespace suivant::bench;

constexpr auto rounds = 3;
constexpr auto calls_a_round = std::size_t{20};
constexpr auto frame_bytes = std::size_t{90}; // As long as ours about a line.

/// Somebody who can tell everybody, and the work of it.
struct speaker {
  std::uint16_t port = 0;
  std::string process;
  std::string path; // Where phones listen.
  std::vector<double> us_per_delivery;
  std::vector<double> p50_ms;
  std::vector<double> p99_ms;
};

void keep_to_processor(int which) {
  auto processors = cpu_set_t{};
  CPU_ZERO(&processors);
  CPU_SET(which, &processors);
  ::sched_setaffinity(0, sizeof processors, &processors);
}

void must_be_good(const http_answer& it) {
  if (it.status / 100 == 2)
    return;
  fmt::print(stderr, "{} {}\n", it.status, it.body);
  std::exit(1);
}

void ask(http_lines& lines, const std::string& request) {
  lines.ask(0, request, must_be_good);
}

/// The town hall: one long line, somebody who calls.
class town {
public:
  explicit town(const server_process& server)
      : lines_{server.port(), 64}, adam_{signed_in(lines_, "adam")},
        sophie_{signed_in(lines_, "sophie")} {
    const auto setup = boost::json::serialize(office::to_json(town_hall()));
    ask(lines_,
        http_request("PUT", "/api/v1/offices/town/setup", adam_, setup));
    lines_.finish();
    command("sign-in", R"({"counter":"1","agent":"amelie"})");
    lines_.finish();
  }

  /// Everybody takes a ticket from a phone; the links to their pages.
  std::vector<std::string> take_tickets(std::size_t count) {
    auto links = std::vector<std::string>{};
    auto next = std::function<void(std::size_t)>{};
    auto asked = std::size_t{0};
    next = [&](std::size_t line) {
      if (asked == count)
        return;
      const auto key
          = fmt::format("Idempotency-Key: phone-{:020}\r\n", ++asked);
      lines_.ask(line,
                 http_request("POST", "/api/v1/offices/town/tickets", key,
                              R"({"service":"passports","language":"fr"})"),
                 [&, line](const http_answer& it) {
                   must_be_good(it);
                   links.push_back(it.member("token"));
                   next(line);
                 });
    };
    for (auto i = std::size_t{0}; i < lines_.size(); ++i)
      next(i);
    lines_.finish();
    return links;
  }

  void call_next() {
    command("call-next", R"({"counter":"1"})");
  }

  /// Whoever was called has gone: the counter is free, the line as it was.
  void free_counter() {
    ++called_;
    command("mark-absent", fmt::format(R"({{"visit":{{"id":{}}}}})", called_));
    lines_.finish();
  }

  http_lines& lines() {
    return lines_;
  }

private:
  void command(std::string_view name, std::string_view body) {
    ask(lines_,
        http_request("POST",
                     fmt::format("/api/v1/offices/town/commands/{}", name),
                     fmt::format("{}Idempotency-Key: {}-{:020}\r\n", sophie_,
                                 name, ++asked_),
                     body));
  }

  http_lines lines_;
  std::string adam_;
  std::string sophie_;
  std::uint64_t asked_ = 0;
  std::uint64_t called_ = 0; // Tickets are called in the order of taking.
};

int crowds = 0; // Each comes from an address of its own.

void connect(crowd& people, std::size_t count) {
  if (people.connect(std::vector<int>(count, 0)))
    return;
  fmt::print(stderr, "not everybody could connect\n");
  std::exit(1);
}

void read_until_quiet(crowd& people, http_lines& lines) {
  for (auto last = watch::now(); seconds_since(last) < 0.1;) {
    const auto before = people.all.count();
    people.read(std::chrono::milliseconds{5});
    lines.listen(std::chrono::milliseconds{0});
    if (people.all.count() != before)
      last = watch::now();
  }
}

/// Speaks again and again, each time once all have heard it.
template <class Speak, class Afterwards>
void broadcast(crowd& people, http_lines& lines, std::size_t listeners,
               speaker& by, Speak speak, Afterwards afterwards) {
  auto begun = std::uint64_t{0};
  people.due_of = [&](std::string_view text) -> std::optional<std::uint64_t> {
    if (text.starts_with("T") || text.starts_with(R"({"topic":"line/)"))
      return begun;
    return std::nullopt;
  };
  auto heard = delays{};
  auto spent = 0.0;
  read_until_quiet(people, lines);
  for (auto i = std::size_t{0}; i < calls_a_round; ++i) {
    people.all.clear();
    const auto before = processor_time(by.process);
    begun = now();
    speak();
    while (people.all.count() < listeners && now() - begun < 5'000'000'000) {
      people.read(std::chrono::milliseconds{1});
      lines.listen(std::chrono::milliseconds{0});
    }
    spent += processor_time(by.process) - before;
    heard.add(people.all);
    lines.finish();
    afterwards();
    read_until_quiet(people, lines);
  }
  by.us_per_delivery.push_back(spent / 1e3
                               / static_cast<double>(heard.count()));
  by.p50_ms.push_back(heard.at(0.5));
  by.p99_ms.push_back(heard.at(0.99));
}

void broadcast_by(speaker& other, std::size_t phones) {
  auto people = crowd{other.port, other.path, ++crowds};
  connect(people, phones);
  auto lines = http_lines{other.port, 1};
  const auto text = stamped(0, frame_bytes);
  broadcast(
      people, lines, phones, other,
      [&] { ask(lines, http_request("POST", "/pub/0", {}, text)); }, [] {});
}

/// In bytes for each phone.
struct memory {
  double ticket = 0;
  double connection = 0;
};

void broadcast_by_us(speaker& us, town& office,
                     const std::vector<std::string>& links, std::size_t gone,
                     memory* measured) {
  auto people = crowd{us.port, us.path, ++crowds};
  people.greeting = [&](std::size_t phone) {
    return fmt::format(R"({{"subscribe":"visit","token":"{}"}})", links[phone]);
  };
  people.due_of = [](std::string_view text) -> std::optional<std::uint64_t> {
    if (text.starts_with(R"({"topic":"visit")"))
      return 0;
    return std::nullopt;
  };
  const auto before = own_bytes(us.process);
  connect(people, links.size());
  const auto begun = watch::now();
  while (people.all.count() < links.size()) {
    people.read(std::chrono::milliseconds{10});
    if (seconds_since(begun) > 30) {
      fmt::print(stderr, "{} of {} pages were shown their ticket\n",
                 people.all.count(), links.size());
      std::exit(1);
    }
  }
  if (measured != nullptr)
    measured->connection
        = (own_bytes(us.process) - before) / static_cast<double>(links.size());
  // Who was called already hears of the line no more.
  broadcast(
      people, office.lines(), links.size() - gone - calls_a_round, us,
      [&] { office.call_next(); }, [&] { office.free_counter(); });
}

void print_all(const speaker& floor, const speaker& nchan, const speaker& us,
               const memory& each) {
  print({"one call told to 10,000 phones: server's processor time",
         "µs a delivery",
         us.us_per_delivery,
         {aim::kind::ratio_at_most, 1.15},
         "plain send() to each",
         floor.us_per_delivery});
  print({"the same",
         "µs a delivery",
         us.us_per_delivery,
         {aim::kind::ratio_at_most, 1 / 1.5},
         "nginx with nchan",
         nchan.us_per_delivery});
  print({"from the agent's click to the phone, p50",
         "ms",
         us.p50_ms,
         {},
         "plain send(), nothing stored",
         floor.p50_ms});
  print({"from the agent's click to the phone, p99",
         "ms",
         us.p99_ms,
         {},
         "plain send(), nothing stored",
         floor.p99_ms});
  print({"the same", "ms", us.p99_ms, {}, "nginx with nchan", nchan.p99_ms});
  print({"memory of a ticket: visit, session, line", "bytes", {each.ticket}});
  print({"memory of a phone's connection and subscription",
         "bytes",
         {each.connection}});
  print({"memory of a phone in all",
         "bytes",
         {each.ticket + each.connection},
         {aim::kind::at_most, 2'048}});
}

} // namespace

int main(int count, char** words) {
  if (count < 6) {
    fmt::print(stderr, "its words stand at the top of its source\n");
    return 2;
  }
  const auto phones = std::size_t(count > 6 ? std::atoi(words[6]) : 10'000);
  const auto place = scratch{count, words};
  const auto port
      = [&](int word) { return std::uint16_t(std::atoi(words[word])); };
  auto floor = speaker{port(2), words[3], "/sub/%d"};
  auto nchan = speaker{port(4), words[5], "/sub/%d"};
  const auto server
      = server_process{place.path() / "data", {"--demo-accounts"}};
  server.wait_until_ready();
  server.keep_to_processor(0);
  keep_to_processor(1);
  auto us = speaker{server.port(), server.id(), "/live?%d"};
  auto office = town{server};
  const auto before = own_bytes(us.process);
  const auto links = office.take_tickets(phones);
  auto each = memory{};
  each.ticket = (own_bytes(us.process) - before) / static_cast<double>(phones);
  for (auto i = std::size_t{0}; i < rounds; ++i) {
    broadcast_by(floor, phones);
    broadcast_by(nchan, phones);
    broadcast_by_us(us, office, links, i * calls_a_round,
                    i == 0 ? &each : nullptr);
  }
  print_all(floor, nchan, us, each);
}
