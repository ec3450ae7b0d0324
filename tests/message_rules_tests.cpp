// Which set-ups of messages can be used.

#include "actors/outbox/message_rules.hpp"
#include "tests/support/town_hall.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

setup good() {
  auto it = setup{};
  it.services = {service_named(permits, hall), service_named(weddings, hall)};
  auto& messages = it.messages;
  messages.on = true;
  messages.phone = "01 23 45 67 89";
  messages.sender = "VALMONT";
  messages.reminders = {{2, -1, 0}, {1, 1080, 0}, {0, -1, 120}};
  messages.texts
      = {{occasion::reminder,
          {},
          "fr",
          "{{office}} {{date}} {{time}} {{link}} {{phone}}",
          "Rappel",
          ""},
         {occasion::reminder, permits, "fr", "", "Rappel du {{date}}", ""}};
  messages.join = {{"Permis", permits}, {"mariage", weddings}};
  messages.survey.questions
      = {{"kind", {{"fr", "Accueil ?"}}, question_kind::scale, true, {}, {}},
         {"why",
          {{"fr", "Motif ?"}},
          question_kind::choice,
          false,
          {{"a", {{"fr", "A"}}}, {"b", {{"fr", "B"}}}},
          {permits}}};
  return it;
}

struct spoiled {
  std::function<void(message_setup&)> by;
  const char* where;
  const char* what;
};

void check(const std::vector<spoiled>& table) {
  for (const auto& it : table) {
    auto wanted = good();
    it.by(wanted.messages);
    const auto found = problems_in_messages(wanted);
    BOOST_TEST_CONTEXT(it.where << ' ' << it.what) {
      BOOST_TEST(found.size() == 1u);
      for (const auto& problem : found) {
        BOOST_TEST(problem.where == it.where);
        BOOST_TEST(problem.what == it.what);
      }
    }
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(message_rules)

BOOST_AUTO_TEST_CASE(a_good_set_up_has_nothing_wrong) {
  BOOST_TEST(problems_in_messages(good()).empty());
  BOOST_TEST(problems_in_messages(setup{}).empty());
}

BOOST_AUTO_TEST_CASE(numbers_stay_within_their_ranges) {
  check({
      {[](auto& it) { it.fall_back_minutes = 1441; },
       "messages.fall_back_minutes", "is_out_of_range"},
      {[](auto& it) { it.quiet_from = -1; }, "messages.quiet_from",
       "is_out_of_range"},
      {[](auto& it) { it.quiet_to = 1441; }, "messages.quiet_to",
       "is_out_of_range"},
      {[](auto& it) { it.reminders[0].days = 61; }, "messages.reminders.1.days",
       "is_out_of_range"},
      {[](auto& it) { it.reminders[1].at = 1440; }, "messages.reminders.2.at",
       "is_out_of_range"},
      {[](auto& it) { it.reminders[2].minutes = 0; },
       "messages.reminders.3.minutes", "is_out_of_range"},
      {[](auto& it) { it.reminders[1] = it.reminders[0]; },
       "messages.reminders.2.days", "is_not_unique"},
      {[](auto& it) { it.survey.after_minutes = 1441; },
       "messages.survey.after_minutes", "is_out_of_range"},
  });
}

BOOST_AUTO_TEST_CASE(an_office_that_writes_can_be_rung_up) {
  check({{[](auto& it) { it.phone = ""; }, "messages.phone", "is_empty"}});
  auto silent = good();
  silent.messages.on = false;
  silent.messages.phone = "";
  BOOST_TEST(problems_in_messages(silent).empty());
}

BOOST_AUTO_TEST_CASE(a_sender_is_a_short_name_or_a_number) {
  for (const auto* it : {"A", "VALMONT", "Mairie 12", "MAIRIE-VALM", "36000",
                         "+33612345678", "0612345678"})
    BOOST_TEST(is_sender(it), it);
  for (const auto* it : {"", "MAIRIE VALMO", "Évry", "+", "+33 6", "12",
                         "+3361234567890123", "A_B"})
    BOOST_TEST(!is_sender(it), it);
  check({{[](auto& it) { it.sender = "Mairie de Valmont"; }, "messages.sender",
          "is_malformed"}});
}

BOOST_AUTO_TEST_CASE(texts_are_whole_and_there_is_one_of_each) {
  check({
      {[](auto& it) { it.texts[1].service.text = "zoo"; },
       "messages.texts.reminder.fr.zoo.service", "is_unknown"},
      {[](auto& it) { it.texts[1].service = {}; },
       "messages.texts.reminder.fr.language", "is_not_unique"},
      {[](auto& it) { it.texts[0].subject = "{{what}}"; },
       "messages.texts.reminder.fr.subject.what", "is_unknown"},
      {[](auto& it) { it.texts[0].sms += " {{"; },
       "messages.texts.reminder.fr.sms", "is_malformed"},
      {[](auto& it) { it.texts[0].mail = "{{office}} {{start}} {{link}}"; },
       "messages.texts.reminder.fr.mail.phone", "is_missing"},
      {[](auto& it) { it.texts[0].subject = "a\nb"; },
       "messages.texts.reminder.fr.subject", "is_malformed"},
      {[](auto& it) { it.texts[0].subject = std::string(201, 'a'); },
       "messages.texts.reminder.fr.subject", "is_out_of_range"},
  });
}

BOOST_AUTO_TEST_CASE(words_to_join_mean_one_thing_each) {
  check({
      {[](auto& it) { it.join[0].word = "!"; }, "messages.join.!.word",
       "is_empty"},
      {[](auto& it) { it.join[0].word = "Arrêt"; }, "messages.join.Arrêt.word",
       "is_taken"},
      {[](auto& it) { it.join[0].word = "MARIAGE"; },
       "messages.join.mariage.word", "is_not_unique"},
      {[](auto& it) { it.join[0].service.text = "zoo"; },
       "messages.join.Permis.service", "is_unknown"},
      {[](auto& it) {
         for (auto i = 0; i < 49; ++i)
           it.join.push_back({"w" + std::to_string(i), permits});
       },
       "messages.join", "is_out_of_range"},
  });
}

BOOST_AUTO_TEST_CASE(questions_can_be_answered) {
  check({
      {[](auto& it) { it.survey.questions[0].id = "Q 1"; },
       "messages.survey.Q 1.id", "is_malformed"},
      {[](auto& it) { it.survey.questions[0].id = "why"; },
       "messages.survey.why.id", "is_not_unique"},
      {[](auto& it) { it.survey.questions[0].label = {}; },
       "messages.survey.kind.label", "is_empty"},
      {[](auto& it) { it.survey.questions[1].options.pop_back(); },
       "messages.survey.why.options", "is_empty"},
      {[](auto& it) { it.survey.questions[1].options[1].id = "a"; },
       "messages.survey.why.options.a", "is_not_unique"},
      {[](auto& it) {
         it.survey.questions[0].options = it.survey.questions[1].options;
       },
       "messages.survey.kind.options", "is_unknown"},
      {[](auto& it) { it.survey.questions[1].services[0].text = "zoo"; },
       "messages.survey.why.services", "is_unknown"},
  });
}

BOOST_AUTO_TEST_CASE(a_set_up_with_bad_messages_cannot_be_used) {
  auto wanted = town_hall();
  wanted.messages.on = true;
  const auto found = problems_in(wanted, {});
  BOOST_TEST_REQUIRE(found.size() == 1u);
  BOOST_TEST(found[0].where == "messages.phone");
}

BOOST_AUTO_TEST_SUITE_END()
