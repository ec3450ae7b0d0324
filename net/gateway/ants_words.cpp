#include "net/gateway/ants_words.hpp"

#include "actors/office/ants_rules.hpp"
#include "net/words.hpp"

#include <charconv>

namespace suivant::gateway {
namespace {

constexpr auto most_documents = 20;
constexpr auto letters_of_a_time = std::size_t{16}; // "2026-10-25T09:00"

std::string needed(std::string_view query, std::string_view name) {
  auto value = net::query_value(query, name).value_or("");
  if (value.empty())
    throw json::unreadable{std::string{name} + ": is missing"};
  return value;
}

int number_of_documents(std::string_view query) {
  const auto text = net::query_value(query, "documents_number").value_or("1");
  auto number = 0;
  const auto* end = text.data() + text.size();
  const auto [rest, why] = std::from_chars(text.data(), end, number);
  if (why != std::errc{} || rest != end || number < 1
      || number > most_documents)
    throw json::unreadable{"documents_number: 1 to 20 is needed"};
  return number;
}

double degrees(const std::string& text) {
  auto value = 0.0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value{} : json::value(text);
}

} // namespace

std::optional<ants_point> ants_point_from(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot + 1 == text.size())
    return std::nullopt;
  return ants_point{office_id{std::string{text.substr(0, dot)}},
                    std::string{text.substr(dot + 1)}};
}

std::vector<std::string> values_of(std::string_view query,
                                   std::string_view name) {
  auto values = std::vector<std::string>{};
  while (!query.empty()) {
    const auto part = net::next_part(query, '&');
    const auto key = net::percent_decoded(part.substr(0, part.find('=')))
                         .value_or(std::string{});
    const auto is_meant = key == name || key == std::string{name} + "[]";
    if (auto value = net::query_value(part, key); is_meant && value)
      values.push_back(std::move(*value));
  }
  return values;
}

ants_wish ants_wish_from(std::string_view query) {
  auto wish = ants_wish{.points = values_of(query, "meeting_point_ids")};
  if (wish.points.empty())
    throw json::unreadable{"meeting_point_ids: is missing"};
  wish.first = json::day_from(needed(query, "start_date"));
  wish.last = json::day_from(needed(query, "end_date"));
  if (wish.last < wish.first)
    throw json::unreadable{"end_date: is before start_date"};
  wish.reason = net::query_value(query, "reason").value_or("CNI");
  if (!office::is_ants_reason(wish.reason))
    throw json::unreadable{"reason: CNI, PASSPORT or CNI-PASSPORT is needed"};
  wish.documents = number_of_documents(query);
  return wish;
}

json::object shown(const office_id& office,
                   const office::meeting_point& point) {
  return {{"id", office.text + '.' + point.id},
          {"name", point.name},
          {"longitude", degrees(point.longitude)},
          {"latitude", degrees(point.latitude)},
          {"public_entry_address", point.address},
          {"zip_code", point.zip_code},
          {"city_name", point.city_name},
          {"website", text_or_null(point.website)},
          {"city_logo", text_or_null(point.city_logo)}};
}

std::string ants_time(std::string_view local) {
  return std::string{local.substr(0, letters_of_a_time)} + 'Z';
}

} // namespace suivant::gateway
