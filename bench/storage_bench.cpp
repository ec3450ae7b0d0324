// How fast the log commits and replays, beside the disk's own sync and
// RocksDB's own bench in the same run. Prints one JSON object a line.

#include "storage/log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace storage = suivant::storage;

namespace {

namespace fs = std::filesystem;
using watch = std::chrono::steady_clock;

constexpr auto record_bytes = std::size_t{250};
constexpr auto rounds = 5;
constexpr auto commits = 200; // In each round.
constexpr auto replayed = std::size_t{1'000'000};

// All rounds of one kind, taken in turn with the others so that a disk or
// neighbours in a bad mood slow down each of them alike.
struct timings {
  std::vector<double> each_us;
  std::vector<double> per_second; // One a round.
};

double seconds_since(watch::time_point start) {
  return std::chrono::duration<double>(watch::now() - start).count();
}

// The work says whether it went well; a bench of failures would be fast.
template <class Work>
void measure(timings& into, int times, Work work) {
  const auto start = watch::now();
  for (auto i = 0; i < times; ++i) {
    const auto before = watch::now();
    if (!work()) {
      fmt::print(stderr, "the work failed\n");
      std::exit(1);
    }
    into.each_us.push_back(seconds_since(before) * 1e6);
  }
  into.per_second.push_back(times / seconds_since(start));
}

double at_share(std::vector<double> values, double share) {
  std::ranges::sort(values);
  const auto last = static_cast<double>(values.size() - 1);
  return values.empty() ? 0 : values[static_cast<std::size_t>(last * share)];
}

double median(const std::vector<double>& values) {
  return at_share(values, 0.5);
}

void disk_alone(timings& into, const fs::path& place, std::size_t bytes) {
  const auto file = ::open((place / "plain").c_str(),
                           O_CREAT | O_TRUNC | O_WRONLY | O_APPEND, 0600);
  const auto text = std::string(bytes, 'x');
  measure(into, commits, [&] {
    return ::write(file, text.data(), bytes) == static_cast<ssize_t>(bytes)
           && ::fdatasync(file) == 0;
  });
  ::close(file);
}

// Half of it compresses, as JSON with sealed parts does.
std::string record_of(std::size_t seed) {
  auto record = std::string(record_bytes, 'x');
  for (auto i = std::size_t{0}; i < record_bytes / 2; ++i) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    record[i] = static_cast<char>(seed >> 56);
  }
  return record;
}

// One record each for many offices, or many for one: both are one commit.
std::vector<storage::addition> additions(std::size_t streams,
                                         std::size_t batch) {
  auto wanted = std::vector<storage::addition>{};
  for (auto i = std::size_t{0}; i < streams; ++i) {
    auto& it = wanted.emplace_back();
    it.stream = fmt::format("office/{}-{}-{}", streams, batch, i);
    for (auto r = std::size_t{0}; r < batch / streams; ++r)
      it.records.push_back(record_of(i + r));
  }
  return wanted;
}

bool commit_next(storage::log& log, std::vector<storage::addition>& wanted) {
  const auto committed = log.commit(wanted);
  for (auto& it : wanted)
    it.last_seen += it.records.size();
  return bool{committed};
}

std::string db_bench_command(const fs::path& place, std::size_t batch) {
  return fmt::format(
      "db_bench --benchmarks=fillseq --sync=1 --threads=1 "
      "--batch_size={} --num={} --key_size=24 --value_size={} "
      "--compression_type=lz4 --compression_ratio=0.5 --db={}",
      batch, commits * batch, record_bytes + 32, (place / "db_bench").string());
}

// Records a second; adds nothing if RocksDB's bench is not installed.
void db_bench(timings& into, const std::string& command) {
  const auto quiet = command + " 2>/dev/null";
  const auto pipe = std::unique_ptr<FILE, int (*)(FILE*)>{
      ::popen(quiet.c_str(), "r"), ::pclose};
  auto line = std::string(400, '\0');
  while (pipe && std::fgets(line.data(), 400, pipe.get()) != nullptr) {
    auto micros = 0.0;
    auto rate = 0.0;
    if (std::sscanf(line.c_str(), "fillseq : %lf micros/op %lf ops/sec",
                    &micros, &rate)
        == 2)
      into.per_second.push_back(rate);
  }
}

void compare(const fs::path& place, storage::log& log, std::size_t streams,
             std::size_t batch) {
  auto disk = timings{};
  auto ours = timings{};
  auto theirs = timings{};
  auto wanted = additions(streams, batch);
  const auto command = db_bench_command(place, batch);
  for (auto i = 0; i < rounds; ++i) {
    disk_alone(disk, place, batch * record_bytes);
    measure(ours, commits, [&] { return commit_next(log, wanted); });
    db_bench(theirs, command);
  }
  const auto rate = median(ours.per_second) * static_cast<double>(batch);
  const auto their_rate = median(theirs.per_second);
  const auto p50 = median(ours.each_us);
  const auto p99 = at_share(ours.each_us, 0.99);
  const auto disk_p50 = median(disk.each_us);
  const auto disk_p99 = at_share(disk.each_us, 0.99);
  fmt::print(R"({{"bench":"commit","batch":{},"streams":{},)"
             R"("commits_per_s":{:.0f},"records_per_s":{:.0f},)"
             R"("p50_us":{:.0f},"p99_us":{:.0f},)"
             R"("disk_p50_us":{:.0f},"disk_p99_us":{:.0f},)"
             R"("p50_to_disk":{:.2f},"p99_to_disk":{:.2f},)",
             batch, streams, median(ours.per_second), rate, p50, p99, disk_p50,
             disk_p99, p50 / disk_p50, p99 / disk_p99);
  if (!theirs.per_second.empty())
    fmt::print(R"("db_bench_records_per_s":{:.0f},"to_db_bench":{:.2f},)",
               their_rate, rate / their_rate);
  fmt::print(R"("db_bench":"{}"}})"
             "\n",
             command);
  std::fflush(stdout);
}

// In kilobytes; the line of /proc that starts with `name`.
long memory(const std::string& name) {
  auto in = std::ifstream{"/proc/self/status"};
  for (auto line = std::string{}; std::getline(in, line);)
    if (line.starts_with(name))
      return std::strtol(line.c_str() + name.size(), nullptr, 10);
  return 0;
}

void replay(storage::log& log) {
  constexpr auto at_once = std::size_t{5'000};
  auto filling = timings{};
  auto wanted = additions(1, at_once);
  const auto stream = wanted[0].stream;
  measure(filling, static_cast<int>(replayed / at_once),
          [&] { return commit_next(log, wanted); });
  auto bytes = std::size_t{0};
  auto start = watch::now();
  const auto read = log.read(stream, 1, [&](auto, auto record, const auto&) {
    bytes += record.size();
    return true;
  });
  const auto reading = seconds_since(start);
  start = watch::now();
  const auto verified = log.verify(stream);
  const auto verifying = seconds_since(start);
  const auto whole = read && verified && bytes == replayed * record_bytes;
  fmt::print(R"({{"bench":"replay","whole":{},"records":{},)"
             R"("read_per_s":{:.0f},"verify_per_s":{:.0f}}})"
             "\n",
             whole, replayed, static_cast<double>(replayed) / reading,
             static_cast<double>(replayed) / verifying);
}

void print_memory(const char* after) {
  fmt::print(R"({{"bench":"memory","after":"{}","rss_kb":{},"peak_kb":{}}})"
             "\n",
             after, memory("VmRSS:"), memory("VmHWM:"));
}

} // namespace

int main(int count, char** words) {
  const auto place = fs::path{count > 1 ? words[1] : "."}
                     / fmt::format("storage-bench-{}", ::getpid());
  fs::create_directories(place);
  {
    auto opened = storage::log::open(place / "data");
    if (!opened) {
      fmt::print(stderr, "{}\n", opened.why().detail);
      return 1;
    }
    print_memory("opening");
    for (const auto batch : {1u, 10u, 100u})
      compare(place, *opened, 1, batch);
    compare(place, *opened, 100, 100);
    print_memory("commits");
    replay(*opened);
    print_memory("replay");
  }
  fs::remove_all(place);
}
