#include "actors/office/ants_rules.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace suivant::office {
namespace {

constexpr auto most_decimals = std::size_t{15};

// "-61.0242", by hand: no locale and no rounding.
std::optional<int> whole_degrees(std::string_view text) {
  const auto is_south = text.starts_with('-');
  if (is_south)
    text.remove_prefix(1);
  const auto point = std::min(text.find('.'), text.size());
  const auto digits = [](std::string_view part) {
    return std::ranges::all_of(part,
                               [](char it) { return it >= '0' && it <= '9'; });
  };
  const auto decimals = text.substr(std::min(point + 1, text.size()));
  if (point == 0 || point > 3 || !digits(text.substr(0, point))
      || decimals.size() > most_decimals || !digits(decimals)
      || text.ends_with('.'))
    return std::nullopt;
  auto whole = 0;
  for (const auto digit : text.substr(0, point))
    whole = whole * 10 + (digit - '0');
  return whole;
}

bool is_angle(std::string_view text, int most) {
  const auto whole = whole_degrees(text);
  return whole && *whole < most;
}

bool has_site(const setup& wanted, const booking::site_id& id) {
  return std::ranges::count(wanted.booking.sites, id, &booking::site_setup::id)
         > 0;
}

bool may_be_booked(const setup& wanted, const service_id& id) {
  return std::ranges::count(wanted.booking.services, id,
                            &booking::service_rule::id)
         > 0;
}

void inspect(const setup& wanted, const meeting_point& it,
             std::vector<setup_problem>& found) {
  const auto expect = [&](bool is_right, const char* member, const char* what) {
    if (!is_right)
      found.push_back({"ants.points." + it.id + '.' + member, what});
  };
  expect(is_id(it.id), "id", "is_malformed");
  expect(has_site(wanted, it.site), "site", "is_unknown");
  expect(is_angle(it.longitude, 180), "longitude", "is_malformed");
  expect(is_angle(it.latitude, 90), "latitude", "is_malformed");
  expect(!it.name.empty(), "name", "is_empty");
  expect(!it.address.empty(), "address", "is_empty");
  expect(!it.zip_code.empty(), "zip_code", "is_empty");
  expect(!it.city_name.empty(), "city_name", "is_empty");
}

} // namespace

bool is_ants_reason(std::string_view text) {
  return text == "CNI" || text == "PASSPORT" || text == "CNI-PASSPORT";
}

std::vector<setup_problem> problems_in_ants(const setup& wanted) {
  auto found = std::vector<setup_problem>{};
  auto ids = std::set<std::string>{};
  for (const auto& it : wanted.ants.points) {
    inspect(wanted, it, found);
    if (!ids.insert(it.id).second)
      found.push_back({"ants.points." + it.id + ".id", "is_not_unique"});
  }
  for (const auto& [reason, service] : wanted.ants.services)
    if (!is_ants_reason(reason) || !may_be_booked(wanted, service))
      found.push_back({"ants.services." + reason, "is_unknown"});
  return found;
}

} // namespace suivant::office
