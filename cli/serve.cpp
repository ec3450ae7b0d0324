// `suivant serve`: runs the server until it is told to stop.

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "config/program.hpp"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>

#include <sys/resource.h>

namespace suivant::cli {
namespace {

struct choices {
  std::string settings_file;
  std::string data;
  std::string assets;
  int port = 0;
  bool test_clock = false;
  bool demo_accounts = false;
};

/// Blocks the signals that end us or reload us, for all threads to come, so
/// that `sigwait` hears them.
sigset_t signals_held_back() {
  auto signals = sigset_t{};
  sigemptyset(&signals);
  for (const auto it : {SIGINT, SIGTERM, SIGHUP})
    sigaddset(&signals, it);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

/// Each phone is a socket: as many as the machine's owner lets us have.
void allow_many_sockets() {
  auto limit = rlimit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

config::program_options options_from(const choices& chosen) {
  auto options = config::program_options{};
  if (!chosen.settings_file.empty()) {
    auto read = config::read_settings(chosen.settings_file);
    if (const auto* problem = std::get_if<config::problem>(&read))
      misuse(problem->text);
    options.settings = std::get<config::settings>(std::move(read));
  }
  if (!chosen.data.empty())
    options.settings.data = chosen.data;
  if (chosen.port != 0)
    options.settings.net.port = static_cast<std::uint16_t>(chosen.port);
  if (chosen.test_clock)
    options.test_clock
        = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  options.demo = chosen.demo_accounts;
  options.assets = chosen.assets;
  options.note = [](const std::string& what) { spdlog::warn("{}", what); };
  return options;
}

void serve(const choices& chosen) {
  allow_many_sockets();
  const auto signals = signals_held_back();
  auto running = config::program{options_from(chosen)};
  spdlog::info("listening on port {}", running.port());
  for (auto signal = 0; sigwait(&signals, &signal) == 0;) {
    if (signal != SIGHUP)
      break;
    spdlog::info(running.reload_certificates()
                     ? "certificates read again"
                     : "the new certificates are not good; the old ones stay");
  }
  spdlog::info("stopping");
  running.stop();
}

} // namespace

void add_serve(CLI::App& app) {
  auto chosen = std::make_shared<choices>();
  auto* command = app.add_subcommand("serve", "Run the server");
  command->add_option("--config", chosen->settings_file, "Settings (TOML)")
      ->check(CLI::ExistingFile);
  command->add_option("--data", chosen->data, "Folder of data");
  command->add_option("--port", chosen->port, "Port to listen on")
      ->check(CLI::Range(1, 65'535));
  command
      ->add_option("--assets", chosen->assets,
                   "Pages from this folder, not from the program")
      ->check(CLI::ExistingDirectory);
  command->add_flag("--test-clock", chosen->test_clock,
                    "Let tests set the time over HTTP");
  command->add_flag("--demo-accounts", chosen->demo_accounts,
                    "Make the demo's log-ins and town hall");
  command->callback([chosen] { serve(*chosen); });
}

} // namespace suivant::cli
