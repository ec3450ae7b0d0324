#include "actors/outbox/survey_results.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

constexpr auto most_texts = std::size_t{200};
constexpr auto seconds_a_minute = 60;

using answered = std::vector<const survey_answered*>;

const std::string* answer_in(const survey_answered& it, const std::string& to) {
  const auto found = it.answers.find(to);
  return found == it.answers.end() || found->second.empty() ? nullptr
                                                            : &found->second;
}

std::map<std::string, int> nothing_counted(const question_setup& of) {
  auto out = std::map<std::string, int>{};
  if (of.kind == question_kind::scale)
    out = {{"1", 0}, {"2", 0}, {"3", 0}, {"4", 0}, {"5", 0}};
  for (const auto& it : of.options)
    out[it.id] = 0;
  return out;
}

double mean_of(const std::map<std::string, int>& counts, int answers) {
  auto sum = 0.0;
  for (const auto& [mark, count] : counts)
    sum += (mark.front() - '0') * count;
  return answers == 0 ? 0 : sum / answers;
}

question_result result_of(const question_setup& of, const answered& given) {
  auto out = question_result{of, 0, nothing_counted(of), 0};
  for (const auto* it : given) {
    const auto* said = answer_in(*it, of.id);
    if (said == nullptr)
      continue;
    const auto counted = out.counts.find(*said);
    // What was an option once, or is a text.
    if (counted == out.counts.end() && of.kind != question_kind::text)
      continue;
    ++out.answers;
    if (counted != out.counts.end())
      ++counted->second;
  }
  if (of.kind == question_kind::scale)
    out.mean = mean_of(out.counts, out.answers);
  return out;
}

// -- parts --------------------------------------------------------------------

struct bound {
  int below; // Of this part.
  std::string_view name;
};

constexpr auto by_waiting = std::to_array<bound>(
    {{5, "0-5"}, {15, "5-15"}, {31, "15-30"}, {INT32_MAX, "30-"}});
constexpr auto by_gauge
    = std::to_array<bound>({{50, "0-50"}, {81, "50-80"}, {INT32_MAX, "80-"}});

template <class Bounds>
std::string part_of(const Bounds& bounds, int value) {
  return std::string{std::ranges::find_if(bounds, [&](const bound& it) {
                       return value < it.below;
                     })->name};
}

std::string service_of(const survey_answered& it) {
  return it.service.text;
}
// Whole minutes: half an hour and some seconds are half an hour.
std::string waiting_of(const survey_answered& it) {
  return part_of(by_waiting, it.waited / seconds_a_minute);
}
std::string gauge_of(const survey_answered& it) {
  return it.gauge < 0 ? std::string{} : part_of(by_gauge, it.gauge);
}

std::vector<mean_result> means_of(const setup& by, const answered& given) {
  auto out = std::vector<mean_result>{};
  for (const auto& question : by.messages.survey.questions) {
    if (question.kind != question_kind::scale)
      continue;
    const auto all = result_of(question, given);
    if (all.answers >= fewest_told_apart)
      out.push_back({question.id, all.answers, all.mean});
  }
  return out;
}

using parts = std::map<std::string, answered>;

// Who is left when the parts told apart are taken from the whole must be as
// many again, or nobody.
std::map<std::string, bool> told_apart(const parts& all) {
  auto order = std::vector<std::pair<std::size_t, std::string>>{};
  for (const auto& [name, those] : all)
    order.emplace_back(those.size(), name);
  std::ranges::sort(order);
  auto out = std::map<std::string, bool>{};
  auto hidden = std::size_t{0};
  for (const auto& [size, name] : order) {
    const auto is_few = size < fewest_told_apart
                        || (hidden > 0 && hidden < fewest_told_apart);
    if (is_few)
      hidden += size;
    out[name] = !is_few;
  }
  return out;
}

template <class Name>
void add_groups(std::vector<group_result>& into, const setup& by,
                const answered& given, std::string_view kind, Name name_of) {
  auto all = parts{};
  for (const auto* it : given)
    if (auto name = name_of(*it); !name.empty() || kind == "service")
      all[name].push_back(it);
  const auto told = told_apart(all);
  for (const auto& [name, those] : all) {
    auto group = group_result{std::string{kind}, name, told.at(name), 0, {}};
    if (group.is_told) {
      group.answers = static_cast<int>(those.size());
      group.means = means_of(by, those);
    }
    into.push_back(std::move(group));
  }
}

std::vector<text_result> texts_of(const setup& by, const answered& given) {
  auto out = std::vector<text_result>{};
  for (auto it = given.rbegin(); it != given.rend(); ++it)
    for (const auto& question : by.messages.survey.questions) {
      const auto* said = answer_in(**it, question.id);
      if (question.kind == question_kind::text && said != nullptr
          && out.size() < most_texts)
        out.push_back({question.id, *said});
    }
  return out;
}

} // namespace

survey_results results_of(const setup& by,
                          const std::vector<survey_answered>& given) {
  auto all = answered{};
  for (const auto& it : given)
    all.push_back(&it);
  auto out = survey_results{};
  out.answers = static_cast<int>(given.size());
  for (const auto& question : by.messages.survey.questions)
    out.questions.push_back(result_of(question, all));
  add_groups(out.groups, by, all, "service", service_of);
  add_groups(out.groups, by, all, "waited", waiting_of);
  add_groups(out.groups, by, all, "gauge", gauge_of);
  out.texts = texts_of(by, all);
  return out;
}

} // namespace suivant::office
