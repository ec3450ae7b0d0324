#include "net/gateway/parameters.hpp"

#include <charconv>

namespace suivant::gateway {

std::string needed(const exchange& it, std::string_view name) {
  auto value = it.request.parameter(name);
  if (value.empty())
    throw json::unreadable{std::string{name} + ": is missing"};
  return value;
}

int number_in(const std::string& text, std::string_view name) {
  auto number = 0;
  const auto* end = text.data() + text.size();
  const auto [rest, why] = std::from_chars(text.data(), end, number);
  if (why != std::errc{} || rest != end)
    throw json::unreadable{std::string{name} + ": a whole number is needed"};
  return number;
}

bool is_set(const exchange& it, std::string_view name) {
  return it.request.parameter(name) == "true";
}

calendar_day day_in(const exchange& it, std::string_view name) {
  return json::day_from(needed(it, name));
}

wall_time wall_time_in(const exchange& it, std::string_view name) {
  const auto text = needed(it, name);
  constexpr auto of_day = std::size_t{10};
  if (text.size() != 16 || text[of_day] != 'T' || text[13] != ':')
    throw json::unreadable{std::string{name}
                           + ": \"2026-12-01T09:30\" is how it is written"};
  const auto hour = number_in(text.substr(11, 2), name);
  const auto minute = number_in(text.substr(14, 2), name);
  if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 1440)
    throw json::unreadable{std::string{name} + ": there is no such time"};
  return {json::day_from(text.substr(0, of_day)), hour * 60 + minute};
}

} // namespace suivant::gateway
