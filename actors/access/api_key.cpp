#include "actors/access/api_key.hpp"

#include "actors/access/access.hpp"

#include <algorithm>
#include <array>

namespace suivant::access {
namespace {

// In the order of the enumeration.
constexpr auto names
    = std::to_array<std::string_view>({"slots", "holds", "bookings", "ants"});

bool is_within(int value, int most) {
  return value >= 0 && value <= most;
}

bool are_sensible(const quotas& it) {
  return is_within(it.requests_a_minute, 60'000)
         && is_within(it.open_holds, 10'000)
         && is_within(it.bookings_a_day, 100'000)
         && is_within(it.share_percent, 100);
}

// The agency asks for all offices at once; whoever takes places does not.
bool fits_office(const api_key& it) {
  return !it.office.empty()
         && (it.office != every_office
             || std::ranges::all_of(
                 it.scopes, [](scope one) { return one == scope::ants; }));
}

} // namespace

std::string_view name_of(scope it) {
  return names.at(static_cast<std::size_t>(it));
}

std::optional<scope> scope_named(std::string_view name) {
  const auto* found = std::ranges::find(names, name);
  if (found == names.end())
    return std::nullopt;
  return static_cast<scope>(found - names.begin());
}

bool may(const api_key& it, const office_id& office, scope what) {
  return (it.office == office || it.office == every_office)
         && std::ranges::find(it.scopes, what) != it.scopes.end();
}

bool is_sensible(const api_key& wanted) {
  return is_account_name(wanted.name) && !wanted.scopes.empty()
         && fits_office(wanted) && are_sensible(wanted.quotas);
}

bool can_be_a_key(std::string_view text) {
  return text.size() >= 20 && text.size() <= 200
         && std::ranges::all_of(text,
                                [](char it) { return it > ' ' && it <= '~'; });
}

} // namespace suivant::access
