// The server, put together: storage, actors, network, pages.

#pragma once

#include "config/settings.hpp"

#include <memory>
#include <optional>

namespace suivant::config {

struct program_options {
  config::settings settings;
  /// Where a clock that tests set over HTTP begins; empty: the real time.
  std::optional<instant> test_clock;
  /// Makes the demo's log-ins and town hall, unless they are there.
  bool demo = false;
  /// Pages from this folder instead of those inside the program.
  std::string assets;
  /// Told what an operator should know; never personal data.
  std::function<void(const std::string&)> note;
};

/// Runs from construction to `stop` or destruction, on threads of its own.
class program {
public:
  /// Throws std::runtime_error in words an administrator can act on: the
  /// folder is in use, the port is taken, the log cannot be read.
  explicit program(program_options options);
  ~program();

  std::uint16_t port() const;
  bool reload_certificates();

  /// From outside in: stops listening, finishes what was begun, stops the
  /// actors, closes the log.
  void stop();

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

} // namespace suivant::config
