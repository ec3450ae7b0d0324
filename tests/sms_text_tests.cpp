// How long a text message is, and how it becomes shorter.

#include "actors/common/utf8.hpp"
#include "actors/outbox/sms_text.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::office;

namespace {

std::string times(int count, const std::string& text) {
  auto out = std::string{};
  for (auto i = 0; i < count; ++i)
    out += text;
  return out;
}

struct expected {
  const char* about;
  std::string text;
  bool unicode;
  int units;
  int parts;
};

} // namespace

BOOST_AUTO_TEST_SUITE(sms_texts)

BOOST_AUTO_TEST_CASE(texts_are_as_long_as_phones_count_them) {
  const auto table = std::vector<expected>{
      {"nothing", "", false, 0, 0},
      {"one letter", "a", false, 1, 1},
      {"letters of the alphabet", "Accès à 9 h : été, où ?", false, 23, 1},
      {"the alphabet's last part full", times(160, "a"), false, 160, 1},
      {"one more", times(161, "a"), false, 161, 2},
      {"two parts full", times(306, "a"), false, 306, 2},
      {"and one more", times(307, "a"), false, 307, 3},
      {"the extension takes two", times(80, "€"), false, 160, 1},
      {"and is not cut in two", times(152, "a") + "€" + times(153, "a"), false,
       307, 3},
      {"as here, where it fits", times(151, "a") + "€" + times(153, "a"), false,
       306, 2},
      {"all of the extension", "^{}\\[~]|€\f", false, 20, 1},
      {"a letter that is missing", "bientôt", true, 7, 1},
      {"capital with cedilla is there", "Ç", false, 1, 1},
      {"the small one is not", "ç", true, 1, 1},
      {"seventy", times(70, "ô"), true, 70, 1},
      {"seventy-one", times(71, "ô"), true, 71, 2},
      {"two parts", times(134, "ô"), true, 134, 2},
      {"three", times(135, "ô"), true, 135, 3},
      {"a pair is two halves", "😀", true, 2, 1},
      {"and is not cut in two", times(66, "ô") + "😀" + times(67, "ô"), true,
       135, 3},
      {"another writing", "مرحبا", true, 5, 1},
      {"no UTF-8", "a\xff", true, 2, 1},
  };
  for (const auto& it : table) {
    const auto size = size_of_sms(it.text);
    BOOST_TEST(size.unicode == it.unicode, it.about);
    BOOST_TEST(size.units == it.units, it.about);
    BOOST_TEST(size.parts == it.parts, it.about);
    BOOST_TEST(is_gsm(it.text) == !it.unicode, it.about);
  }
}

BOOST_AUTO_TEST_CASE(what_the_alphabet_lacks_is_named_once) {
  const auto size = size_of_sms("Hôtel à côté, reçu – 5 € ê");
  BOOST_TEST(size.forcing == (std::vector<std::string>{"ô", "ç", "–", "ê"}),
             boost::test_tools::per_element());
  BOOST_TEST(size_of_sms("à côté").forcing.size() == 1u);
  BOOST_TEST(size_of_sms("5 €").forcing.empty());
}

BOOST_AUTO_TEST_CASE(typography_becomes_that_of_phones) {
  BOOST_TEST(for_sms("L’accueil – « ici » … 9\u00a0h")
             == "L'accueil - \" ici \" ... 9 h");
}

BOOST_AUTO_TEST_CASE(accents_are_dropped_only_where_it_makes_fewer_parts) {
  BOOST_TEST(for_sms("Bientôt à vous") == "Bientôt à vous");
  const auto longer = "Hôtel de ville : " + times(60, "é");
  BOOST_TEST(for_sms(longer) == "Hotel de ville : " + times(60, "é"));
  const auto arabic = times(80, "م") + "ô";
  BOOST_TEST(for_sms(arabic) == arabic);
}

BOOST_AUTO_TEST_CASE(letters_are_read_and_written_as_they_are) {
  for (const auto* text : {"", "a", "é", "€", "😀", "aé€😀"})
    BOOST_TEST(to_utf8(from_utf8(text)) == text);
  // Too long, half of a pair, beyond the last, cut off.
  for (const auto* broken :
       {"\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
    BOOST_TEST(from_utf8(broken).find(U'\ufffd') != std::u32string::npos);
  BOOST_TEST(to_utf8(from_utf8("\xe2\x82z")) == "\ufffdz");
}

BOOST_AUTO_TEST_SUITE_END()
