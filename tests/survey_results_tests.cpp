// What many people answered is counted, and nobody can be found in it.

#include "actors/outbox/survey_results.hpp"
#include "tests/support/town_hall.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

setup asking_town() {
  auto it = town_hall();
  it.messages.survey.questions
      = {{.id = "welcome", .label = {{"fr", "Accueil ?"}}},
         {.id = "how",
          .kind = question_kind::choice,
          .options = {{"foot", {}}, {"bus", {}}}},
         {.id = "more", .kind = question_kind::text}};
  return it;
}

survey_answered answer(std::map<std::string, std::string> answers,
                       const service_id& service = permits, int minutes = 2,
                       int gauge = -1) {
  return {.nonce = "n",
          .service = service,
          .ended = minute(0),
          .waited = minutes * 60,
          .gauge = gauge,
          .answers = std::move(answers)};
}

std::vector<survey_answered> marks(const std::string& all,
                                   const service_id& service = permits,
                                   int minutes = 2, int gauge = -1) {
  auto out = std::vector<survey_answered>{};
  for (const auto mark : all)
    out.push_back(
        answer({{"welcome", std::string{mark}}}, service, minutes, gauge));
  return out;
}

std::vector<survey_answered> both(std::vector<survey_answered> one,
                                  const std::vector<survey_answered>& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

// "permits 5 3.2; weddings few"
std::string groups(const std::vector<survey_answered>& given,
                   const std::string& by) {
  auto out = std::string{};
  for (const auto& it : results_of(asking_town(), given).groups) {
    if (it.by != by)
      continue;
    out += (out.empty() ? "" : "; ") + it.name;
    out += it.is_told ? ' ' + std::to_string(it.answers) : " few";
    for (const auto& mean : it.means)
      out += ' ' + std::to_string(mean.mean).substr(0, 3);
  }
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(survey_results_counted)

BOOST_AUTO_TEST_CASE(each_question_is_counted_by_itself) {
  const auto all = results_of(asking_town(),
                              {answer({{"welcome", "5"}, {"how", "bus"}}),
                               answer({{"welcome", "2"}, {"more", "Merci"}}),
                               answer({{"how", "bus"}, {"more", ""}})});
  BOOST_TEST(all.answers == 3);
  const auto& welcome = all.questions[0];
  BOOST_TEST(welcome.answers == 2);
  BOOST_TEST(welcome.mean == 3.5);
  BOOST_TEST((welcome.counts
              == std::map<std::string, int>{
                  {"1", 0}, {"2", 1}, {"3", 0}, {"4", 0}, {"5", 1}}));
  const auto& how = all.questions[1];
  BOOST_TEST(how.answers == 2);
  BOOST_TEST(
      (how.counts == std::map<std::string, int>{{"bus", 2}, {"foot", 0}}));
  BOOST_TEST(all.questions[2].answers == 1);
  BOOST_TEST((all.texts == std::vector<text_result>{{"more", "Merci"}}));
}

BOOST_AUTO_TEST_CASE(what_is_asked_no_more_does_not_count) {
  const auto all = results_of(
      asking_town(), {answer({{"old", "5"}}), answer({{"how", "donkey"}})});
  BOOST_TEST(all.answers == 2);
  for (const auto& it : all.questions)
    BOOST_TEST(it.answers == 0);
  BOOST_TEST(all.texts.empty());
}

BOOST_AUTO_TEST_CASE(nothing_answered_is_nothing_shown) {
  const auto all = results_of(asking_town(), {});
  BOOST_TEST(all.answers == 0);
  BOOST_TEST(all.questions.size() == 3u);
  BOOST_TEST(all.questions[0].mean == 0);
  BOOST_TEST(all.groups.empty());
}

BOOST_AUTO_TEST_CASE(parts_of_five_are_told_apart) {
  BOOST_TEST(groups(both(marks("55555"), marks("12345", weddings)), "service")
             == "permits 5 5.0; weddings 5 3.0");
  BOOST_TEST(groups(marks("1234"), "service") == "permits few");
  // Five came, and four said something to this question.
  BOOST_TEST(groups(both(marks("1234"), {answer({{"how", "bus"}})}), "service")
             == "permits 5");
}

BOOST_AUTO_TEST_CASE(what_is_hidden_cannot_be_had_by_subtraction) {
  const auto three = both(both(marks("55555555"), marks("44444", weddings)),
                          marks("1", passports));
  BOOST_TEST(groups(three, "service")
             == "passports few; permits 8 5.0; weddings few");
  const auto many_small = both(both(marks("55555"), marks("4444", weddings)),
                               marks("1", passports));
  BOOST_TEST(groups(many_small, "service")
             == "passports few; permits 5 5.0; weddings few");
}

BOOST_AUTO_TEST_CASE(waiting_and_fullness_have_their_bounds) {
  struct {
    int minutes;
    int gauge;
    const char* waited;
    const char* full;
  } const table[] = {{0, 0, "0-5", "0-50"},    {4, 49, "0-5", "0-50"},
                     {5, 50, "5-15", "50-80"}, {14, 80, "5-15", "50-80"},
                     {15, 81, "15-30", "80-"}, {30, 120, "15-30", "80-"},
                     {31, 999, "30-", "80-"},  {600, 50, "30-", "50-80"}};
  for (const auto& it : table) {
    const auto given = marks("33333", permits, it.minutes, it.gauge);
    BOOST_TEST(groups(given, "waited") == std::string{it.waited} + " 5 3.0");
    BOOST_TEST(groups(given, "gauge") == std::string{it.full} + " 5 3.0");
  }
  BOOST_TEST(groups(marks("33333"), "gauge") == "", "without a gauge");
}

BOOST_AUTO_TEST_SUITE_END()
