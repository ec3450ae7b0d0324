// The words of the interface by which the French agency ANTS looks for times
// in town halls: what its questions mean, and how it is answered. Pure; as far
// as its public description goes, see docs/administrator.md.

#pragma once

#include "actors/common/calendar.hpp"
#include "actors/common/json_codec.hpp"
#include "actors/office/setup.hpp"

#include <optional>

namespace suivant::gateway {

/// One place among those of all offices: "<office>.<id of the place>".
struct ants_point {
  office_id office;
  std::string id; // Within the office.
};
std::optional<ants_point> ants_point_from(std::string_view text);

/// All values of a parameter that is given several times; a brace behind its
/// name is read past.
std::vector<std::string> values_of(std::string_view query,
                                   std::string_view name);

/// Throws `json::unreadable` for what is none.
struct ants_wish {
  std::vector<std::string> points;
  calendar_day first;
  calendar_day last;
  std::string reason = "CNI";
  int documents = 1;
};
ants_wish ants_wish_from(std::string_view query);

/// As the agency lists a place. `point` is checked when an office is set up.
json::object shown(const office_id& office, const office::meeting_point& point);

/// The clock of the place, with the "Z" that the agency expects behind it and
/// does not mean: "2026-10-25T09:00+01:00" becomes "2026-10-25T09:00Z".
std::string ants_time(std::string_view local);

} // namespace suivant::gateway
