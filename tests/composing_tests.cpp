// Which words are chosen, and what stands in them.

#include "net/gateway/post/mail_html.hpp"
#include "net/gateway/post/shown_time.hpp"
#include "tests/support/letters.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::gateway;
using namespace suivant::tests;
using office::occasion;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

office::text_setup own(const std::string& language, const std::string& sms,
                       const std::string& service = {}) {
  return {occasion::booked, service_id{service}, language, sms, {}, {}};
}

std::string sms_by(std::vector<office::text_setup> texts,
                   const std::string& language) {
  auto town = writing_town();
  town.messages.texts = std::move(texts);
  return compose_sms(letter_about(occasion::booked,
                                  visit_told_of(language, that_tuesday), town),
                     written_with());
}

} // namespace

BOOST_AUTO_TEST_SUITE(composing)

BOOST_AUTO_TEST_CASE(an_offices_own_words_win) {
  BOOST_TEST(sms_by({own("fr", "Tous {{time}}")}, "fr") == "Tous 09:00");
  BOOST_TEST(
      sms_by({own("fr", "Tous"), own("fr", "Passeport", "passport")}, "fr")
      == "Passeport");
  BOOST_TEST(sms_by({own("fr", "Tous"), own("fr", "Autre", "shelter")}, "fr")
             == "Tous");
  BOOST_TEST(has(sms_by({own("en", "All")}, "fr"), "Modifier ou annuler"));
}

BOOST_AUTO_TEST_CASE(who_speaks_another_language_reads_what_there_is) {
  BOOST_TEST(sms_by({own("ar", "مرحبا"), own("fr", "Tous")}, "ar") == "مرحبا");
  BOOST_TEST(sms_by({own("fr", "Tous")}, "ar") == "Tous");
  BOOST_TEST(has(sms_by({}, "ar"), "Modifier ou annuler"));
  // Usual words in the visitor's language before others in another one.
  BOOST_TEST(has(sms_by({own("fr", "Tous")}, "en"), "Change or cancel"));
  BOOST_TEST(has(sms_by({}, ""), "Modifier ou annuler"));
}

BOOST_AUTO_TEST_CASE(only_what_is_written_anew_is_other_than_usual) {
  auto town = writing_town();
  town.messages.texts = {{occasion::booked, {}, "fr", "", "Noté", ""}};
  const auto mail = compose_mail(
      letter_about(occasion::booked, visit_told_of("fr", that_tuesday), town),
      written_with());
  BOOST_TEST(mail.subject == "Noté");
  BOOST_TEST(has(mail.text, "Votre rendez-vous est enregistré."));
}

BOOST_AUTO_TEST_CASE(nobody_makes_an_office_send_their_own_words) {
  auto with = written_with();
  for (const auto* name : {"Gagnez sur https://x.example", "www.x.example/",
                           "a\nb", "<b>", "06 12", "Camille@x.example"}) {
    with.person.name = name;
    const auto mail = compose_mail(
        letter_about(occasion::booked, visit_told_of("fr", that_tuesday)),
        with);
    BOOST_TEST(mail.text.starts_with("Bonjour,\n"), mail.text);
  }
  with.person.name = "Zoé d'Aubigné-O’Neill";
  BOOST_TEST(compose_mail(letter_about(occasion::booked,
                                       visit_told_of("fr", that_tuesday)),
                          with)
                 .text.starts_with("Bonjour Zoé d'Aubigné-O’Neill,\n"));
}

BOOST_AUTO_TEST_CASE(who_cannot_answer_a_sender_is_not_asked_to) {
  auto town = writing_town();
  const auto ticket = [&] {
    return compose_sms(
        letter_about(occasion::ticket, visit_told_of("fr", that_tuesday), town),
        written_with());
  };
  town.messages.sender = "36000";
  BOOST_TEST(has(ticket(), "ANNULER"));
  BOOST_TEST(!has(ticket(), "https://"));
  town.messages.sender = "VALMONT";
  BOOST_TEST(!has(ticket(), "ANNULER"));
  BOOST_TEST(has(ticket(), "https://rdv.valmont.example/ticket/#valmont."));
}

BOOST_AUTO_TEST_CASE(who_waits_for_a_seat_is_not_told_to_come) {
  auto visit = visit_told_of("fr", that_tuesday);
  auto waiting = *visit.appointment;
  waiting.claim.waiting = true;
  visit.appointment = waiting;
  auto town = writing_town();
  town.messages.texts = {own("fr", "Venez !")};
  const auto letter = letter_about(occasion::booked, visit, town);
  BOOST_TEST(has(compose_sms(letter, written_with()), "liste d'attente"));
  const auto mail = compose_mail(letter, written_with());
  BOOST_TEST(has(mail.subject, "Liste d'attente"));
  BOOST_TEST(has(mail.text, "Ne venez pas encore"));
  BOOST_TEST(mail.calendar == "");
}

BOOST_AUTO_TEST_CASE(a_number_that_is_off_was_no_appointment) {
  auto visit = visit_told_of("en", that_tuesday);
  visit.appointment.reset();
  const auto letter = letter_about(occasion::called_off, visit);
  BOOST_TEST(has(compose_sms(letter, written_with()),
                 "your number A012 is cancelled (fermeture exceptionnelle)."));
  const auto mail = compose_mail(letter, written_with());
  BOOST_TEST(mail.subject == "Your number A012 is cancelled");
  BOOST_TEST(!has(mail.text, "appointment"));
}

BOOST_AUTO_TEST_CASE(who_is_next_is_not_told_that_nobody_is_before_them) {
  auto letter = letter_about(occasion::nth, visit_told_of("fr", that_tuesday));
  letter.places = 0;
  BOOST_TEST(has(compose_sms(letter, written_with()),
                 "numéro A012. Revenez sur place."));
}

BOOST_AUTO_TEST_CASE(a_call_is_not_a_place_to_go_to) {
  auto visit = visit_told_of("fr", that_tuesday);
  auto booked = *visit.appointment;
  booked.claim.place = booking::place_type::phone;
  booked.claim.persons = 2;
  visit.appointment = booked;
  const auto text
      = compose_mail(letter_about(occasion::booked, visit), written_with())
            .text;
  BOOST_TEST(has(text, "par téléphone"));
  BOOST_TEST(has(text, "Pour 2 personnes"));
  BOOST_TEST(!has(text, "Annexe"));
}

BOOST_AUTO_TEST_CASE(only_an_appointment_has_a_calendars_file) {
  using enum occasion;
  const auto calendar = [](occasion about) {
    return compose_mail(letter_about(about, visit_told_of("fr", that_tuesday)),
                        written_with())
        .calendar;
  };
  for (const auto about : {booked, moved}) {
    BOOST_TEST(has(calendar(about), "METHOD:PUBLISH\r\n"));
    BOOST_TEST(has(calendar(about), "STATUS:CONFIRMED\r\n"));
  }
  for (const auto about : {cancelled, called_off}) {
    BOOST_TEST(has(calendar(about), "METHOD:CANCEL\r\n"));
    BOOST_TEST(has(calendar(about), "STATUS:CANCELLED\r\n"));
  }
  for (const auto about : {reminder, ticket, turn, survey, code})
    BOOST_TEST(calendar(about) == "");
}

BOOST_AUTO_TEST_CASE(an_offer_says_its_own_time_and_until_when) {
  const auto text = compose_sms(
      letter_about(occasion::earlier_offer, visit_told_of("fr", that_tuesday)),
      written_with());
  BOOST_TEST(has(text, "mercredi 11 mars à 09:00"));
  BOOST_TEST(has(text, "avant mardi 10 mars à 12:00"));
  auto same_day = written_with();
  same_day.now = that_tuesday;
  BOOST_TEST(has(compose_sms(letter_about(occasion::earlier_offer,
                                          visit_told_of("fr", that_tuesday)),
                             same_day),
                 "avant 12:00"));
}

BOOST_AUTO_TEST_CASE(days_have_the_names_that_people_give_them) {
  const auto paris = zone_called("Europe/Paris");
  const auto first = utc_time(2027, 8, 1, 8h);
  BOOST_TEST(date_shown(paris, first, "fr", true) == "dimanche 1er août 2027");
  BOOST_TEST(date_shown(paris, first, "en", false) == "Sunday 1 August");
}

BOOST_AUTO_TEST_CASE(html_means_nothing_but_what_it_says) {
  const auto html = html_of(
      "a <b> & \"c\"\nd\n\nSee it: https://x.example/?a&b"
      "\n\nhttp://y.example\n\nwww",
      "<i>", "fr", "A & B");
  BOOST_TEST(has(html, "<title>&lt;i&gt;</title>"));
  BOOST_TEST(has(html, "a &lt;b&gt; &amp; &quot;c&quot;<br>\nd</p>"));
  BOOST_TEST(has(html, "href=\"https://x.example/?a&amp;b\">See it</a>"));
  BOOST_TEST(has(html, "href=\"http://y.example\">http://y.example</a>"));
  BOOST_TEST(has(html, "<html lang=\"fr\">"));
  BOOST_TEST(!has(html, "color:"));
}

BOOST_AUTO_TEST_SUITE_END()
