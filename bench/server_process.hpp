// The built program, running as in a town hall, in a process of its own.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace suivant::bench {

class server_process {
public:
  /// `suivant serve` on this folder. Returns at once.
  explicit server_process(const std::filesystem::path& data,
                          std::vector<std::string> more = {});
  /// Asks it to stop, and waits.
  ~server_process();
  server_process(const server_process&) = delete;
  server_process& operator=(const server_process&) = delete;

  /// Asks /readyz again and again until it says yes.
  void wait_until_ready() const;

  std::uint16_t port() const {
    return port_;
  }
  /// As /proc calls it.
  std::string id() const {
    return std::to_string(id_);
  }
  /// Binds the server to one processor, so that its load has another.
  void keep_to_processor(int which) const;

private:
  std::uint16_t port_;
  int id_;
};

} // namespace suivant::bench
