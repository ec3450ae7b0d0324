// What all benches share: rounds, medians, the machine's own limits measured
// beside ours, and one line of JSON a figure. Knows nothing of Suivant.

#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace suivant::bench {

using watch = std::chrono::steady_clock;

double seconds_since(watch::time_point start);

/// The value below which `share` of them are; 0 for none.
double at_share(std::vector<double> values, double share);
double median(const std::vector<double>& values);

/// What a figure should be, itself or as a ratio to its peer.
struct aim {
  enum class kind { none, ratio_at_most, ratio_at_least, at_most, at_least };

  bench::aim::kind is = kind::none;
  double limit = 0;
};

/// One thing measured, one value a round, beside a peer in the same rounds.
struct figure {
  std::string what;
  std::string unit;
  std::vector<double> ours;
  bench::aim aim;
  std::string peer; // Empty: none.
  std::vector<double> theirs;
};

void print(const figure& it);

/// Microseconds that each of `times` plain writes of so many bytes takes until
/// fdatasync says it is on disk.
std::vector<double> disk_alone(const std::filesystem::path& place, int times,
                               std::size_t bytes);

/// Records a second that RocksDB's own bench writes durably in batches; 0 if
/// it is not installed. `how` is fillseq or fillrandom.
struct db_bench_wish {
  std::string how;
  std::size_t batch = 1;
  std::size_t commits = 200;
  std::size_t record_bytes = 250;
};
double db_bench(const std::filesystem::path& place, const db_bench_wish& how);

/// Of this process or another, as /proc tells.
double resident_bytes(const std::string& process = "self");
/// The same without pages of files: program text comes in as it is first run.
double own_bytes(const std::string& process = "self");
/// Nanoseconds on a processor so far, all threads together.
double processor_time(const std::string& process = "self");

/// A folder that goes away with its owner.
class scratch {
public:
  /// Within the folder that the first word of the command line names.
  scratch(int count, char** words);
  ~scratch();
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;

  const std::filesystem::path& path() const {
    return path_;
  }

private:
  std::filesystem::path path_;
};

} // namespace suivant::bench
