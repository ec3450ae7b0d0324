// A list of appointments for spreadsheets: RFC 4180, UTF-8 with the mark that
// spreadsheets know it by. Pure.

#pragma once

#include <string>
#include <vector>

namespace suivant::gateway {

/// One line with its end. What a spreadsheet would take for a formula is
/// marked as text by an apostrophe.
std::string csv_line(const std::vector<std::string>& fields);

/// What a file begins with.
inline constexpr auto csv_mark = "\xEF\xBB\xBF";

} // namespace suivant::gateway
