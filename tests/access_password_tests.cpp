// Which passwords are taken, and why others are not.

#include "actors/access/passwords.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace suivant::access;

namespace {

const auto names = std::vector<std::string>{"amelie", "al", "hotel-de-ville"};

std::string why_not(std::string_view password) {
  const auto why = weakness(password, names, {});
  return why ? std::string{name_of(*why)} : "taken";
}

void all_are(const std::string& expected,
             const std::vector<std::string_view>& passwords) {
  for (const auto password : passwords)
    BOOST_TEST(why_not(password) == expected, password);
}

} // namespace

BOOST_AUTO_TEST_SUITE(access_passwords)

BOOST_AUTO_TEST_CASE(several_words_and_real_chance_are_taken) {
  all_are("taken", {
                       "canard sur le toit",
                       "forêt éclairée",
                       "trois petits cochons",
                       "correct horse battery staple",
                       "soleil maison cheval lundi",
                       "xT9#kq2!vLmw",
                       "7f3a9c51e08b",
                       "鴨は屋根の上で歌をうたう",
                   });
}

BOOST_AUTO_TEST_CASE(twelve_characters_are_needed_as_people_count_them) {
  all_are("password_too_short", {"", "onze lettre", "ééééééé", "xT9#kq2!vLm"});
  BOOST_TEST(why_not(std::string(300, 'x') + "canard sur le toit"
                     + std::string(300, 'y'))
             == "password_too_long");
}

BOOST_AUTO_TEST_CASE(names_are_found_however_they_are_written) {
  all_are("password_has_a_name",
          {"amelie et le canard", "le chat d'Amélie", "xx-A.M.E.L.I.E-xx",
           "un hôtel de ville vide"});
  // Two letters stand in too many words.
  all_are("taken", {"balade au bord du lac"});
}

BOOST_AUTO_TEST_CASE(what_everybody_tries_is_not_made_good_by_digits) {
  all_are("password_is_common",
          {"MotDePasse123", "motdepasse2026!", "P@ssw0rd2026", "password1234",
           "Bienvenue2026!", "Admin-Admin-1", "administrateur", "letmein12345",
           "soleil123456", "Princesse2010", "jetaimemarseille", "1q2w3e4r5t6y",
           "loulou-doudou", "azertymotdepasse", "M0tD3P4ss3!!"});
}

BOOST_AUTO_TEST_CASE(patterns_are_not_made_good_by_their_length) {
  all_are("password_is_a_pattern",
          {"aaaaaaaaaaaaaaaa", "abababababab", "123456789012", "000000000000",
           "9876543210987", "abcdefghijklm", "azertyuiop12", "qsdfghjklm12",
           "poiuytrezaqwxc", "qwertyuiopasdf", "1qaz2wsx3edc", "19991231-1999",
           "xyz!xyz!xyz!xyz!", "112233445566", "aaaabbbbccccdddd"});
}

BOOST_AUTO_TEST_CASE(letters_are_seen_without_case_and_accents) {
  BOOST_TEST(plain_letters("ÀÉÎÕÜÇŒuvre çà œ") == "aeioucoeuvre ca oe");
  BOOST_TEST(plain_letters("\xC3") == "\xC3");
}

BOOST_AUTO_TEST_SUITE_END()
