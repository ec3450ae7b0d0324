#include "net/gateway/agenda_csv.hpp"

#include <string_view>

namespace suivant::gateway {
namespace {

// Spreadsheets reckon with what begins so, whatever quotes are around it.
bool is_formula(std::string_view text) {
  constexpr auto signs = std::string_view{"=+-@\t\r\n|"};
  return !text.empty() && signs.find(text.front()) != std::string_view::npos;
}

std::string field_of(std::string_view text) {
  auto safe = std::string{is_formula(text) ? "'" : ""};
  safe += text;
  if (safe.find_first_of("\",;\r\n") == std::string::npos)
    return safe;
  auto out = std::string{'"'};
  for (const auto letter : safe)
    out.append(letter == '"' ? 2 : 1, letter);
  return out + '"';
}

} // namespace

std::string csv_line(const std::vector<std::string>& fields) {
  auto line = std::string{};
  for (const auto& text : fields) {
    if (&text != &fields.front())
      line += ',';
    line += field_of(text);
  }
  return line + "\r\n";
}

} // namespace suivant::gateway
