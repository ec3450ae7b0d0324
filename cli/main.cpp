// The program: finds the command that is meant and says how it ended.

#include "cli/commands.hpp"
#include "cli/console.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

// How jemalloc, which reads this by its name, shares out memory: few arenas for
// few threads, and what is free goes back to the system within a second, so
// that a quiet office is a small one.
extern "C" {
const char* malloc_conf = "narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0";
}

namespace {

using suivant::cli::ending;

constexpr auto about
    = "Suivant runs the reception of public offices: tickets, queues, "
      "counters, screens, and a log of every event.";
constexpr auto endings
    = "A command ends with 0 when all is well, 1 when it found something "
      "wrong, 2 when it was asked for something that cannot be.";

void add_commands(CLI::App& to) {
  using namespace suivant::cli;
  add_serve(to);
  add_demo(to);
  add_replay(to);
  add_verify(to);
  add_backup(to);
  add_restore(to);
  add_office(to);
  add_user(to);
  add_key(to);
}

int code_of(ending how) {
  return static_cast<int>(how);
}

int run(CLI::App& app, int count, char** words) try {
  app.parse(count, words);
  return code_of(ending::well);
} catch (const CLI::ParseError& why) {
  const auto is_help = app.exit(why, std::cout, std::cerr) == 0;
  return code_of(is_help ? ending::well : ending::by_misuse);
} catch (const suivant::cli::end_of_command& why) {
  if (*why.what() != '\0')
    std::cerr << "suivant: " << why.what() << '\n';
  return code_of(why.how);
} catch (const std::exception& why) {
  std::cerr << "suivant: " << why.what() << '\n';
  return code_of(ending::with_problems);
}

} // namespace

int main(int count, char** words) {
  auto app = CLI::App{about, "suivant"};
  app.footer(endings);
  app.set_version_flag("--version", "suivant " SUIVANT_VERSION);
  app.require_subcommand(1);
  app.failure_message(CLI::FailureMessage::simple);
  add_commands(app);
  return run(app, count, words);
}
