// Runs the storage writer as a process of its own. Knows only how to start
// it, ask it, hear it and end it.

#pragma once

#include "storage/log.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <csignal>
#include <filesystem>
#include <optional>

#include <sys/wait.h>
#include <unistd.h>

namespace suivant::tests {

class writer_process {
public:
  writer_process(const std::filesystem::path& folder, const char* pace) {
    auto to_it = std::array<int, 2>{};
    auto from_it = std::array<int, 2>{};
    BOOST_REQUIRE(::pipe(to_it.data()) == 0 && ::pipe(from_it.data()) == 0);
    const auto name = folder.string();
    id_ = ::fork();
    if (id_ == 0) {
      ::dup2(to_it[0], STDIN_FILENO);
      ::dup2(from_it[1], STDOUT_FILENO);
      for (const auto end : {to_it[0], to_it[1], from_it[0], from_it[1]})
        ::close(end);
      ::execl(SUIVANT_STORAGE_WRITER, "storage_writer", name.c_str(), pace,
              nullptr);
      ::_exit(127);
    }
    BOOST_REQUIRE(id_ > 0);
    ::close(to_it[0]);
    ::close(from_it[1]);
    ask_ = to_it[1];
    hear_ = from_it[0];
  }

  writer_process(const writer_process&) = delete;
  writer_process& operator=(const writer_process&) = delete;

  ~writer_process() {
    kill();
    ::close(ask_);
    ::close(hear_);
  }

  /// The next acknowledged number; nothing once the process has ended.
  std::optional<storage::record_number> hear() {
    auto number = storage::record_number{};
    const auto got = ::read(hear_, &number, sizeof number);
    return got == sizeof number ? std::optional{number} : std::nullopt;
  }

  std::optional<storage::record_number> ask() {
    BOOST_REQUIRE(::write(ask_, "?", 1) == 1);
    return hear();
  }

  void kill() {
    if (id_ <= 0)
      return;
    ::kill(id_, SIGKILL);
    ::waitpid(id_, nullptr, 0);
    id_ = 0;
  }

private:
  pid_t id_ = 0;
  int ask_ = -1;
  int hear_ = -1;
};

} // namespace suivant::tests
