#include "cli/wall_time.hpp"

#include <fmt/format.h>

#include <charconv>

namespace suivant::cli {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  auto number = Number{};
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ec != std::errc{} || read.ptr != end)
    return std::nullopt;
  return number;
}

std::string hour_text(seconds of_day) {
  const auto parts = std::chrono::hh_mm_ss{of_day};
  return fmt::format("{:02}:{:02}:{:02}", parts.hours().count(),
                     parts.minutes().count(), parts.seconds().count());
}

std::string known_zone(const std::string& zone) {
  return is_zone(zone) ? zone : "UTC";
}

} // namespace

wall_time::wall_time(const std::string& zone)
    : zone_{known_zone(zone)}, wall_{zone_, 0} {}

std::string wall_time::text(instant at) const {
  const auto wall = wall_.local(at).time_since_epoch();
  return date_text(business_day{floor<days>(wall)}) + ' ' + hour(at);
}

std::string wall_time::hour(instant at) const {
  const auto wall = wall_.local(at).time_since_epoch();
  return hour_text(floor<seconds>(wall - floor<days>(wall)));
}

std::optional<instant> wall_time::read(std::string_view text) const {
  if (const auto count = number_in<milliseconds::rep>(text))
    return instant{milliseconds{*count}};
  const auto is_utc = text.ends_with('Z');
  if (is_utc)
    text.remove_suffix(1);
  constexpr auto date_length = std::size_t{10};
  const auto date = date_in(text.substr(0, date_length));
  if (!date)
    return std::nullopt;
  auto of_day = std::optional{seconds{0}};
  if (text.size() > date_length) {
    const auto mark = text[date_length];
    if (mark != 'T' && mark != ' ')
      return std::nullopt;
    of_day = seconds_of_day(text.substr(date_length + 1));
  }
  if (!of_day)
    return std::nullopt;
  if (is_utc)
    return instant{*date} + *of_day;
  // The calendar resolves wall times that the clocks skip or repeat.
  const auto whole_minutes = floor<std::chrono::minutes>(*of_day);
  const auto minute
      = calendar{zone_, static_cast<int>(whole_minutes.count())}.begin_of(
          *date);
  return minute + (*of_day - whole_minutes);
}

std::optional<seconds> seconds_of_day(std::string_view text) {
  const auto is_time = (text.size() == 5 || text.size() == 8) && text[2] == ':'
                       && (text.size() == 5 || text[5] == ':');
  if (!is_time)
    return std::nullopt;
  const auto hour = number_in<int>(text.substr(0, 2));
  const auto minute = number_in<int>(text.substr(3, 2));
  const auto second
      = text.size() == 5 ? std::optional{0} : number_in<int>(text.substr(6, 2));
  const auto is_within = [](const std::optional<int>& it, int end) {
    return it && *it >= 0 && *it < end;
  };
  if (!is_within(hour, 24) || !is_within(minute, 60) || !is_within(second, 60))
    return std::nullopt;
  return seconds{(*hour * 60 + *minute) * 60 + *second};
}

std::string date_text(business_day date) {
  const auto parts = std::chrono::year_month_day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()),
                     static_cast<unsigned>(parts.day()));
}

std::optional<business_day> date_in(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  const auto year = number_in<int>(text.substr(0, 4));
  const auto month = number_in<unsigned>(text.substr(5, 2));
  const auto day = number_in<unsigned>(text.substr(8, 2));
  if (!year || !month || !day)
    return std::nullopt;
  const auto date = std::chrono::year{*year} / std::chrono::month{*month}
                    / std::chrono::day{*day};
  if (!date.ok())
    return std::nullopt;
  return business_day{date};
}

} // namespace suivant::cli
