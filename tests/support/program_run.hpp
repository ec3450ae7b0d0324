// Runs the built program as people do, and keeps what it says. Knows none of
// its commands.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace suivant::tests {

struct program_said {
  int code = -1; // What it told the shell.
  std::string out;
  std::string err;
};

/// Runs `suivant` with these words, gives it `input` to read, and waits.
program_said run_program(const std::vector<std::string>& words,
                         const std::string& input = "");

/// One that goes on running until it is stopped.
class running_program {
public:
  explicit running_program(const std::vector<std::string>& words);
  running_program(const running_program&) = delete;
  running_program& operator=(const running_program&) = delete;
  ~running_program();

  /// What it has said so far, once `expected` is part of it; gives up after
  /// half a minute.
  std::string said_until(const std::string& expected);
  /// Asks it to stop, as Ctrl-C does, and waits for its code.
  int stop();

private:
  int id_ = 0;
  int hear_ = -1;
  std::string heard_;
};

} // namespace suivant::tests
