// JSON for people: one member a line, short lists in one.

#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace suivant::cli {

/// Ends with a new line.
std::string pretty(const boost::json::value& it);

} // namespace suivant::cli
