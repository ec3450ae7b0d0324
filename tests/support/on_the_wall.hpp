// Dates, clock times and zones as tests of appointments write them.

#pragma once

#include "actors/booking/hours.hpp"
#include "actors/common/calendar.hpp"

#include <map>
#include <sstream>
#include <string>

namespace suivant::tests {

/// "2026-03-29", which must be a date.
inline calendar_day date(const std::string& text) {
  auto year = 0;
  auto month = 0u;
  auto day = 0u;
  auto dash = char{};
  std::istringstream{text} >> year >> dash >> month >> dash >> day;
  return std::chrono::year{year} / std::chrono::month{month}
         / std::chrono::day{day};
}

/// "09:30" as minutes after midnight; "24:00" ends the day.
inline int clock_time(const std::string& text) {
  return std::stoi(text) * 60 + std::stoi(text.substr(3));
}

inline booking::hours from_to(const std::string& from, const std::string& to) {
  return {clock_time(from), clock_time(to)};
}

inline const zone& zone_in(const std::string& name) {
  static auto known = std::map<std::string, zone>{};
  const auto [it, is_new] = known.try_emplace(name);
  if (is_new)
    it->second = zone_called(name);
  return it->second;
}

inline const zone& paris() {
  return zone_in("Europe/Paris");
}

/// "2026-03-29 09:30" on the clocks of `where`.
inline instant at(const std::string& text, const zone& where = paris()) {
  return instant_of(where,
                    {date(text.substr(0, 10)), clock_time(text.substr(11))});
}

} // namespace suivant::tests
