// What each variable could say, for pages that show what comes of a text.

#include "net/gateway/post/compose.hpp"

namespace suivant::gateway {

office::template_values example_values(std::string_view language) {
  const auto link = std::string{
      "https://accueil.example.org/ticket/"
      "#mairie.0123456789abcdef0123456789abcdef"};
  auto both = office::template_values{
      {"phone", "01 23 45 67 89"},
      {"number", "A012"},
      {"places", "3"},
      {"persons", "2"},
      {"voucher", "1234-9F3A72C10B"},
      {"code", "123456"},
      {"link", link},
      {"time", "09:00"},
      {"survey_link", "https://accueil.example.org/survey/#mairie.passeport"},
      {"address", "1 place de la Mairie, 99999 Valmont"},
  };
  const auto in_english = language == "en";
  const auto say
      = [&](const char* name, const char* french, const char* english) {
          both[name] = in_english ? english : french;
        };
  say("name", "Camille Martin", "Camille Martin");
  say("office", "Mairie de Valmont", "Valmont town hall");
  say("site", "Annexe", "Annexe");
  say("service", "Passeport", "Passport");
  say("date", "mardi 10 mars", "Tuesday 10 March");
  say("start", "mardi 10 mars à 09:00", "Tuesday 10 March at 09:00");
  say("place_type", "par téléphone", "by phone");
  say("counter", "Guichet 3", "Counter 3");
  say("reason", "fermeture exceptionnelle", "closed for once");
  say("until", "12:30", "12:30");
  say("bring", "Une photo récente", "A recent photo");
  say("instructions", "Une personne à la fois", "One person at a time");
  say("cancel", "ANNULER", "CANCEL");
  say("web", "", "");
  return both;
}

} // namespace suivant::gateway
