#include "actors/common/json_codec.hpp"

#include "actors/common/json_quick_write.hpp"

#include <algorithm>
#include <cstdio>

namespace suivant::json {

std::string text_of(business_day day) {
  const auto date = std::chrono::year_month_day{day};
  auto text = std::string(16, '\0');
  const auto length = std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

business_day day_from(std::string_view text) {
  auto year = 0;
  auto month = 0u;
  auto day = 0u;
  auto rest = '\0';
  const auto copy = std::string{text};
  const auto parts
      = std::sscanf(copy.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest);
  const auto date = std::chrono::year_month_day{std::chrono::year{year},
                                                std::chrono::month{month},
                                                std::chrono::day{day}};
  if (parts != 3 || !date.ok())
    throw unreadable{"\"" + copy + "\" is not a date such as 2026-11-23"};
  return date;
}

// Nearly no text needs an escape; the library knows how those are made.
void detail::quick_write_text(std::string& out, std::string_view text) {
  const auto is_plain = [](char it) {
    return static_cast<unsigned char>(it) >= ' ' && it != '"' && it != '\\';
  };
  if (!std::ranges::all_of(text, is_plain)) {
    out += boost::json::serialize(value(text));
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

value parse(std::string_view text) {
  auto error = boost::system::error_code{};
  auto parsed = boost::json::parse({text.data(), text.size()}, error,
                                   boost::json::storage_ptr{},
                                   boost::json::parse_options{.max_depth = 32});
  if (error)
    throw unreadable{"the text is not JSON: " + error.message()};
  return parsed;
}

} // namespace suivant::json
