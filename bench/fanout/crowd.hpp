// Thousands of phones in one process: sockets, half-read bytes, and what
// arrived when. Loopback only.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace suivant::bench {

/// Nanoseconds that both ends of a message on this machine agree on.
std::uint64_t now();

/// The text that measures its own way: "T", 16 hexadecimal digits of the time
/// it was due, then padding.
std::string stamped(std::uint64_t due, std::size_t size);
/// When such a text was due; nothing for any other.
std::optional<std::uint64_t> stamp_of(std::string_view text);

/// Delays, in nanoseconds, as they arrive.
class delays {
public:
  void note(std::uint64_t delay) {
    seen_.push_back(delay);
  }
  std::size_t count() const {
    return seen_.size();
  }
  void clear() {
    seen_.clear();
  }
  void add(const delays& others) {
    seen_.insert(seen_.end(), others.seen_.begin(), others.seen_.end());
  }
  /// In milliseconds.
  double at(double share);

private:
  std::vector<std::uint64_t> seen_;
};

class crowd {
public:
  /// `path` has a %d for the topic.
  crowd(std::uint16_t port, std::string path, int run);
  ~crowd();

  crowd(const crowd&) = delete;
  crowd& operator=(const crowd&) = delete;

  /// Connects one phone per entry, to that topic; false if some failed.
  bool connect(const std::vector<int>& topics);

  /// Reads what has come, waiting at most this long. What was sent to one of
  /// the first `personal` phones is noted apart.
  void read(std::chrono::microseconds most, std::size_t personal = 0);

  delays all;
  delays mine;

  /// What each phone says as soon as it is connected. May be empty.
  std::function<std::string(std::size_t phone)> greeting;
  /// When a text was due; nothing for one that does not count.
  std::function<std::optional<std::uint64_t>(std::string_view)> due_of
      = stamp_of;

private:
  struct phone {
    int descriptor = -1;
    bool open = false;
    std::string rest; // A frame that has not arrived whole.
  };

  bool begin(int topic);
  void take(std::size_t which, std::string_view bytes, std::uint64_t at,
            bool personal);

  std::uint16_t port_;
  std::string path_;
  std::uint32_t from_; // Another loopback address for each run.
  int epoll_;
  std::vector<phone> phones_;
  std::size_t open_ = 0;
  std::size_t failed_ = 0;
};

} // namespace suivant::bench
