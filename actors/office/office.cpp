#include "actors/office/office.hpp"

#include "actors/office/appointing.hpp"
#include "actors/office/changes.hpp"
#include "actors/office/day.hpp"
#include "actors/office/drafting.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/offers.hpp"
#include "actors/outbox/messages.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

decision answer_today(const state& now, const request& asked, instant at) {
  const auto here = situation{now, asked.by, at};
  return std::visit([&](const auto& it) { return answer(here, it); },
                    asked.what);
}

// So many that nobody has to wait for them; the rest comes before the next
// command.
constexpr auto most_offers = std::size_t{200};

// What happens by the clock alone: the day ends, and then holds, so that one
// that ends with its day is still known on the next; the time of those who are
// inside without a visit; a draft is put in force. What is free then is offered
// to those who wait for it before anybody else may ask.
events ended_by(const state& now, const moment& when, state& later) {
  auto ended = events{};
  const auto happen = [&](events all) {
    for (auto& it : all) {
      evolve(later, fact{later.last_fact + 1, when.at, {}, {}, it});
      ended.push_back(std::move(it));
    }
  };
  // First: what comes later already looks at the hours after.
  happen(messages_due(later, when.at));
  if (when.day > now.day)
    happen(end_of_day(later, when.day));
  happen(end_of_holds(later, when.at));
  happen(end_of_stays(later, when.at));
  happen(due_publishing(later, when.at));
  const auto before = ended.size();
  while (has_offers_due(later) && ended.size() < before + most_offers)
    happen(offers_due(later, when.at));
  return ended;
}

// A refusal changes nothing at all: then yesterday ends with the next command
// that is granted.
decision answer_later(const state& now, const request& asked,
                      const moment& when) {
  auto later = now;
  auto decided = ended_by(now, when, later);
  auto answer = answer_today(later, asked, when.at);
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
  if (has_due(now, {at, when.day}))
    return answer_later(now, asked, {at, when.day});
  return answer_today(now, asked, at);
}

bool has_due(const state& now, const moment& when) {
  return when.day > now.day || has_offers_due(now)
         || !now.booked.stock().ended_holds(when.at).empty()
         || has_ended_stay(now, when.at) || is_due(now, when.at)
         || now.alarms.is_due(when.at);
}

bool is_about_all(const event& it) {
  return std::holds_alternative<office_configured>(it)
         || std::holds_alternative<day_began>(it);
}

void evolve(state& office, fact happened) {
  const auto subject = subject_of(happened.what);
  const auto gauges = gauge_keeper{office, happened.what};
  std::visit([&](auto& it) { apply(office, std::move(it), happened.at); },
             happened.what);
  gauges.keep(office);
  office.last_fact = happened.number;
  office.last_at = std::max(office.last_at, happened.at);
  if (is_about_all(happened.what))
    keep_all_messages(office);
  else
    keep_messages(office, happened.what);
  if (!happened.key.empty())
    remember_answer(office, std::move(happened.key), subject);
}

} // namespace suivant::office
