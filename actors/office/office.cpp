#include "actors/office/office.hpp"

#include "actors/office/answers.hpp"
#include "actors/office/changes.hpp"
#include "actors/office/day.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

decision answer_today(const state& now, const request& asked, instant at) {
  const auto here = situation{now, asked.by, at};
  return std::visit([&](const auto& it) { return answer(here, it); },
                    asked.what);
}

// A refusal changes nothing at all: then yesterday ends with the next command
// that is granted.
decision answer_tomorrow(const state& now, const request& asked, instant at,
                         business_day day) {
  auto decided = end_of_day(now, day);
  auto tomorrow = now;
  for (const auto& ended : decided)
    evolve(tomorrow, fact{tomorrow.last_fact + 1, at, {}, {}, ended});
  auto answer = answer_today(tomorrow, asked, at);
  auto* then = std::get_if<events>(&answer);
  if (then == nullptr)
    return answer;
  std::ranges::move(*then, std::back_inserter(decided));
  return decided;
}

void remember_answer(state& office, std::string key, visit_id subject) {
  auto& answer = office.answers[std::move(key)];
  answer.last = office.last_fact;
  answer.day = office.day;
  answer.visit = subject;
  answer.version = subject.empty() ? 0 : office.visits.at(subject).version;
}

} // namespace

decision decide(const state& now, const request& asked, const moment& when) {
  if (!asked.key.empty()) {
    const auto known = now.answers.find(asked.key);
    if (known != now.answers.end())
      return known->second;
  }
  const auto at = std::max(when.at, now.last_at);
  if (when.day > now.day)
    return answer_tomorrow(now, asked, at, when.day);
  return answer_today(now, asked, at);
}

void evolve(state& office, fact happened) {
  const auto subject = subject_of(happened.what);
  std::visit([&](auto& it) { apply(office, std::move(it), happened.at); },
             happened.what);
  office.last_fact = happened.number;
  office.last_at = std::max(office.last_at, happened.at);
  if (!happened.key.empty())
    remember_answer(office, std::move(happened.key), subject);
}

} // namespace suivant::office
