#include "actors/office/form.hpp"

#include "actors/common/json_codec.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace suivant::office {
namespace {

using problem = std::optional<std::string>;

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

std::size_t most_bytes(const field_setup& asked) {
  if (asked.most > 0)
    return static_cast<std::size_t>(asked.most);
  return asked.kind == field_kind::long_text ? 2000 : 200;
}

problem wrong_number(const field_setup& asked, const std::string& text) {
  auto number = 0;
  const auto end = text.data() + text.size();
  const auto [rest, why] = std::from_chars(text.data(), end, number);
  if (why == std::errc::result_out_of_range)
    return "is_out_of_range";
  if (why != std::errc{} || rest != end)
    return "is_malformed";
  const auto too_much = asked.most > 0 && number > asked.most;
  return number < asked.least || too_much ? problem{"is_out_of_range"}
                                          : std::nullopt;
}

problem wrong_date(const std::string& text) {
  try {
    json::day_from(text);
    return {};
  } catch (const json::unreadable&) {
    return "is_malformed";
  }
}

problem wrong_text(const field_setup& asked, const std::string& text) {
  return text.size() > most_bytes(asked) ? problem{"is_too_long"}
                                         : std::nullopt;
}

problem wrong_choice(const field_setup& asked, const std::string& text) {
  return std::ranges::find(asked.options, text, &option_setup::id)
                 != asked.options.end()
             ? std::nullopt
             : problem{"is_unknown"};
}

problem wrong_answer(const field_setup& asked, const std::string& text) {
  switch (asked.kind) {
  case field_kind::text:
  case field_kind::long_text:
    return wrong_text(asked, text);
  case field_kind::number:
    return wrong_number(asked, text);
  case field_kind::date:
    return wrong_date(text);
  case field_kind::choice:
    return wrong_choice(asked, text);
  case field_kind::tick:
    return text == "yes" ? std::nullopt : problem{"is_malformed"};
  }
  return {};
}

problem wrong_in(const field_setup& asked, const form_answers& given) {
  const auto found = given.find(asked.id);
  if (found == given.end() || is_blank(found->second))
    return asked.required ? problem{"is_missing"} : std::nullopt;
  return wrong_answer(asked, found->second);
}

} // namespace

std::vector<answer_problem> problems_in(const std::vector<field_setup>& form,
                                        const form_answers& given) {
  auto found = std::vector<answer_problem>{};
  for (const auto& asked : form)
    if (auto what = wrong_in(asked, given))
      found.push_back({asked.id, std::move(*what)});
  for (const auto& [id, text] : given)
    if (std::ranges::find(form, id, &field_setup::id) == form.end())
      found.push_back({id, "is_unknown"});
  return found;
}

} // namespace suivant::office
