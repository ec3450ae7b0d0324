// fork, exec, kill.

#include "tests/crash/server_process.hpp"

#include <array>
#include <csignal>
#include <stdexcept>
#include <string>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace suivant::tests {
namespace {

constexpr auto patience = 60'000; // Milliseconds without a word.

bool is_free(std::uint16_t port) {
  const auto probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto here = sockaddr_in{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  here.sin_port = htons(port);
  const auto yes
      = ::bind(probe, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0;
  ::close(probe);
  return yes;
}

// Below those that the system gives to whoever asks for any, as other tests
// that run beside this one do all the time.
std::uint16_t free_port() {
  static auto tried = static_cast<unsigned>(::getpid()) * 97;
  for (;;) {
    const auto port = static_cast<std::uint16_t>(20'000 + ++tried % 12'000);
    if (is_free(port))
      return port;
  }
}

[[noreturn]] void become_server(const std::string& folder,
                                const std::string& port,
                                const std::string& settings) {
  const auto* more = settings.empty() ? nullptr : "--config";
  ::execl(SUIVANT_PROGRAM, "suivant", "serve", "--data", folder.c_str(),
          "--port", port.c_str(), "--demo-accounts", more, settings.c_str(),
          nullptr);
  ::_exit(127);
}

} // namespace

server_process::server_process(const std::filesystem::path& folder,
                               const std::string& settings,
                               std::uint16_t wanted)
    : port_{wanted != 0 ? wanted : free_port()} {
  const auto name = folder.string();
  const auto port = std::to_string(port_);
  auto ends = std::array<int, 2>{};
  if (::pipe(ends.data()) != 0)
    throw std::runtime_error{"there is no pipe"};
  id_ = ::fork();
  if (id_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    become_server(name, port, settings);
  }
  ::close(ends[1]);
  hear_ = ends[0];
  if (id_ < 0)
    throw std::runtime_error{"there is no process"};
}

server_process::~server_process() {
  kill();
  ::close(hear_);
}

bool server_process::is_ready() {
  auto heard = std::string{};
  while (heard.find("listening on port") == heard.npos) {
    auto word = pollfd{hear_, POLLIN, 0};
    auto bytes = std::array<char, 1024>{};
    if (::poll(&word, 1, patience) != 1)
      return false;
    const auto count = ::read(hear_, bytes.data(), bytes.size());
    if (count <= 0)
      return false;
    heard.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return true;
}

void server_process::kill(std::chrono::milliseconds after) {
  if (id_ <= 0)
    return;
  // Wakes early only if it ends by itself, which a test then finds out.
  auto end = pollfd{hear_, 0, 0};
  ::poll(&end, 1, static_cast<int>(after.count()));
  ::kill(id_, SIGKILL);
  ::waitpid(id_, nullptr, 0);
  id_ = 0;
}

} // namespace suivant::tests
