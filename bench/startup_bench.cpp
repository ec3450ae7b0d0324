// How soon the program is there after it was started: with five hundred
// offices, each with a day behind it, and with one; and what memory it takes.
//
//   startup_bench [FOLDER]

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "bench/http_lines.hpp"
#include "bench/measure.hpp"
#include "bench/server_process.hpp"
#include "bench/story.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace suivant;
using namespace suivant::bench;

constexpr auto rounds = 5;
constexpr auto many = 500;
constexpr auto visits_a_day = 200;
constexpr auto waiting = 20; // After the snapshot.

template <class T>
T must(storage::result<T> it) {
  if (!it) {
    fmt::print(stderr, "{}\n", it.why().detail);
    std::exit(1);
  }
  return std::move(*it);
}

std::string name_of(int office) {
  return fmt::format("town-{}", office);
}

// The same day for every office: a snapshot in the evening, then arrivals.
void write_offices(const std::filesystem::path& folder, int count) {
  auto told = story{};
  told.tell_day(visits_a_day);
  const auto day = told.take_records();
  const auto state = office::to_json(told.now());
  told.tell_arrivals(waiting);
  const auto tail = told.take_records();
  auto log = must(storage::log::open(folder));
  for (auto i = 0; i < count; ++i) {
    const auto stream = office::stream_of({name_of(i)});
    must(log.commit({{stream, 0, day}},
                    {{storage::tables::meta, stream, R"({"fr":"Mairie"})"}}));
    const auto evening = must(log.end_of(stream));
    must(log.keep_snapshot(stream, {evening, state}));
    must(log.commit({{stream, day.size(), tail}}));
  }
}

struct start_times {
  std::vector<double> ready_ms;
  std::vector<double> answered_ms; // Until every office has answered once.
  std::vector<double> memory_mb;
};

void start_once(const std::filesystem::path& folder, int offices,
                start_times& into) {
  const auto begun = watch::now();
  const auto running = server_process{folder};
  running.wait_until_ready();
  into.ready_ms.push_back(seconds_since(begun) * 1e3);
  auto lines = http_lines{running.port(), 1};
  for (auto i = 0; i < offices; ++i) {
    lines.ask(0, http_request("GET", "/api/v1/offices/" + name_of(i)),
              [](const http_answer& it) {
                if (it.status != 200) {
                  fmt::print(stderr, "an office answered {}\n", it.status);
                  std::exit(1);
                }
              });
    lines.finish();
  }
  into.answered_ms.push_back(seconds_since(begun) * 1e3);
  into.memory_mb.push_back(resident_bytes(running.id()) / 1e6);
}

} // namespace

int main(int count, char** words) {
  const auto place = scratch{count, words};
  write_offices(place.path() / "many", many);
  auto all = start_times{};
  auto one = start_times{};
  auto none = start_times{};
  for (auto i = 0; i < rounds; ++i) {
    const auto fresh = place.path() / fmt::format("fresh-{}", i);
    const auto single = place.path() / fmt::format("one-{}", i);
    start_once(fresh, 0, none);
    write_offices(single, 1);
    start_once(single, 1, one);
    start_once(place.path() / "many", many, all);
  }
  print(
      {"500 offices: ready", "ms", all.ready_ms, {aim::kind::at_most, 1'000}});
  print({"500 offices: each has answered",
         "ms",
         all.answered_ms,
         {aim::kind::at_most, 1'000}});
  print({"500 offices with 20 waiting in each: memory", "MB", all.memory_mb});
  print({"an empty folder: ready",
         "ms",
         none.ready_ms,
         {aim::kind::at_most, 300}});
  print({"one office: it has answered",
         "ms",
         one.answered_ms,
         {aim::kind::at_most, 300}});
  print({"one office: memory", "MB", one.memory_mb, {aim::kind::at_most, 64}});
}
