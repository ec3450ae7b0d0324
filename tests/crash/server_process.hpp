// The program as a process of its own, to be ended at any moment. Knows how
// to start it, hear that it is ready, and kill it.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include <sys/types.h>

namespace suivant::tests {

class server_process {
public:
  /// `settings`: a file of them; empty for none. `port` 0: any.
  explicit server_process(const std::filesystem::path& folder,
                          const std::string& settings = {},
                          std::uint16_t port = 0);
  ~server_process();
  server_process(const server_process&) = delete;
  server_process& operator=(const server_process&) = delete;

  /// Whether it has come to listen; false when it ended before.
  bool is_ready();

  /// Ends it as a power cut would, `after` it has had some time.
  void kill(std::chrono::milliseconds after = {});

  std::uint16_t port() const {
    return port_;
  }

private:
  std::uint16_t port_;
  pid_t id_ = 0;
  int hear_ = -1;
};

} // namespace suivant::tests
