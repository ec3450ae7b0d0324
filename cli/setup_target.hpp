// Where a set-up is applied: a data folder that no server uses, or a server
// that runs on this machine.

#pragma once

#include "cli/setup_file.hpp"

namespace suivant::cli {

struct target_options {
  folder data;
  std::uint16_t port = 0; // Of a server; 0: the folder itself.
  std::string user;       // Who asks a server.
  std::string office;     // Empty: as the file says.
  bool dry_run = false;   // A folder is only read then.
};

class setup_target {
public:
  virtual ~setup_target() = default;

  /// Blank for an office that is not there.
  virtual office::setup in_force() = 0;
  virtual calendar_day today() = 0;
  /// As in setup_trial.hpp.
  virtual json::object outcome(const office::setup& wanted) = 0;
  /// Ends the command if it is refused.
  virtual void apply(const office::setup& wanted) = 0;
};

std::unique_ptr<setup_target> target_for(const target_options& how,
                                         const office_id& office);

} // namespace suivant::cli
