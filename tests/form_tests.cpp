// What a service's own form asks, and which answers it takes.

#include "actors/office/form.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant::office;

namespace {

field_setup field(field_kind kind) {
  return {.id = "it", .label = {{"fr", "?"}}, .kind = kind};
}

/// What is wrong with the one answer to the one question.
std::string wrong(const field_setup& asked, const std::string& answer) {
  const auto found = problems_in({asked}, {{"it", answer}});
  return found.empty() ? "" : found.front().what;
}

} // namespace

BOOST_AUTO_TEST_SUITE(forms)

BOOST_AUTO_TEST_CASE(what_is_required_must_be_there_and_not_blank) {
  auto asked = field(field_kind::text);
  BOOST_TEST(wrong(asked, "") == "");
  asked.required = true;
  BOOST_TEST(wrong(asked, " \n") == "is_missing");
  BOOST_TEST(wrong(asked, "12 rue Haute") == "");
  BOOST_TEST(problems_in({asked}, {}).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_text_is_as_long_as_it_may_be_in_bytes) {
  auto asked = field(field_kind::text);
  BOOST_TEST(wrong(asked, std::string(200, 'x')) == "");
  BOOST_TEST(wrong(asked, std::string(201, 'x')) == "is_too_long");
  asked.most = 3;
  BOOST_TEST(wrong(asked, "\u00e9\u00e9") == "is_too_long");
  BOOST_TEST(wrong(field(field_kind::long_text), std::string(2000, 'x')) == "");
}

BOOST_AUTO_TEST_CASE(a_number_is_whole_and_between_its_ends_included) {
  auto asked = field(field_kind::number);
  asked.least = 1;
  asked.most = 7;
  for (const auto* fits : {"1", "7"})
    BOOST_TEST(wrong(asked, fits) == "");
  for (const auto* outside : {"0", "8", "-1", "99999999999"})
    BOOST_TEST(wrong(asked, outside) == "is_out_of_range");
  for (const auto* none : {"two", "2.5", "2 ", "0x2"})
    BOOST_TEST(wrong(asked, none) == "is_malformed");
}

BOOST_AUTO_TEST_CASE(a_date_is_one_of_the_calendar) {
  const auto asked = field(field_kind::date);
  BOOST_TEST(wrong(asked, "2028-02-29") == "");
  BOOST_TEST(wrong(asked, "2026-02-29") == "is_malformed");
  BOOST_TEST(wrong(asked, "23/11/2026") == "is_malformed");
}

BOOST_AUTO_TEST_CASE(a_choice_is_one_of_the_options) {
  auto asked = field(field_kind::choice);
  asked.options = {{"first", {{"fr", "Premi\u00e8re"}}}};
  BOOST_TEST(wrong(asked, "first") == "");
  BOOST_TEST(wrong(asked, "second") == "is_unknown");
}

BOOST_AUTO_TEST_CASE(a_tick_that_is_required_must_be_set) {
  auto asked = field(field_kind::tick);
  asked.required = true;
  BOOST_TEST(wrong(asked, "yes") == "");
  BOOST_TEST(wrong(asked, "no") == "is_malformed");
  BOOST_TEST(wrong(asked, "") == "is_missing");
}

BOOST_AUTO_TEST_CASE(an_answer_nobody_asked_for_is_said_last) {
  auto asked = field(field_kind::text);
  asked.required = true;
  const auto found = problems_in({asked}, {{"a-stranger", "x"}});
  BOOST_REQUIRE(found.size() == 2u);
  BOOST_TEST(found[0].field == "it");
  BOOST_TEST(found[1].field == "a-stranger");
  BOOST_TEST(found[1].what == "is_unknown");
}

BOOST_AUTO_TEST_SUITE_END()
