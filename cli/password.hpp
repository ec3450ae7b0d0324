// A password asked for at the console. It never stands in the command line,
// where other users of the machine could read it.

#pragma once

#include <string>

namespace suivant::cli {

/// Typed twice and not shown, or, when standard input is no terminal, its
/// first line.
std::string ask_password(const std::string& name);

/// The same for one that exists already: typed once.
std::string password_of(const std::string& name);

} // namespace suivant::cli
