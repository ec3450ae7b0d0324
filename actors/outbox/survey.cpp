#include "actors/outbox/survey.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

constexpr auto longest_answer = std::size_t{2000}; // Bytes.

bool is_on_scale(const std::string& text) {
  return text.size() == 1 && text[0] >= '1' && text[0] <= '5';
}

std::string problem_with(const question_setup& asked, const std::string& text) {
  switch (asked.kind) {
  case question_kind::scale:
    return is_on_scale(text) ? "" : "is_out_of_range";
  case question_kind::choice:
    return std::ranges::find(asked.options, text, &option_setup::id)
                   != asked.options.end()
               ? ""
               : "is_unknown";
  case question_kind::text:
    return text.size() <= longest_answer ? "" : "is_too_long";
  }
  return {};
}

} // namespace

std::vector<question_setup> questions_for(const survey_setup& by,
                                          const service_id& service) {
  auto out = std::vector<question_setup>{};
  for (const auto& it : by.questions)
    if (it.services.empty()
        || std::ranges::find(it.services, service) != it.services.end())
      out.push_back(it);
  return out;
}

std::vector<answer_problem> problems_in(const survey_setup& by,
                                        const service_id& service,
                                        const form_answers& given) {
  auto out = std::vector<answer_problem>{};
  const auto asked = questions_for(by, service);
  for (const auto& it : asked) {
    const auto found = given.find(it.id);
    if (found == given.end() || found->second.empty()) {
      if (it.required)
        out.push_back({it.id, "is_missing"});
    } else if (auto what = problem_with(it, found->second); !what.empty())
      out.push_back({it.id, std::move(what)});
  }
  for (const auto& [id, text] : given)
    if (std::ranges::find(asked, id, &question_setup::id) == asked.end())
      out.push_back({id, "is_unknown"});
  return out;
}

} // namespace suivant::office
