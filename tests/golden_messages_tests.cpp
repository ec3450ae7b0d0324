// Every message in both languages, as it is written down under golden/messages.
// After a change of words that is meant:
//   SUIVANT_REWRITE_GOLDEN=1 build/release/tests/composing_tests -t
//   golden_messages

#include "actors/outbox/outbox_describe.hpp"
#include "actors/outbox/sms_text.hpp"
#include "net/gateway/post/usual_words.hpp"
#include "tests/support/letters.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace suivant;
using namespace suivant::gateway;
using namespace suivant::tests;
using office::occasion;

namespace {

namespace fs = std::filesystem;

const auto folder = fs::path{SUIVANT_SOURCE_DIR} / "tests/golden/messages";

std::string text_in(const fs::path& file) {
  auto in = std::ifstream{file};
  auto text = std::ostringstream{};
  text << in.rdbuf();
  return text.str();
}

void compare(const std::string& name, const std::string& text) {
  if (std::getenv("SUIVANT_REWRITE_GOLDEN") != nullptr)
    std::ofstream{folder / name} << text;
  BOOST_TEST(text_in(folder / name) == text, name << " reads otherwise");
}

std::string sms_with_size(const post::letter& letter, const writing& with) {
  const auto text = compose_sms(letter, with);
  const auto size = office::size_of_sms(text);
  return "# " + std::to_string(size.parts)
         + (size.parts == 1 ? " part" : " parts") + ", "
         + std::to_string(size.units) + " units of "
         + (size.unicode ? "UCS-2" : "GSM-7") + '\n' + text + '\n';
}

std::string as_written(const post::letter& letter) {
  const auto with = written_with();
  const auto mail = compose_mail(letter, with);
  auto calendar = mail.calendar;
  std::erase(calendar, '\r');
  return sms_with_size(letter, with) + "\n# " + mail.subject + '\n' + mail.text
         + (calendar.empty() ? "" : "\n# rdv.ics\n" + calendar);
}

const auto occasions = [] {
  auto all = std::vector<occasion>{};
  for (auto i = 0; i <= static_cast<int>(occasion::survey); ++i)
    all.push_back(static_cast<occasion>(i));
  return all;
}();

const auto languages = std::vector<std::string>{"fr", "en"};

} // namespace

BOOST_AUTO_TEST_SUITE(golden_messages)

BOOST_AUTO_TEST_CASE(each_message_reads_as_it_did) {
  for (const auto about : occasions)
    for (const auto& language : languages)
      compare(std::string{key_of(about)} + '.' + language + ".txt",
              as_written(
                  letter_about(about, visit_told_of(language, that_tuesday))));
}

BOOST_AUTO_TEST_CASE(a_sensitive_service_is_named_nowhere) {
  for (const auto about : occasions)
    for (const auto& language : languages) {
      const auto letter = letter_about(
          about, visit_told_of(language, that_tuesday, "shelter"));
      const auto text
          = as_written(letter) + compose_mail(letter, written_with()).html;
      for (const auto* word : {"iolence", "conjugal", "plaint", "shelter"})
        BOOST_TEST((text.find(word) == text.npos),
                   key_of(about) << ' ' << language << " says " << word);
      if (about == occasion::booked)
        compare("sensitive." + language + ".txt", text);
    }
}

BOOST_AUTO_TEST_CASE(the_html_says_the_same_words) {
  for (const auto& language : languages)
    for (const auto about : {occasion::booked, occasion::called_off}) {
      const auto letter
          = letter_about(about, visit_told_of(language, that_tuesday));
      compare(std::string{key_of(about)} + '.' + language + ".html",
              compose_mail(letter, written_with()).html);
    }
}

BOOST_AUTO_TEST_CASE(times_are_those_of_the_site_also_when_clocks_change) {
  for (const auto& language : languages) {
    auto text = std::string{};
    for (const auto* zone : {"Europe/Paris", "America/Martinique"})
      for (const auto start :
           {utc_time(2026, 3, 29, 30min), utc_time(2026, 3, 29, 60min),
            utc_time(2026, 10, 24, 23h + 30min), utc_time(2026, 10, 25, 0min),
            utc_time(2026, 10, 25, 30min), utc_time(2026, 10, 25, 60min),
            utc_time(2026, 10, 25, 90min), utc_time(2026, 10, 25, 120min)}) {
        const auto letter
            = letter_about(occasion::reminder, visit_told_of(language, start),
                           writing_town(zone));
        text += text_of(zone_called(zone), start) + '\n'
                + compose_sms(letter, written_with()) + '\n';
      }
    compare("clocks." + language + ".txt", text);
  }
}

BOOST_AUTO_TEST_CASE(a_text_takes_two_parts_at_most) {
  for (const auto about : occasions)
    for (const auto& language : languages)
      for (auto month = 1u; month <= 12; ++month) {
        const auto start = utc_time(2026, month, 12, 8h);
        const auto text
            = compose_sms(letter_about(about, visit_told_of(language, start)),
                          written_with());
        const auto size = office::size_of_sms(text);
        BOOST_TEST(size.parts <= 2, text);
        BOOST_TEST(!size.unicode, text);
      }
}

BOOST_AUTO_TEST_CASE(nothing_is_left_of_what_was_to_be_filled_in) {
  for (const auto about : occasions)
    for (const auto& language : languages) {
      auto bare = visit_told_of(language, that_tuesday);
      auto by = writing_town();
      by.messages.address.clear();
      by.booking.sites.clear();
      auto with = written_with();
      with.person = {};
      const auto letter = letter_about(about, bare, by);
      const auto mail = compose_mail(letter, with);
      for (const auto& text :
           {compose_sms(letter, with), mail.subject, mail.text, mail.html})
        for (const auto* left : {"{", "}", "[", "]", "\n\n\n", " ,", " ."})
          BOOST_TEST((text.find(left) == text.npos), text);
    }
}

BOOST_AUTO_TEST_CASE(the_usual_words_keep_the_rules_for_words) {
  for (const auto about : occasions)
    for (const auto& language : languages) {
      const auto words = usual_words(about, language);
      using office::text_part;
      for (const auto& [text, part] :
           {std::pair{words.sms, text_part::sms},
            std::pair{words.subject, text_part::subject},
            std::pair{words.mail, text_part::mail}}) {
        BOOST_TEST(!text.empty());
        for (const auto& it : office::problems_in(text, about, part))
          BOOST_ERROR(key_of(about) << ' ' << language << ": " << it.what << ' '
                                    << it.variable);
      }
    }
}

BOOST_AUTO_TEST_SUITE_END()
