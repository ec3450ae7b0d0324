#include "actors/office/template_values.hpp"

#include "actors/office/office_describe.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using boost::json::array;
using boost::json::object;

constexpr auto is_empty = "is_empty";
constexpr auto is_malformed = "is_malformed";

// -- what fits ----------------------------------------------------------------

bool is_free(const setup& office, const std::string& id) {
  const auto begins = [&](const auto& all) {
    return std::ranges::any_of(all, [&](const auto& each) {
      return each.id.text == id || each.id.text.starts_with(id + '-');
    });
  };
  return !begins(office.queues) && !begins(office.services)
         && !begins(office.booking.openings);
}

std::string free_id(const setup& office, const std::string& wanted) {
  auto id = wanted;
  for (auto count = 2; !is_free(office, id) && count < 100; ++count)
    id = wanted + std::to_string(count);
  return id;
}

std::string free_prefix(const setup& office, std::string wanted) {
  const auto is_taken = [&](const std::string& it) {
    return std::ranges::find(office.queues, it, &queue_setup::prefix)
           != office.queues.end();
  };
  for (auto letter = 'Z'; is_taken(wanted) && letter >= 'A'; --letter)
    wanted = std::string(1, letter);
  return wanted;
}

calendar_day next_monday(calendar_day today) {
  const auto gone = static_cast<int>(booking::weekday_of(today));
  return today + std::chrono::days{7 - gone};
}

// The first of its sites; without one, a new one that is called like it.
json::value first_site(const template_parameter& it, const setup& office) {
  return takes_bookings(office) ? json::write(office.booking.sites.front().id)
                                : it.value;
}

json::value fitting_words(const template_parameter& it, const setup& office) {
  const auto names_site = it.id.ends_with("_name") && !takes_bookings(office);
  return names_site ? json::write(office.name) : it.value;
}

// -- what people write --------------------------------------------------------

value_read read_text(const json::value& given, bool fits_id) {
  const auto* text = given.if_string();
  if (text == nullptr || text->empty())
    return {given, is_empty};
  if (fits_id && !is_id(std::string_view{*text}))
    return {given, is_malformed};
  return {given, {}};
}

value_read read_words(const template_parameter& it, const json::value& given) {
  if (const auto* text = given.if_string(); text != nullptr && !text->empty())
    return {object{{"fr", *text}}, {}};
  const auto* spoken = given.if_object();
  if (spoken == nullptr)
    return {given, is_malformed};
  auto said = object{};
  for (const auto& [language, text] : *spoken) {
    if (!text.is_string())
      return {given, is_malformed};
    if (!text.get_string().empty())
      said[language] = text;
  }
  const auto* usual = it.value.if_object();
  const auto may_be_empty = usual != nullptr && usual->empty();
  return {said, said.empty() && !may_be_empty ? is_empty : ""};
}

value_read read_number(const template_parameter& it, const json::value& given) {
  const auto* number = given.if_int64();
  if (number == nullptr)
    return {given, is_malformed};
  const auto fits = *number >= it.least && *number <= it.most;
  return {given, fits ? "" : "is_out_of_range"};
}

value_read read_day(const json::value& given) {
  try {
    auto day = calendar_day{};
    json::read(given, day);
    return {given, {}};
  } catch (const json::unreadable&) {
    return {given, is_malformed};
  }
}

value_read read_weekdays(const json::value& given) {
  const auto* days = given.if_array();
  if (days == nullptr || days->empty())
    return {given, is_empty};
  auto out = array{};
  for (const auto& day : *days) {
    auto known = booking::weekday{};
    const auto fits
        = day.is_string()
          && boost::describe::enum_from_string(day.get_string().c_str(), known);
    if (!fits)
      return {given, is_malformed};
    out.push_back(object{{"day", day}});
  }
  return {std::move(out), {}};
}

/// "09:30" as minutes after midnight; less than none for what is no time.
int minutes_in(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  if (text.size() != 5 || text[2] != ':')
    return -1;
  for (const auto at : {0u, 1u, 3u, 4u})
    if (digit(at) < 0 || digit(at) > 9)
      return -1;
  const auto minutes = digit(3) * 10 + digit(4);
  const auto all = (digit(0) * 10 + digit(1)) * 60 + minutes;
  return minutes < 60 && all <= 1440 ? all : -1;
}

value_read read_hours(const json::value& given) {
  const auto* spans = given.if_array();
  if (spans == nullptr || spans->empty())
    return {given, is_empty};
  auto out = array{};
  for (const auto& span : *spans) {
    const auto* known = span.if_string();
    const auto text
        = known == nullptr ? std::string_view{} : std::string_view{*known};
    if (text.size() != 11 || text[5] != '-')
      return {given, is_malformed};
    const auto from = minutes_in(text.substr(0, 5));
    const auto to = minutes_in(text.substr(6));
    if (from < 0 || to <= from)
      return {given, is_malformed};
    out.push_back(object{{"from", from}, {"to", to}});
  }
  return {std::move(out), {}};
}

value_read read_site(const template_parameter& it, const json::value& given,
                     const setup& office, const object& all) {
  const auto read = read_text(given, true);
  if (!read.problem.empty())
    return read;
  const auto id = std::string{given.get_string()};
  const auto is_known = std::ranges::any_of(
      office.booking.sites, [&](const auto& one) { return one.id.text == id; });
  const auto* name = all.if_contains(it.id + "_name");
  const auto* spoken = name == nullptr ? nullptr : name->if_object();
  const auto is_named = spoken != nullptr
                            ? !spoken->empty()
                            : name != nullptr && name->is_string();
  return {given, is_known || is_named ? "" : "is_unknown"};
}

value_read read_names(const json::value& given) {
  const auto* names = given.if_array();
  if (names == nullptr || names->empty())
    return {given, is_empty};
  for (const auto& name : *names)
    if (!name.is_string() || name.get_string().empty())
      return {given, is_malformed};
  return {given, {}};
}

} // namespace

json::value fitting_value(const template_parameter& it, const setup& office,
                          calendar_day today) {
  switch (it.kind) {
  case parameter_kind::id:
    return json::write(free_id(office, std::string{it.value.as_string()}));
  case parameter_kind::prefix:
    return json::write(free_prefix(office, std::string{it.value.as_string()}));
  case parameter_kind::day:
    return json::write(json::text_of(next_monday(today)
                                     + std::chrono::days{it.value.as_int64()}));
  case parameter_kind::site:
    return first_site(it, office);
  case parameter_kind::text:
    return fitting_words(it, office);
  default:
    return it.value;
  }
}

value_read read_value(const template_parameter& it, const json::value& given,
                      const setup& office, const json::object& all) {
  switch (it.kind) {
  case parameter_kind::id:
    return read_text(given, true);
  case parameter_kind::prefix:
    return read_text(given, false);
  case parameter_kind::text:
    return read_words(it, given);
  case parameter_kind::number:
    return read_number(it, given);
  case parameter_kind::day:
    return read_day(given);
  case parameter_kind::weekdays:
    return read_weekdays(given);
  case parameter_kind::hours:
    return read_hours(given);
  case parameter_kind::site:
    return read_site(it, given, office, all);
  case parameter_kind::names:
    return read_names(given);
  }
  return {given, is_malformed};
}

} // namespace suivant::office
