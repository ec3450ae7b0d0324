// What changes from one JSON document to another, a line each. Knows of
// set-ups only that their lists hold members with an "id".

#pragma once

#include <boost/json/value.hpp>

#include <string>
#include <vector>

namespace suivant::cli {

/// "queues.passports.prefix: "A" becomes "P"", "services.weddings: added".
/// Empty when nothing changes.
std::vector<std::string> differences(const boost::json::value& before,
                                     const boost::json::value& after);

} // namespace suivant::cli
