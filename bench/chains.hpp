// Visitors one after the other at the counters of many offices: ticket, call,
// start, finish, each over a line of its own.

#pragma once

#include "bench/http_lines.hpp"
#include "bench/measure.hpp"

#include <functional>
#include <string>
#include <vector>

namespace suivant::bench {

/// In microseconds, from when it was due.
struct findings {
  std::vector<double> calls;
  std::vector<double> all;
};

/// One visitor after the other at one counter of one office, over one line.
class chain {
public:
  /// `offices` share the lines; two lines an office at most.
  chain(http_lines& lines, std::size_t line, std::size_t offices,
        const std::string& headers)
      : lines_{lines}, line_{line}, offices_{offices}, headers_{headers} {}

  /// Asks the next command, which was due at `due`; `then` once answered.
  void go_on(watch::time_point due, findings& into, std::function<void()> then);

private:
  std::string next() const;
  void note(const http_answer& it, watch::time_point due, bool is_call,
            findings& into);

  http_lines& lines_;
  std::size_t line_;
  std::size_t offices_;
  const std::string& headers_;
  std::uint64_t visit_ = 0;
  int step_ = 0;
};

/// Asks on line 0, and waits; ends the bench if it is not answered with 200.
void ask_or_end(http_lines& lines, const std::string& request);

/// Offices "town-0" and so on, each with somebody at counters 1 and 2.
void set_up_towns(http_lines& lines, std::size_t offices);

/// So many commands a second, whether or not the server keeps up.
void offer(http_lines& lines, std::vector<chain>& all, findings& into,
           std::size_t a_second, std::size_t seconds);

} // namespace suivant::bench
