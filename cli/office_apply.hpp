// `suivant office apply`: shows what a file would change, and changes it.

#pragma once

#include "cli/setup_target.hpp"

namespace suivant::cli {

struct apply_options {
  target_options to;
  folder file;
  bool yes = false;
};

void apply_setup(const apply_options& how);

} // namespace suivant::cli
