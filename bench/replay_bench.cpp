// How fast an office is found again in its log: all of it from the first fact,
// from a snapshot and what came after, and as it was at an instant. One core.
//
//   replay_bench [FOLDER [FACTS]]

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "bench/measure.hpp"
#include "bench/story.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parser.hpp>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

using namespace suivant;
using namespace suivant::bench;

constexpr auto rounds = 3;
constexpr auto visits_a_day = 2'000;
constexpr auto tail_facts = office::fact_number{2'500};
const auto town = office_id{"town"};
const auto one_day = office_id{"one-day"};

template <class T>
T must(storage::result<T> it) {
  if (!it) {
    std::fprintf(stderr, "%s\n", it.why().detail.c_str());
    std::exit(1);
  }
  return std::move(*it);
}

void write(storage::log& log, const office_id& office, story& told) {
  auto records = told.take_records();
  const auto last_seen = told.now().last_fact - records.size();
  must(
      log.commit({{office::stream_of(office), last_seen, std::move(records)}}));
}

// Days until there are enough facts, and a snapshot somewhat before the end.
office::fact_number write_days(storage::log& log, office::fact_number facts) {
  auto told = story{};
  while (told.now().last_fact + tail_facts < facts) {
    told.tell_day(visits_a_day);
    write(log, town, told);
  }
  const auto stream = office::stream_of(town);
  const auto end = must(log.end_of(stream));
  must(log.keep_snapshot(stream, {end, office::to_json(told.now())}));
  told.tell_day(static_cast<int>(tail_facts / 4));
  write(log, town, told);
  return told.now().last_fact;
}

template <class Work>
double seconds_for(Work work) {
  const auto start = watch::now();
  work();
  return seconds_since(start);
}

/// Seconds for all facts, by how much is done with each.
struct passes {
  std::vector<double> read;
  std::vector<double> parsed; // By the JSON library alone: the peer.
  std::vector<double> decoded;
  std::vector<double> evolved;
};

double read_only(const storage::log& log) {
  return seconds_for([&] {
    auto bytes = std::size_t{0};
    must(log.read(office::stream_of(town), 1,
                  [&](auto, auto record, const auto&) {
                    bytes += record.size();
                    return true;
                  }));
  });
}

double read_and_parse(const storage::log& log) {
  auto parser = boost::json::parser{};
  static unsigned char memory[16 * 1024];
  return seconds_for([&] {
    must(log.read(
        office::stream_of(town), 1, [&](auto, auto record, const auto&) {
          auto values = boost::json::monotonic_resource{memory, sizeof memory};
          parser.reset(&values);
          parser.write(record.data(), record.size());
          return parser.release().is_object();
        }));
  });
}

double read_and_decode(const storage::log& log) {
  return seconds_for([&] {
    auto last = office::fact_number{0};
    must(office::read_facts(log, town, 1, [&](const office::fact& it) {
      last = it.number;
      return true;
    }));
  });
}

double replay(const storage::log& log, std::string& hash) {
  auto now = office::state{};
  const auto spent = seconds_for([&] {
    must(office::read_facts(log, town, 1, [&](office::fact&& it) {
      office::evolve(now, std::move(it));
      return true;
    }));
  });
  hash = office::state_hash(now);
  return spent;
}

std::vector<double> each_of(const std::vector<double>& values, auto change) {
  auto changed = std::vector<double>{};
  for (const auto value : values)
    changed.push_back(change(value));
  return changed;
}

void print_passes(const passes& it, office::fact_number facts) {
  const auto count = static_cast<double>(facts);
  const auto rate = [&](double seconds) { return count / seconds; };
  const auto less = [&](const std::vector<double>& before) {
    return [&](double seconds) {
      return (seconds - median(before)) * 1e9 / count;
    };
  };
  print({"replay from the first fact",
         "facts/s",
         each_of(it.evolved, rate),
         {aim::kind::at_least, 1'000'000}});
  print({"of it: reading", "ns a fact",
         each_of(it.read, [&](double all) { return all * 1e9 / count; })});
  print({"of it: decoding",
         "ns a fact",
         each_of(it.decoded, less(it.read)),
         {},
         "Boost.JSON's parser alone",
         each_of(it.parsed, less(it.read))});
  print({"of it: making it part of the state", "ns a fact",
         each_of(it.evolved, less(it.decoded))});
}

void whole_replay(const storage::log& log, office::fact_number facts) {
  auto all = passes{};
  const auto told = office::state_hash(must(office::newest_state(log, town)));
  for (auto i = 0; i < rounds; ++i) {
    all.read.push_back(read_only(log));
    all.parsed.push_back(read_and_parse(log));
    all.decoded.push_back(read_and_decode(log));
    auto hash = std::string{};
    all.evolved.push_back(replay(log, hash));
    if (hash != told) {
      std::fputs("replay and snapshot do not agree\n", stderr);
      std::exit(1);
    }
  }
  print_passes(all, facts);
}

void starts(const storage::log& log) {
  auto from_snapshot = std::vector<double>{};
  auto at_noon = std::vector<double>{};
  const auto noon
      = instant{first_day + std::chrono::days{1}} + std::chrono::hours{14};
  for (auto i = 0; i < rounds; ++i) {
    from_snapshot.push_back(
        1e3 * seconds_for([&] { must(office::newest_state(log, town)); }));
    at_noon.push_back(
        1e3 * seconds_for([&] { must(office::state_at(log, one_day, noon)); }));
  }
  print({"the newest state, from a snapshot and 2,500 facts", "ms",
         from_snapshot});
  print({"the state at an instant of a day of 2,000 visits", "ms", at_noon});
}

} // namespace

int main(int count, char** words) {
  const auto place = scratch{count, words};
  const auto wanted = count > 2 ? std::strtoull(words[2], nullptr, 10)
                                : office::fact_number{1'000'000};
  const auto log = std::make_unique<storage::log>(
      must(storage::log::open(place.path() / "data")));
  const auto facts = write_days(*log, wanted);
  auto day = story{};
  day.tell_day(visits_a_day);
  write(*log, one_day, day);
  whole_replay(*log, facts);
  starts(*log);
  const auto state = must(office::newest_state(*log, town));
  print({"memory with " + std::to_string(facts) + " facts replayed",
         "MB",
         {own_bytes() / 1e6}});
}
