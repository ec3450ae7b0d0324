#include "actors/booking/recurrence_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace suivant::booking {
namespace {

using std::chrono::year_month_day;

constexpr auto weekday_names = std::to_array<std::string_view>(
    {"MO", "TU", "WE", "TH", "FR", "SA", "SU"});
constexpr auto frequency_names
    = std::to_array<std::string_view>({"DAILY", "WEEKLY", "MONTHLY"});
constexpr auto first_frequency = static_cast<std::size_t>(repeats::daily);
constexpr auto only_dates = std::string_view{"VALUE=DATE"};

// -- writing ------------------------------------------------------------------

std::string date_text(calendar_day day) {
  const auto date = year_month_day{day};
  const auto number = static_cast<int>(date.year()) * 10'000
                      + static_cast<int>(unsigned{date.month()}) * 100
                      + static_cast<int>(unsigned{date.day()});
  return std::to_string(number);
}

std::string date_line(std::string_view name,
                      const std::vector<calendar_day>& days) {
  auto out = std::string{};
  for (const auto& day : days)
    out += (out.empty() ? "" : ",") + date_text(day);
  if (out.empty())
    return out;
  return std::string{name} + ';' + std::string{only_dates} + ':' + out + "\r\n";
}

std::string weekdays_text(const std::vector<weekday_rule>& on) {
  auto out = std::string{};
  for (const auto& it : on) {
    out += out.empty() ? "" : ",";
    out += it.nth == 0 ? "" : std::to_string(it.nth);
    out += weekday_names.at(static_cast<std::size_t>(it.day));
  }
  return out;
}

// -- reading ------------------------------------------------------------------

// Takes from `text` what stands before `end`, and the end.
std::string_view taken_from(std::string_view& text, char end) {
  const auto at = std::min(text.find(end), text.size());
  const auto taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

// Reads on after something wrong, and remembers the first that was.
class reader {
public:
  std::variant<recurrence, setup_problem> read(std::string_view text) {
    while (!text.empty()) {
      auto line = taken_from(text, '\n');
      if (line.ends_with('\r'))
        line.remove_suffix(1);
      auto parameters = taken_from(line, ':');
      const auto name = taken_from(parameters, ';');
      if (!parameters.empty() && parameters != only_dates)
        refuse(name, "is_unknown");
      read_line(name, line);
    }
    if (!names_.contains("DTSTART"))
      refuse("DTSTART", "is_empty");
    inspect(found_, rule_, "RRULE");
    if (auto problems = found_.take(); !problems.empty())
      return problems.front();
    return rule_;
  }

private:
  void refuse(std::string_view where, const char* what) {
    found_.expect(false, std::string{where}, what);
  }

  void note(const std::string& name) {
    if (!names_.insert(name).second)
      refuse(name, "is_not_unique");
  }

  int number_in(std::string_view text, std::string_view where) {
    auto number = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end)
      refuse(where, "is_malformed");
    return number;
  }

  calendar_day date_in(std::string_view text, std::string_view where) {
    const auto number = std::max(number_in(text, where), 0);
    const auto date = year_month_day{
        std::chrono::year{number / 10'000},
        std::chrono::month{static_cast<unsigned>(number / 100 % 100)},
        std::chrono::day{static_cast<unsigned>(number % 100)}};
    if (text.size() == 8 && date.ok())
      return date;
    refuse(where, "is_malformed");
    return {};
  }

  std::vector<calendar_day> dates_in(std::string_view text,
                                     std::string_view where) {
    auto out = std::vector<calendar_day>{};
    while (!text.empty())
      out.push_back(date_in(taken_from(text, ','), where));
    return out;
  }

  template <std::size_t Count>
  std::size_t index_in(const std::array<std::string_view, Count>& names,
                       std::string_view name, std::string_view where) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end())
      return static_cast<std::size_t>(found - names.begin());
    refuse(where, "is_unknown");
    return 0;
  }

  weekday_rule weekday_in(std::string_view text) {
    constexpr auto where = "RRULE.BYDAY";
    auto nth
        = text.substr(0, text.size() - std::min<std::size_t>(text.size(), 2));
    const auto name = text.substr(nth.size());
    if (nth.starts_with('+'))
      nth.remove_prefix(1);
    return {static_cast<weekday>(index_in(weekday_names, name, where)),
            nth.empty() ? 0 : number_in(nth, where)};
  }

  void read_part(std::string_view name, std::string_view value) {
    const auto where = "RRULE." + std::string{name};
    note(where);
    if (name == "FREQ")
      rule_.every = static_cast<repeats>(
          first_frequency + index_in(frequency_names, value, where));
    else if (name == "INTERVAL")
      rule_.interval = number_in(value, where);
    else if (name == "COUNT")
      rule_.count = number_in(value, where);
    else if (name == "UNTIL")
      rule_.until = date_in(value, where);
    else if (name == "BYDAY")
      while (!value.empty())
        rule_.on.push_back(weekday_in(taken_from(value, ',')));
    else if (name != "WKST" || value != "MO")
      refuse(where, "is_unknown");
  }

  void read_rule(std::string_view parts) {
    while (!parts.empty()) {
      auto part = taken_from(parts, ';');
      const auto name = taken_from(part, '=');
      read_part(name, part);
    }
    if (!names_.contains("RRULE.FREQ"))
      refuse("RRULE.FREQ", "is_empty");
  }

  void read_line(std::string_view name, std::string_view value) {
    note(std::string{name});
    if (name == "DTSTART")
      rule_.first = date_in(value, name);
    else if (name == "RRULE")
      read_rule(value);
    else if (name == "EXDATE")
      rule_.except = dates_in(value, name);
    else if (name == "RDATE")
      rule_.also = dates_in(value, name);
    else
      refuse(name, "is_unknown");
  }

  recurrence rule_;
  std::set<std::string, std::less<>> names_;
  inspection found_;
};

} // namespace

std::string to_text(const recurrence& rule) {
  auto out = date_line("DTSTART", {rule.first});
  if (rule.every != repeats::once) {
    const auto index = static_cast<std::size_t>(rule.every) - first_frequency;
    out += "RRULE:FREQ=" + std::string{frequency_names.at(index)};
    if (rule.interval != 1)
      out += ";INTERVAL=" + std::to_string(rule.interval);
    if (!rule.on.empty())
      out += ";BYDAY=" + weekdays_text(rule.on);
    if (rule.until)
      out += ";UNTIL=" + date_text(*rule.until);
    if (rule.count > 0)
      out += ";COUNT=" + std::to_string(rule.count);
    out += "\r\n";
  }
  return out + date_line("EXDATE", rule.except) + date_line("RDATE", rule.also);
}

std::variant<recurrence, setup_problem> recurrence_from(std::string_view text) {
  return reader{}.read(text);
}

} // namespace suivant::booking
