#include "bench/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace suivant::bench {
namespace {

namespace fs = std::filesystem;

// Three figures that count, whatever the size.
std::string number(double value) {
  if (value >= 100)
    return fmt::format("{:.0f}", value);
  return fmt::format("{:.3g}", value);
}

std::string words_for(const aim& it) {
  switch (it.is) {
  case aim::kind::none:
    return {};
  case aim::kind::ratio_at_most:
    return fmt::format("≤ {:.3g} ×", it.limit);
  case aim::kind::ratio_at_least:
    return fmt::format("≥ {:.3g} ×", it.limit);
  case aim::kind::at_most:
    return fmt::format("≤ {:.10g}", it.limit);
  case aim::kind::at_least:
    return fmt::format("≥ {:.10g}", it.limit);
  }
  return {};
}

bool is_met(const aim& it, double value, double ratio) {
  switch (it.is) {
  case aim::kind::none:
    return true;
  case aim::kind::ratio_at_most:
    return ratio <= it.limit;
  case aim::kind::ratio_at_least:
    return ratio >= it.limit;
  case aim::kind::at_most:
    return value <= it.limit;
  case aim::kind::at_least:
    return value >= it.limit;
  }
  return true;
}

} // namespace

double seconds_since(watch::time_point start) {
  return std::chrono::duration<double>(watch::now() - start).count();
}

double at_share(std::vector<double> values, double share) {
  if (values.empty())
    return 0;
  std::ranges::sort(values);
  const auto last = static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(last * share)];
}

double median(const std::vector<double>& values) {
  return at_share(values, 0.5);
}

void print(const figure& it) {
  const auto ours = median(it.ours);
  const auto theirs = median(it.theirs);
  const auto ratio = theirs > 0 ? ours / theirs : 0;
  auto line = fmt::format(
      R"({{"figure":"{}","unit":"{}","ours":{},"least":{},"most":{})", it.what,
      it.unit, number(ours), number(at_share(it.ours, 0)),
      number(at_share(it.ours, 1)));
  if (theirs > 0)
    line += fmt::format(R"(,"peer":"{}","theirs":{},"ratio":{:.2f})", it.peer,
                        number(theirs), ratio);
  if (it.aim.is != aim::kind::none)
    line += fmt::format(R"(,"aim":"{}","met":{})", words_for(it.aim),
                        is_met(it.aim, ours, ratio));
  fmt::print("{}}}\n", line);
  std::fflush(stdout);
}

std::vector<double> disk_alone(const fs::path& place, int times,
                               std::size_t bytes) {
  const auto file = ::open((place / "plain").c_str(),
                           O_CREAT | O_TRUNC | O_WRONLY | O_APPEND, 0600);
  const auto text = std::string(bytes, 'x');
  auto each = std::vector<double>{};
  for (auto i = 0; i < times; ++i) {
    const auto start = watch::now();
    if (::write(file, text.data(), bytes) != static_cast<ssize_t>(bytes)
        || ::fdatasync(file) != 0)
      break;
    each.push_back(seconds_since(start) * 1e6);
  }
  ::close(file);
  return each;
}

double db_bench(const fs::path& place, const db_bench_wish& how) {
  const auto folder = place / "db_bench";
  const auto command = fmt::format(
      "db_bench --benchmarks={} --sync=1 --threads=1 --batch_size={} --num={} "
      "--key_size=24 --value_size={} --compression_type=lz4 "
      "--compression_ratio=0.5 --db={} 2>/dev/null",
      how.how, how.batch, how.commits * how.batch, how.record_bytes,
      folder.string());
  const auto pipe = std::unique_ptr<FILE, int (*)(FILE*)>{
      ::popen(command.c_str(), "r"), ::pclose};
  const auto pattern = how.how + " : %lf micros/op %lf ops/sec";
  auto line = std::string(400, '\0');
  auto found = 0.0;
  while (pipe && std::fgets(line.data(), 400, pipe.get()) != nullptr) {
    auto micros = 0.0;
    auto rate = 0.0;
    if (std::sscanf(line.c_str(), pattern.c_str(), &micros, &rate) == 2)
      found = rate;
  }
  fs::remove_all(folder);
  return found;
}

namespace {

struct memory_pages {
  double size = 0;
  double resident = 0;
  double of_files = 0;
};

memory_pages pages_of(const std::string& process) {
  auto memory = std::ifstream{"/proc/" + process + "/statm"};
  auto pages = memory_pages{};
  memory >> pages.size >> pages.resident >> pages.of_files;
  return pages;
}

double bytes_in(double pages) {
  return pages * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

} // namespace

double resident_bytes(const std::string& process) {
  return bytes_in(pages_of(process).resident);
}

double own_bytes(const std::string& process) {
  const auto pages = pages_of(process);
  return bytes_in(pages.resident - pages.of_files);
}

double processor_time(const std::string& process) {
  auto total = 0.0;
  for (const auto& task :
       fs::directory_iterator{"/proc/" + process + "/task"}) {
    auto spent = 0.0;
    std::ifstream{task.path() / "schedstat"} >> spent;
    total += spent;
  }
  return total;
}

scratch::scratch(int count, char** words)
    : path_{fs::absolute(fs::path{count > 1 ? words[1] : "."})
            / fmt::format("bench-{}", ::getpid())} {
  fs::create_directories(path_);
}

scratch::~scratch() {
  fs::remove_all(path_);
}

} // namespace suivant::bench
