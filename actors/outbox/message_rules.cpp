#include "actors/outbox/message_rules.hpp"

#include "actors/outbox/sms_words.hpp"
#include "actors/outbox/text_template.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace suivant::office {
namespace {

using booking::inspection;
using booking::is_named;

constexpr auto a_day = 1440; // Minutes.
constexpr auto last_minute = 1439;
constexpr auto most_reminders = std::size_t{5};
constexpr auto most_words = std::size_t{50};
constexpr auto most_questions = std::size_t{10};
constexpr auto longest_name = std::size_t{11}; // Of a sender, in letters.
constexpr auto longest_number = std::size_t{15};
constexpr auto longest_word = std::size_t{40};
constexpr auto longest_line = std::size_t{200};
constexpr auto longest_sms = std::size_t{1000};
constexpr auto longest_mail = std::size_t{20'000};

bool is_digit(char it) {
  return it >= '0' && it <= '9';
}

// In the order of `occasion`.
constexpr auto labels = std::array<const char*, 13>{
    "code",           "booked",        "moved", "cancelled", "reminder",
    "ticket",         "nth",           "turn",  "missed",    "called_off",
    "priority_offer", "earlier_offer", "survey"};

std::string label_of(const text_setup& it) {
  const auto name = std::string{labels.at(static_cast<std::size_t>(it.about))}
                    + '.' + it.language;
  return it.service.empty() ? name : name + '.' + it.service.text;
}

bool has(const setup& wanted, const service_id& it) {
  return find(wanted, it) != nullptr;
}

void inspect_office(inspection& found, const message_setup& it) {
  found.look_at("messages");
  found.expect(!it.on || !it.phone.empty(), "phone", "is_empty");
  found.expect(it.phone.size() <= longest_line, "phone", "is_out_of_range");
  found.expect(it.address.size() <= longest_sms, "address", "is_out_of_range");
  found.expect(it.sender.empty() || is_sender(it.sender), "sender",
               "is_malformed");
  found.expect_within(it.fall_back_minutes, 0, a_day, "fall_back_minutes");
  found.expect_within(it.quiet_from, 0, a_day, "quiet_from");
  found.expect_within(it.quiet_to, 0, a_day, "quiet_to");
}

void inspect_reminders(inspection& found, const message_setup& it) {
  found.expect(it.reminders.size() <= most_reminders, "reminders",
               "is_out_of_range");
  auto number = 0;
  auto times = std::set<std::tuple<int, int, int>>{};
  for (const auto& one : it.reminders) {
    found.look_at("messages.reminders." + std::to_string(++number));
    found.expect_within(one.days, 0, 60, "days");
    found.expect_within(one.at, -1, last_minute, "at");
    // One at the very start would be none.
    const auto least = one.days == 0 && one.at < 0 ? 1 : 0;
    found.expect_within(one.minutes, least, a_day, "minutes");
    found.expect(times.insert({one.days, one.at, one.minutes}).second, "days",
                 "is_not_unique");
  }
}

void inspect_text(inspection& found, const std::string& text,
                  std::size_t longest, occasion about, text_part part,
                  const std::string& member) {
  if (text.empty())
    return;
  found.expect(text.size() <= longest, member, "is_out_of_range");
  for (const auto& it : problems_in(text, about, part))
    found.expect(false,
                 it.variable.empty() ? member : member + '.' + it.variable,
                 it.what == "is_unknown"   ? "is_unknown"
                 : it.what == "is_missing" ? "is_missing"
                                           : "is_malformed");
}

void inspect_texts(inspection& found, const setup& wanted) {
  auto known = std::set<std::tuple<occasion, service_id, std::string>>{};
  for (const auto& it : wanted.messages.texts) {
    found.look_at("messages.texts." + label_of(it));
    found.expect(it.service.empty() || has(wanted, it.service), "service",
                 "is_unknown");
    found.expect(!it.language.empty(), "language", "is_empty");
    found.expect(known.insert({it.about, it.service, it.language}).second,
                 "language", "is_not_unique");
    found.expect(it.subject.find('\n') == std::string::npos, "subject",
                 "is_malformed");
    inspect_text(found, it.sms, longest_sms, it.about, text_part::sms, "sms");
    inspect_text(found, it.subject, longest_line, it.about, text_part::subject,
                 "subject");
    inspect_text(found, it.mail, longest_mail, it.about, text_part::mail,
                 "mail");
  }
}

void inspect_join(inspection& found, const setup& wanted) {
  const auto& all = wanted.messages.join;
  found.look_at("messages");
  found.expect(all.size() <= most_words, "join", "is_out_of_range");
  auto words = std::set<std::string>{};
  for (const auto& it : all) {
    const auto plain = plain_word(it.word);
    found.look_at("messages.join." + it.word);
    found.expect(!plain.empty(), "word", "is_empty");
    found.expect(it.word.size() <= longest_word, "word", "is_out_of_range");
    found.expect(!is_reserved_word(it.word), "word", "is_taken");
    found.expect(words.insert(plain).second, "word", "is_not_unique");
    found.expect(has(wanted, it.service), "service", "is_unknown");
  }
}

void inspect_question(inspection& found, const setup& wanted,
                      const question_setup& it) {
  const auto is_choice = it.kind == question_kind::choice;
  found.expect(is_id(it.id), "id", "is_malformed");
  found.expect(is_named(it.label), "label", "is_empty");
  found.expect(!is_choice || it.options.size() >= 2, "options", "is_empty");
  found.expect(is_choice || it.options.empty(), "options", "is_unknown");
  for (const auto& service : it.services)
    found.expect(has(wanted, service), "services", "is_unknown");
  auto ids = std::set<std::string>{};
  for (const auto& option : it.options) {
    found.expect(is_id(option.id), "options." + option.id, "is_malformed");
    found.expect(ids.insert(option.id).second, "options." + option.id,
                 "is_not_unique");
    found.expect(is_named(option.name), "options." + option.id, "is_empty");
  }
}

void inspect_survey(inspection& found, const setup& wanted) {
  const auto& survey = wanted.messages.survey;
  found.look_at("messages.survey");
  found.expect(survey.questions.size() <= most_questions, "questions",
               "is_out_of_range");
  found.expect_within(survey.after_minutes, 0, a_day, "after_minutes");
  auto ids = std::set<std::string>{};
  for (const auto& it : survey.questions) {
    found.look_at("messages.survey." + it.id);
    found.expect(ids.insert(it.id).second, "id", "is_not_unique");
    inspect_question(found, wanted, it);
  }
}

} // namespace

bool is_sender(std::string_view text) {
  const auto is_number = text.starts_with('+');
  const auto digits = text.substr(is_number ? 1 : 0);
  if (!digits.empty() && std::ranges::all_of(digits, is_digit))
    return digits.size() <= longest_number && (is_number || digits.size() >= 3);
  return !text.empty() && text.size() <= longest_name
         && std::ranges::all_of(text, [](char it) {
              return is_digit(it) || (it >= 'a' && it <= 'z')
                     || (it >= 'A' && it <= 'Z') || it == ' ' || it == '-';
            });
}

std::vector<setup_problem> problems_in_messages(const setup& wanted) {
  auto found = inspection{};
  inspect_office(found, wanted.messages);
  inspect_reminders(found, wanted.messages);
  inspect_texts(found, wanted);
  inspect_join(found, wanted);
  inspect_survey(found, wanted);
  return found.take();
}

} // namespace suivant::office
