#include "cli/password.hpp"

#include "cli/console.hpp"

#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace suivant::cli {
namespace {

// What is typed stays invisible as long as it lives.
class hidden_typing {
public:
  hidden_typing() {
    tcgetattr(STDIN_FILENO, &before_);
    auto hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }

  hidden_typing(const hidden_typing&) = delete;
  hidden_typing& operator=(const hidden_typing&) = delete;

  ~hidden_typing() {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }

private:
  termios before_{};
};

std::string next_line() {
  auto line = std::string{};
  std::getline(std::cin, line);
  return line;
}

std::string typed(const std::string& question) {
  std::cerr << question << std::flush;
  const auto hidden = hidden_typing{};
  auto line = next_line();
  std::cerr << '\n';
  return line;
}

} // namespace

std::string password_of(const std::string& name) {
  if (::isatty(STDIN_FILENO) != 0)
    return typed("Password for " + name + ": ");
  auto line = next_line();
  if (line.empty())
    misuse("The first line of standard input must be the password.");
  return line;
}

std::string ask_password(const std::string& name) {
  if (::isatty(STDIN_FILENO) == 0)
    return password_of(name);
  auto password = typed("Password for " + name + ": ");
  if (typed("Once more: ") != password)
    misuse("These two are not the same; nothing was changed.");
  return password;
}

} // namespace suivant::cli
