// On which line of a JSON text something stands. Knows not what it says.

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace suivant::cli {

/// Of the character at `position`; the first line is 1.
int line_at(std::string_view text, std::size_t position);

/// Of each member, by its path with the ids of those in lists:
/// "queues.hall.prefix". The text must be JSON.
std::map<std::string, int> lines_of_members(std::string_view json);

} // namespace suivant::cli
