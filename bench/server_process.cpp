#include "bench/server_process.hpp"

#include "bench/http_lines.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include <fcntl.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace suivant::bench {
namespace {

// Somebody else could take it in between; on a bench machine nobody does.
std::uint16_t free_port() {
  const auto probe = ::socket(AF_INET, SOCK_STREAM, 0);
  auto here = sockaddr_in{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto size = socklen_t{sizeof here};
  ::bind(probe, reinterpret_cast<sockaddr*>(&here), size);
  ::getsockname(probe, reinterpret_cast<sockaddr*>(&here), &size);
  ::close(probe);
  return ntohs(here.sin_port);
}

// Never returns: this process becomes the program, and keeps its words to
// itself, for standard output is for figures.
[[noreturn]] void become(const std::vector<std::string>& words) {
  auto copies = words;
  auto arguments = std::vector<char*>{};
  for (auto& word : copies)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
  ::execv(SUIVANT_PROGRAM, arguments.data());
  std::perror(SUIVANT_PROGRAM);
  ::_exit(127);
}

bool listens(std::uint16_t port) {
  const auto probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto there = sockaddr_in{};
  there.sin_family = AF_INET;
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  there.sin_port = htons(port);
  const auto yes
      = ::connect(probe, reinterpret_cast<sockaddr*>(&there), sizeof there)
        == 0;
  ::close(probe);
  return yes;
}

} // namespace

server_process::server_process(const std::filesystem::path& data,
                               std::vector<std::string> more)
    : port_{free_port()} {
  auto words = std::vector<std::string>{"suivant", "serve",
                                        "--data",  data.string(),
                                        "--port",  std::to_string(port_)};
  words.insert(words.end(), more.begin(), more.end());
  id_ = ::fork();
  if (id_ == 0)
    become(words);
}

server_process::~server_process() {
  ::kill(id_, SIGTERM);
  ::waitpid(id_, nullptr, 0);
}

void server_process::wait_until_ready() const {
  while (!listens(port_)) {
    if (::waitpid(id_, nullptr, WNOHANG) != 0) {
      std::fputs("the server did not start\n", stderr);
      std::exit(1);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  auto line = http_lines{port_, 1};
  auto status = 0;
  while (status != 200) {
    line.ask(0, http_request("GET", "/readyz"),
             [&](const http_answer& it) { status = it.status; });
    line.finish();
  }
}

void server_process::keep_to_processor(int which) const {
  auto processors = cpu_set_t{};
  CPU_ZERO(&processors);
  CPU_SET(which, &processors);
  for (const auto& task :
       std::filesystem::directory_iterator{"/proc/" + id() + "/task"})
    ::sched_setaffinity(std::atoi(task.path().filename().c_str()),
                        sizeof processors, &processors);
}

} // namespace suivant::bench
