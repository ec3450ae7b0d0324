#include "cli/day_log.hpp"

#include "cli/wall_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <set>
#include <stdexcept>

namespace suivant::cli {
namespace {

using std::chrono::seconds;

constexpr auto first_line = std::string_view{
    "date,joined_s,service,priority,wait_s,outcome,service_s,agent"};
constexpr auto columns = std::size_t{8};
constexpr auto longest = 48 * 3600; // Nobody stays for two days.

using line_fields = std::array<std::string_view, columns>;

// Thrown within this file only.
struct wrong {
  std::string what;
};

line_fields split(std::string_view line) {
  auto fields = line_fields{};
  for (auto i = std::size_t{0}; i < columns; ++i) {
    const auto is_last = i + 1 == columns;
    const auto comma = line.find(',');
    if ((comma == std::string_view::npos) != is_last)
      throw wrong{fmt::format("{} columns are needed", columns)};
    fields[i] = line.substr(0, comma);
    line.remove_prefix(is_last ? line.size() : comma + 1);
  }
  return fields;
}

int number(std::string_view text, int most, const char* name) {
  auto value = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (text.empty() || read.ec != std::errc{} || read.ptr != end || value < 0
      || value > most)
    throw wrong{
        fmt::format("{}: a whole number from 0 to {} is needed, not "
                    "\"{}\"",
                    name, most, text)};
  return value;
}

logged_visit visit_in(const line_fields& of) {
  auto visit = logged_visit{};
  visit.joined = seconds{number(of[1], 24 * 3600 - 1, "joined_s")};
  visit.service = of[2];
  visit.priority = number(of[3], 2, "priority");
  visit.wait = seconds{number(of[4], longest, "wait_s")};
  visit.served = of[5] == "served";
  visit.service_time = seconds{number(of[6], longest, "service_s")};
  visit.agent = of[7];
  if (!visit.served && of[5] != "left")
    throw wrong{
        fmt::format("outcome: \"served\" or \"left\" is needed, not "
                    "\"{}\"",
                    of[5])};
  if (visit.served && visit.agent.empty())
    throw wrong{"agent: who served is needed"};
  return visit;
}

// Some files come from systems that end a line in two characters.
std::string_view trimmed(std::string_view line) {
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  return line;
}

[[noreturn]] void nobody_on(const std::set<std::string>& dates,
                            const std::string& file) {
  if (dates.empty())
    throw std::runtime_error{file + " holds no visits."};
  throw std::runtime_error{
      fmt::format("{} holds no visits of this date. It has {} dates from {} to "
                  "{}.",
                  file, dates.size(), *dates.begin(), *dates.rbegin())};
}

} // namespace

std::vector<logged_visit> read_day(const std::filesystem::path& file,
                                   business_day date) {
  auto in = std::ifstream{file};
  auto line = std::string{};
  if (!std::getline(in, line))
    throw std::runtime_error{file.string() + " cannot be read."};
  auto visits = std::vector<logged_visit>{};
  auto dates = std::set<std::string>{};
  auto count = 1;
  try {
    if (trimmed(line) != first_line)
      throw wrong{fmt::format("the first line must be \"{}\"", first_line)};
    for (++count; std::getline(in, line); ++count) {
      const auto fields = split(trimmed(line));
      const auto found = date_in(fields[0]);
      if (!found)
        throw wrong{
            fmt::format("date: one such as 1999-01-04 is needed, not "
                        "\"{}\"",
                        fields[0])};
      dates.emplace(fields[0]);
      auto visit = visit_in(fields);
      if (*found == date)
        visits.push_back(std::move(visit));
    }
  } catch (const wrong& it) {
    throw std::runtime_error{
        fmt::format("{}:{}: {}", file.string(), count, it.what)};
  }
  if (visits.empty())
    nobody_on(dates, file.string());
  std::ranges::stable_sort(visits, {}, &logged_visit::joined);
  return visits;
}

} // namespace suivant::cli
