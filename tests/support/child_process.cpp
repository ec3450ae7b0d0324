#include "tests/support/child_process.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <csignal>

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace suivant::tests {
namespace {

constexpr auto patience = std::chrono::seconds{20};
constexpr auto grace = 5'000; // Milliseconds to end by itself.

// Never returns: this process becomes the program.
[[noreturn]] void become(std::vector<std::string>& words,
                         const std::filesystem::path& folder) {
  // Sockets of the test's own would stay open there.
  ::close_range(STDERR_FILENO + 1, ~0u, 0);
  auto arguments = std::vector<char*>{};
  for (auto& word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (::chdir(folder.c_str()) == 0)
    ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

// Whether it ends within the grace that it has.
bool ends_by_itself(pid_t id) {
  const auto handle = static_cast<int>(::syscall(SYS_pidfd_open, id, 0));
  if (handle < 0)
    return false;
  auto waiting = pollfd{handle, POLLIN, 0};
  const auto ended = ::poll(&waiting, 1, grace) > 0;
  ::close(handle);
  return ended;
}

} // namespace

child_process::child_process(std::vector<std::string> words,
                             const std::filesystem::path& folder) {
  auto to_it = std::array<int, 2>{};
  auto from_it = std::array<int, 2>{};
  BOOST_REQUIRE(::pipe2(to_it.data(), O_CLOEXEC) == 0);
  BOOST_REQUIRE(::pipe2(from_it.data(), O_CLOEXEC) == 0);
  id_ = ::fork();
  if (id_ == 0) {
    ::dup2(to_it[0], STDIN_FILENO);
    ::dup2(from_it[1], STDOUT_FILENO);
    ::dup2(from_it[1], STDERR_FILENO);
    become(words, folder);
  }
  BOOST_REQUIRE(id_ > 0);
  ::close(to_it[0]);
  ::close(from_it[1]);
  ask_ = to_it[1];
  hear_ = from_it[0];
  thread_ = std::thread{[this] { listen(); }};
}

child_process::~child_process() {
  stop();
}

void child_process::say(const std::string& line) {
  const auto text = line + '\n';
  BOOST_REQUIRE(::write(ask_, text.data(), text.size())
                == static_cast<ssize_t>(text.size()));
}

void child_process::listen() {
  auto rest = std::string{};
  auto bytes = std::array<char, 4096>{};
  for (;;) {
    const auto got = ::read(hear_, bytes.data(), bytes.size());
    const auto lock = std::lock_guard{guard_};
    if (got <= 0)
      ended_ = true;
    else
      rest.append(bytes.data(), static_cast<std::size_t>(got));
    for (auto end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
      lines_.push_back(rest.substr(0, end));
      rest.erase(0, end + 1);
    }
    comes_.notify_all();
    if (ended_)
      return;
  }
}

std::vector<std::string> child_process::having(const std::string& part) const {
  auto found = std::vector<std::string>{};
  for (const auto& line : lines_)
    if (line.find(part) != line.npos)
      found.push_back(line);
  return found;
}

std::vector<std::string> child_process::heard(const std::string& part,
                                              std::size_t count) {
  auto lock = std::unique_lock{guard_};
  comes_.wait_for(lock, patience,
                  [&] { return ended_ || having(part).size() >= count; });
  auto found = having(part);
  BOOST_REQUIRE_MESSAGE(found.size() >= count,
                        "said \"" << part << "\" " << found.size()
                                  << " times, not " << count);
  return found;
}

std::vector<std::string> child_process::so_far(const std::string& part) const {
  const auto lock = std::lock_guard{guard_};
  return having(part);
}

void child_process::stop() {
  if (id_ <= 0)
    return;
  ::close(ask_);
  ::kill(id_, SIGTERM);
  if (!ends_by_itself(id_))
    ::kill(id_, SIGKILL);
  ::waitpid(id_, nullptr, 0);
  id_ = 0;
  thread_.join();
  ::close(hear_);
}

std::uint16_t free_port() {
  const auto made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto here = sockaddr_in{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* address = reinterpret_cast<sockaddr*>(&here);
  auto size = socklen_t{sizeof here};
  BOOST_REQUIRE(::bind(made, address, size) == 0);
  ::getsockname(made, address, &size);
  ::close(made);
  return ntohs(here.sin_port);
}

} // namespace suivant::tests
