// Texts with variables: what comes of them, and what is wrong with them.

#include "actors/outbox/text_template.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

using namespace suivant::office;

namespace {

const auto values = template_values{{"office", "Mairie"},
                                    {"time", "09:00"},
                                    {"link", ""},
                                    {"site", "[{{time}}"}};

std::string listed(std::string_view text, occasion about, text_part part) {
  auto out = std::string{};
  for (const auto& it : problems_in(text, about, part))
    out += it.what + ' ' + it.variable + ';';
  return out;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_templates)

BOOST_AUTO_TEST_CASE(variables_say_what_they_stand_for) {
  struct row {
    const char* text;
    const char* becomes;
  };
  for (const auto& it : std::array{
           row{"", ""},
           row{"nothing to say", "nothing to say"},
           row{"{{office}} à {{ time }}.", "Mairie à 09:00."},
           row{"{{unknown}}{{link}}.", "."},
           row{"[ouvert : ]{{office}}", "ouvert : Mairie"},
           row{"{{office}}[, à {{time}}].", "Mairie, à 09:00."},
           row{"{{office}}[, {{link}} ou {{time}}].", "Mairie."},
           row{"[{{link}}][{{time}}]", "09:00"},
           row{"a { b } c", "a { b } c"},
           row{"{{site}}", "[{{time}}"}, // Values are not read again.
           row{"[{{site}}]", "[{{time}}"},
       })
    BOOST_TEST(filled(it.text, values) == it.becomes, it.text);
}

BOOST_AUTO_TEST_CASE(braces_and_brackets_must_match) {
  for (const auto* text : {"{{time", "time}}", "{{}}", "{{Time}}", "[a", "a]",
                           "[a[b]]", "{{time}", "[{{time]}}"})
    BOOST_TEST(
        listed(text, occasion::booked, text_part::subject).find("is_malformed")
            != std::string::npos,
        text);
  BOOST_TEST(listed("[à {{time}}] {x}", occasion::booked, text_part::subject)
             == "");
}

BOOST_AUTO_TEST_CASE(what_nobody_knows_is_named) {
  BOOST_TEST(listed("{{tme}}", occasion::booked, text_part::subject)
             == "is_unknown tme;");
  // A ticket has no date of an appointment.
  BOOST_TEST(listed("{{date}}", occasion::ticket, text_part::subject)
             == "is_unknown date;");
}

BOOST_AUTO_TEST_CASE(each_message_says_where_whom_to_ring_and_how_to_cancel) {
  BOOST_TEST(listed("Bonjour", occasion::reminder, text_part::sms)
             == "is_missing office;is_missing phone;is_missing link;"
                "is_missing date;is_missing time;");
  BOOST_TEST(listed("{{site}} {{phone}} {{start}} {{cancel}}",
                    occasion::reminder, text_part::sms)
             == "");
  BOOST_TEST(listed("{{site}} {{phone}} {{start}} {{cancel}}",
                    occasion::reminder, text_part::mail)
             == "is_missing link;");
  BOOST_TEST(listed("{{office}} {{phone}}", occasion::survey, text_part::mail)
             == "is_missing survey_link;");
  BOOST_TEST(listed("{{office}} {{phone}}", occasion::code, text_part::sms)
             == "is_missing code;");
  // Nothing is left to be called off.
  BOOST_TEST(listed("{{office}} {{phone}} {{date}}", occasion::cancelled,
                    text_part::sms)
             == "");
}

BOOST_AUTO_TEST_CASE(all_that_is_needed_may_be_named) {
  for (auto it = 0; it <= static_cast<int>(occasion::survey); ++it)
    for (const auto part : {text_part::sms, text_part::mail}) {
      const auto about = static_cast<occasion>(it);
      auto text = std::string{};
      for (const auto name : variables_of(about))
        text += "{{" + std::string{name} + "}}";
      BOOST_TEST(listed(text, about, part) == "", it);
    }
}

BOOST_AUTO_TEST_SUITE_END()
