// What people want who send a text message.

#include "actors/outbox/sms_words.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::office;

namespace {

const auto join = std::vector<join_word>{
    {"PASSEPORT", service_id{"passports"}},
    {"Aide sociale", service_id{"help"}},
    {"Marché", service_id{"market"}},
};

struct expected {
  const char* text;
  sms_wish wish;
  int number = 0;
  const char* language = "";
};

void check(const std::vector<expected>& table) {
  for (const auto& it : table) {
    const auto said = read_sms(it.text, join);
    BOOST_TEST((said.wish == it.wish), it.text);
    BOOST_TEST(said.number == it.number, it.text);
    BOOST_TEST(said.language == it.language, it.text);
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(sms_word)

BOOST_AUTO_TEST_CASE(each_word_is_known_in_both_languages) {
  check({
      {"STATUT", sms_wish::status, 0, "fr"},
      {"STATUS", sms_wish::status, 0, "en"},
      {"RETARD 10", sms_wish::late, 10, "fr"},
      {"LATE 10", sms_wish::late, 10, "en"},
      {"ANNULER", sms_wish::cancel, 0, "fr"},
      {"CANCEL", sms_wish::cancel, 0, "en"},
      {"LAISSER 3", sms_wish::pass, 3, "fr"},
      {"PASS 3", sms_wish::pass, 3, "en"},
      {"STOP", sms_wish::stop},
      {"START", sms_wish::start},
      {"OUI", sms_wish::accept, 0, "fr"},
      {"YES", sms_wish::accept, 0, "en"},
      {"NON", sms_wish::refuse, 0, "fr"},
      {"NO", sms_wish::refuse, 0, "en"},
      {"ARRIVÉ", sms_wish::arrived},
      {"ARRIVED", sms_wish::arrived, 0, "en"},
      {"AIDE", sms_wish::help, 0, "fr"},
      {"HELP", sms_wish::help, 0, "en"},
  });
}

BOOST_AUTO_TEST_CASE(the_way_it_is_written_does_not_matter) {
  check({
      {"  statut ? ", sms_wish::status, 0, "fr"},
      {"Retard: 10min.", sms_wish::late, 10, "fr"},
      {"retard", sms_wish::late, 0, "fr"},
      {"retard 1h", sms_wish::late, 60, "fr"},
      {"retard 1h15", sms_wish::late, 75, "fr"},
      {"late 999999999999", sms_wish::late, 1440, "en"},
      {"15 min de retard", sms_wish::late, 15, "fr"},
      {"Bonjour, je serai en retard de 20 minutes", sms_wish::late, 20, "fr"},
      {"Hello, I'll be late 5 min", sms_wish::late, 5, "en"},
      {"Je suis arrivée", sms_wish::arrived, 0, "fr"},
      {"je suis arrivé", sms_wish::arrived, 0, "fr"},
      {"I am here!", sms_wish::arrived, 0, "en"},
      {"oui merci", sms_wish::accept, 0, "fr"},
      {"Annuler svp", sms_wish::cancel, 0, "fr"},
      {"please CANCEL", sms_wish::cancel, 0, "en"},
      {"bonjour STATUS", sms_wish::status, 0, "en"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_asks_for_help) {
  check({
      {"", sms_wish::help},
      {"?!", sms_wish::help},
      {"42", sms_wish::help},
      {"où êtes-vous", sms_wish::help},
      {"Bonjour, où êtes-vous", sms_wish::help, 0, "fr"},
      {"ma soeur veut annuler", sms_wish::help},
  });
}

BOOST_AUTO_TEST_CASE(what_is_denied_is_not_done) {
  check({
      {"annuler ? non, ne pas annuler", sms_wish::help, 0, "fr"},
      {"Je ne veux pas annuler", sms_wish::help, 0, "fr"},
      {"cancel? please do not", sms_wish::help, 0, "en"},
      {"non, pas possible", sms_wish::refuse, 0, "fr"},
  });
}

BOOST_AUTO_TEST_CASE(a_line_is_joined_by_its_word) {
  const auto joined = [](const char* text) { return read_sms(text, join); };
  const auto passports = service_id{"passports"};
  BOOST_TEST((joined("JOIN PASSEPORT")
              == sms_said{sms_wish::join, 0, "PASSEPORT", passports, "en"}));
  BOOST_TEST((joined("rejoindre passeport !")
              == sms_said{sms_wish::join, 0, "PASSEPORT", passports, "fr"}));
  BOOST_TEST((joined("Passeport")
              == sms_said{sms_wish::join, 0, "PASSEPORT", passports, ""}));
  BOOST_TEST(joined("marche").service.text == "market");
  // Its first word means something else by itself.
  BOOST_TEST(joined("aide  SOCIALE").service.text == "help");
  BOOST_TEST((joined("rejoindre mairie")
              == sms_said{sms_wish::join, 0, "MAIRIE", {}, "fr"}));
  BOOST_TEST((joined("join") == sms_said{sms_wish::join, 0, "", {}, "en"}));
}

BOOST_AUTO_TEST_CASE(words_with_a_meaning_are_kept_for_it) {
  for (const auto* word : {"stop", "Arrêt", "oui", "Status", "bonjour"})
    BOOST_TEST(is_reserved_word(word), word);
  for (const auto* word : {"passeport", "aide sociale", "", "vaccin"})
    BOOST_TEST(!is_reserved_word(word), word);
  for (const auto* language : {"fr", "en"})
    BOOST_TEST((read_sms(cancel_word(language), {}).wish == sms_wish::cancel));
}

BOOST_AUTO_TEST_SUITE_END()
