// What we sign: messages, codes and surveys; and numbers as people type them.

#include "net/gateway/post/confirmation_code.hpp"
#include "net/gateway/post/message_id.hpp"
#include "net/gateway/post/phone_number.hpp"
#include "net/gateway/post/survey_slip.hpp"
#include "tests/support/letters.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <set>

using namespace suivant;
using namespace suivant::gateway;
using namespace suivant::tests;

namespace {

const auto secret = written_with().secret;
const auto other = [] {
  auto it = crypto::key{};
  it.fill(8);
  return it;
}();
const auto hall = office_id{"valmont"};

// Each letter by another one, one at a time.
template <class Check>
void with_any_letter_changed(const std::string& text, Check check) {
  for (auto i = std::size_t{0}; i < text.size(); ++i) {
    auto spoiled = text;
    spoiled[i] = spoiled[i] == 'b' ? 'c' : 'b';
    check(spoiled);
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(post_slips)

BOOST_AUTO_TEST_CASE(a_message_is_known_again_and_nobody_else_names_one) {
  const auto id = message_id{hall, visit_id{1234}, 2};
  BOOST_TEST(text_of(id) == "valmont.ya.2");
  const auto text = signed_text_of(secret, id);
  BOOST_TEST((message_signed(secret, text) == id));
  auto shouted = text;
  for (auto& letter : shouted)
    if (letter >= 'a' && letter <= 'z')
      letter = static_cast<char>(letter - 'a' + 'A');
  BOOST_TEST((message_signed(secret, shouted) == id));
  BOOST_TEST(!message_signed(other, text));
  with_any_letter_changed(text, [](const std::string& it) {
    BOOST_TEST(!message_signed(secret, it), it);
  });
  for (const auto* it : {"", ".", "..", "...", "a", "a.b", "a.b.c", "a.b.c.d",
                         "....0123456789abcdef"})
    BOOST_TEST(!message_signed(secret, it), it);
}

BOOST_AUTO_TEST_CASE(a_bounce_is_known_by_the_address_it_comes_to) {
  const auto id = message_id{office_id{"a-town-hall-of-thirty-two-letter"},
                             visit_id{9'999'999}, 35};
  const auto name = bounce_name_of(secret, id);
  BOOST_TEST(name.size() <= 64u); // As long as SMTP lets it be.
  BOOST_TEST((bounced(secret, name + "@valmont.example") == id));
  const auto notice
      = "From: MAILER-DAEMON@mx.example\r\nTo: <bounce+fake.1.1."
        "0123456789abcdef@valmont.example>,\r\n <"
        + name
        + "@valmont.example>\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\n"
          "Action: failed\r\nStatus: 5.1.1\r\n";
  BOOST_TEST((bounced(secret, notice) == id));
  BOOST_TEST(is_final_bounce(notice));
  BOOST_TEST(!bounced(other, notice));
  BOOST_TEST(!bounced(secret, "nothing"));
  BOOST_TEST(!is_final_bounce("Action: x\r\nStatus: 4.4.1 (busy)\r\n"));
  BOOST_TEST(!is_final_bounce("To: a\nAction: delayed\nStatus: 5.0.0\n"));
  BOOST_TEST(is_final_bounce("The person has moved."));
}

BOOST_AUTO_TEST_CASE(a_code_is_for_one_visit_and_one_address) {
  const auto code = confirmation_code(secret, hall, visit_id{7}, "a@b.example");
  BOOST_TEST(code.size() == 6u);
  BOOST_TEST(is_confirmation_code(secret, hall, visit_id{7}, "A@b.example",
                                  code.substr(0, 3) + ' ' + code.substr(3)));
  for (const auto* typed : {"", "1", "1234567", "000000"})
    BOOST_TEST(
        (!is_confirmation_code(secret, hall, visit_id{7}, "a@b.example", typed)
         || code == typed));
  auto codes = std::set<std::string>{
      code, confirmation_code(secret, hall, visit_id{7}, "c@b.example"),
      confirmation_code(secret, hall, visit_id{8}, "a@b.example"),
      confirmation_code(other, hall, visit_id{7}, "a@b.example"),
      confirmation_code(secret, office_id{"x"}, visit_id{7}, "a@b.example")};
  BOOST_TEST(codes.size() == 5u);
}

BOOST_AUTO_TEST_CASE(a_survey_says_how_it_went_and_not_for_whom) {
  const auto visit = visit_told_of("fr", that_tuesday);
  const auto slip = survey_slip_of(secret, hall, visit, 55);
  BOOST_TEST(slip.waited == 22 * 60);
  BOOST_TEST(slip.served == 10 * 60);
  BOOST_TEST(slip.gauge == 55);
  BOOST_TEST((slip.ended == that_tuesday));
  const auto text = text_of(secret, slip);
  BOOST_TEST(text.size() <= 100u);
  BOOST_TEST((survey_slip_from(secret, text) == slip));
  BOOST_TEST(!survey_slip_from(other, text));
  with_any_letter_changed(text, [](const std::string& it) {
    BOOST_TEST(!survey_slip_from(secret, it), it);
  });
  BOOST_TEST(!survey_slip_from(secret, ""));
  // Sent again it is the same; of another visit it is another one.
  BOOST_TEST(text == text_of(secret, survey_slip_of(secret, hall, visit, 55)));
  auto next = visit;
  next.id = visit_id{1235};
  BOOST_TEST(slip.nonce != survey_slip_of(secret, hall, next, 55).nonce);
  const auto unknown = survey_slip_of(secret, hall, visit, -1, true);
  BOOST_TEST(unknown.service.empty());
  BOOST_TEST((survey_slip_from(secret, text_of(secret, unknown)) == unknown));
}

BOOST_AUTO_TEST_CASE(numbers_are_understood_as_people_type_them) {
  struct row {
    const char* typed;
    const char* region;
    const char* e164;
    office::telephone kind;
  };
  using enum office::telephone;
  for (const auto& it : std::array{
           row{"", "FR", "", none},
           row{"  ", "FR", "", none},
           row{"06 12 34 56 78", "FR", "+33612345678", mobile},
           row{"06.12.34.56.78", "FR", "+33612345678", mobile},
           row{"+33 (0)6 12 34 56 78", "FR", "+33612345678", mobile},
           row{"0033 6 12 34 56 78", "FR", "+33612345678", mobile},
           row{"33612345678", "FR", "+33612345678", mobile},
           row{"447911123456", "FR", "+447911123456", mobile},
           row{"01 23 45 67 89", "FR", "+33123456789", landline},
           row{"09 72 39 39 39", "FR", "+33972393939", landline},
           row{"0696 12 34 56", "FR", "+596696123456", mobile},
           row{"0696123456", "MQ", "+596696123456", mobile},
           row{"0690123456", "MQ", "+590690123456", mobile},
           row{"0692123456", "FR", "+262692123456", mobile},
           row{"0694123456", "FR", "+594694123456", mobile},
           row{"0639691234", "FR", "+262639691234", mobile},
           row{"0612345678", "MQ", "+33612345678", mobile},
           row{"0596 60 60 60", "FR", "+596596606060", landline},
           row{"+44 7911 123456", "FR", "+447911123456", mobile},
           row{"+1 202 555 0123", "FR", "+12025550123", mobile},
           row{"0470 12 34 56", "BE", "+32470123456", mobile},
           row{"0800 123 456", "FR", "+33800123456", unusable},
           row{"112", "FR", "", unusable},
           row{"06 12 34 56", "FR", "", unusable},
           row{"call me", "FR", "", unusable},
       }) {
    const auto number = phone_number_in(it.typed, it.region);
    BOOST_TEST(number.e164 == it.e164, it.typed);
    BOOST_TEST((number.kind == it.kind), it.typed);
  }
}

BOOST_AUTO_TEST_CASE(clocks_tell_where_a_number_is_at_home) {
  BOOST_TEST(region_of("America/Martinique", "FR") == "MQ");
  BOOST_TEST(region_of("Europe/Paris", "BE") == "FR");
  BOOST_TEST(region_of("Asia/Tokyo", "FR") == "FR");
}

BOOST_AUTO_TEST_SUITE_END()
