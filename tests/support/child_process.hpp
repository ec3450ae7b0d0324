// Another program that a test needs: started, spoken to, listened to, ended.

#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

namespace suivant::tests {

class child_process {
public:
  /// `words`: the program, looked for as a shell does, and what it is told.
  child_process(std::vector<std::string> words,
                const std::filesystem::path& folder);
  /// Ends it, also against its will.
  ~child_process();
  child_process(const child_process&) = delete;
  child_process& operator=(const child_process&) = delete;

  /// One line to its standard input.
  void say(const std::string& line);

  /// Waits until it has said so many lines that contain `part`, or any line if
  /// that is empty; fails the test if it does not. Gives them.
  std::vector<std::string> heard(const std::string& part, std::size_t count);
  std::vector<std::string> so_far(const std::string& part) const;

  /// Asks it to end, and waits until it has.
  void stop();

private:
  void listen();
  std::vector<std::string> having(const std::string& part) const;

  pid_t id_ = 0;
  int ask_ = -1;
  int hear_ = -1;
  mutable std::mutex guard_;
  std::condition_variable comes_;
  std::vector<std::string> lines_;
  bool ended_ = false;
  std::thread thread_;
};

/// A port that nobody listens on just now.
std::uint16_t free_port();

} // namespace suivant::tests
