// Times as people read them in a message: by the clocks of the site.

#pragma once

#include "actors/common/zone.hpp"

#include <string>
#include <string_view>

namespace suivant::gateway {

/// "mardi 10 mars 2026"; in a text for a phone without the year.
std::string date_shown(const zone& where, instant at, std::string_view language,
                       bool with_year);

/// "09:00"; in the hour that comes twice when clocks are put back: "02:00
/// (heure d'hiver)".
std::string time_shown(const zone& where, instant at,
                       std::string_view language);

} // namespace suivant::gateway
