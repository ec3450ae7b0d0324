#include "net/gateway/survey_words.hpp"

#include "actors/office/office_describe.hpp"
#include "net/gateway/agenda_csv.hpp"
#include "net/gateway/texts.hpp"

#include <algorithm>
#include <cstdio>

namespace suivant::gateway {
namespace {

using boost::json::array;
using office::group_result;
using office::question_kind;
using office::question_result;

// The names of options, or the marks of a scale, which are their own.
std::vector<office::option_setup> options_of(const question_result& it) {
  if (it.of.kind == question_kind::choice)
    return it.of.options;
  auto out = std::vector<office::option_setup>{};
  for (const auto& [mark, count] : it.counts)
    out.push_back({mark, {}});
  return out;
}

json::object shown(const question_result& it) {
  auto options = array{};
  for (const auto& option : options_of(it)) {
    auto one
        = json::object{{"id", option.id}, {"count", it.counts.at(option.id)}};
    if (!option.name.empty())
      one["name"] = json::write(option.name);
    options.push_back(std::move(one));
  }
  auto out = json::object{{"id", it.of.id},
                          {"label", json::write(it.of.label)},
                          {"kind", json::write(it.of.kind)},
                          {"answers", it.answers},
                          {"options", std::move(options)}};
  if (it.of.kind == question_kind::scale && it.answers > 0)
    out["mean"] = it.mean;
  return out;
}

json::object shown(const group_result& it, const office::setup& by) {
  auto out = json::object{{"by", it.by}, {"group", it.name}};
  if (it.by == "service")
    if (const auto* service = office::find(by, service_id{it.name}))
      out["name"] = json::write(service->name);
  if (!it.is_told) {
    out["few"] = true;
    return out;
  }
  auto means = array{};
  for (const auto& mean : it.means)
    means.push_back(json::object{{"question", mean.question},
                                 {"answers", mean.answers},
                                 {"mean", mean.mean}});
  out["answers"] = it.answers;
  out["means"] = std::move(means);
  return out;
}

// -- as a table ---------------------------------------------------------------

std::string number(double it) {
  auto text = std::array<char, 32>{};
  std::snprintf(text.data(), text.size(), "%.2f", it);
  return text.data();
}

std::string kind_of(const question_result& it) {
  return std::string{json::write(it.of.kind).as_string()};
}

std::string group_shown(const group_result& it, const office::setup& by,
                        std::string_view language) {
  const auto* service
      = it.by == "service" ? office::find(by, service_id{it.name}) : nullptr;
  return service == nullptr ? it.name : said_in(language, service->name);
}

std::string lines_of(const question_result& it, std::string_view language) {
  const auto label = said_in(language, it.of.label);
  const auto is_scale = it.of.kind == question_kind::scale && it.answers > 0;
  auto out
      = csv_line({label, kind_of(it), "", "", "", std::to_string(it.answers),
                  is_scale ? number(it.mean) : ""});
  for (const auto& option : options_of(it))
    out += csv_line(
        {label, kind_of(it), "", "",
         option.name.empty() ? option.id : said_in(language, option.name),
         std::to_string(it.counts.at(option.id)), ""});
  return out;
}

std::string lines_of(const group_result& it, const office::survey_results& of,
                     const office::setup& by, std::string_view language) {
  auto out = std::string{};
  const auto name = group_shown(it, by, language);
  for (const auto& mean : it.means) {
    const auto question
        = std::ranges::find_if(of.questions, [&](const auto& each) {
            return each.of.id == mean.question;
          });
    out += csv_line({said_in(language, question->of.label), "scale", it.by,
                     name, "", std::to_string(mean.answers),
                     number(mean.mean)});
  }
  return out;
}

} // namespace

json::object shown_of(const office::survey_results& of,
                      const office::setup& by) {
  auto questions = array{};
  for (const auto& it : of.questions)
    questions.push_back(shown(it));
  auto groups = array{};
  for (const auto& it : of.groups)
    groups.push_back(shown(it, by));
  auto texts = array{};
  for (const auto& it : of.texts)
    texts.push_back(json::object{{"question", it.question}, {"text", it.text}});
  return {{"answers", of.answers},
          {"questions", std::move(questions)},
          {"groups", std::move(groups)},
          {"texts", std::move(texts)}};
}

std::string survey_csv(const office::survey_results& of,
                       const office::setup& by, std::string_view language) {
  auto out = std::string{csv_mark};
  out += csv_line(
      {"question", "kind", "by", "group", "option", "answers", "mean"});
  for (const auto& it : of.questions)
    out += lines_of(it, language);
  for (const auto& it : of.groups)
    out += lines_of(it, of, by, language);
  for (const auto& it : of.texts) {
    const auto question
        = std::ranges::find_if(of.questions, [&](const auto& each) {
            return each.of.id == it.question;
          });
    out += csv_line({said_in(language, question->of.label), "text", "", "",
                     it.text, "", ""});
  }
  return out;
}

} // namespace suivant::gateway
