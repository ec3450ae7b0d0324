#include "tests/support/program_run.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace suivant::tests {
namespace {

namespace fs = std::filesystem;

constexpr auto patience = 30'000; // Milliseconds without a word.

std::string text_of(const fs::path& file) {
  auto in = std::ifstream{file};
  auto text = std::ostringstream{};
  text << in.rdbuf();
  return text.str();
}

// Never returns: this process becomes the program.
[[noreturn]] void become_program(const std::vector<std::string>& words) {
  auto arguments = std::vector<char*>{};
  auto name = std::string{"suivant"};
  arguments.push_back(name.data());
  auto copies = words;
  for (auto& word : copies)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(SUIVANT_PROGRAM, arguments.data());
  ::_exit(127);
}

void use(const fs::path& file, int flags, int as) {
  const auto handle = ::open(file.c_str(), flags, 0600);
  ::dup2(handle, as);
  ::close(handle);
}

int code_of(pid_t id) {
  auto status = 0;
  ::waitpid(id, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

program_said run_program(const std::vector<std::string>& words,
                         const std::string& input) {
  const auto place = fs::temp_directory_path()
                     / ("suivant-run-" + std::to_string(::getpid()));
  fs::create_directories(place);
  std::ofstream{place / "in"} << input;
  const auto id = ::fork();
  if (id == 0) {
    use(place / "in", O_RDONLY, STDIN_FILENO);
    use(place / "out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    use(place / "err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    become_program(words);
  }
  BOOST_REQUIRE(id > 0);
  const auto code = code_of(id);
  auto said
      = program_said{code, text_of(place / "out"), text_of(place / "err")};
  fs::remove_all(place);
  return said;
}

running_program::running_program(const std::vector<std::string>& words) {
  auto ends = std::array<int, 2>{};
  BOOST_REQUIRE(::pipe(ends.data()) == 0);
  id_ = ::fork();
  if (id_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    become_program(words);
  }
  BOOST_REQUIRE(id_ > 0);
  ::close(ends[1]);
  hear_ = ends[0];
}

running_program::~running_program() {
  if (id_ > 0) {
    ::kill(id_, SIGKILL);
    code_of(id_);
  }
  ::close(hear_);
}

std::string running_program::said_until(const std::string& expected) {
  while (heard_.find(expected) == std::string::npos) {
    auto waiting = pollfd{hear_, POLLIN, 0};
    auto bytes = std::array<char, 4096>{};
    const auto got = ::poll(&waiting, 1, patience) > 0
                         ? ::read(hear_, bytes.data(), bytes.size())
                         : 0;
    if (got <= 0)
      BOOST_FAIL("never said \"" + expected + "\" but: " + heard_);
    heard_.append(bytes.data(), static_cast<std::size_t>(got));
  }
  return heard_;
}

int running_program::stop() {
  ::kill(id_, SIGINT);
  const auto code = code_of(id_);
  id_ = 0;
  return code;
}

} // namespace suivant::tests
