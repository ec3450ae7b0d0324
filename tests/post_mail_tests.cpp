// Mail by a real server: what is in it, and how a try ends when the server
// says no, later, or nothing at all.

#include "net/post/mail_gateway.hpp"
#include "tests/support/certificates.hpp"
#include "tests/support/letters.hpp"
#include "tests/support/mail_server.hpp"
#include "tests/support/sent_by.hpp"

#include <libical/ical.h>

using namespace suivant;
using namespace suivant::tests;
using net::sent;

namespace {

net::mail mail_to_camille() {
  auto it = net::mail{};
  it.to = "camille@example.org";
  it.from_name = "Mairie d'Évry";
  it.subject = "Rappel – votre rendez-vous à la mairie, mardi 10 mars à 09:00";
  it.text = "Bonjour Zoé,\n\nà bientôt.\n.\nAprès le point.\n";
  it.html = "<!doctype html><html lang=\"fr\"><p>Bonjour Zoé</p></html>\n";
  it.language = "fr";
  it.id = "valmont.ya.2";
  it.bounce = "bounce+valmont.ya.2.0123456789abcdef";
  it.written = that_tuesday;
  return it;
}

std::string header(const received_mail& it, const char* name) {
  const auto* found = it.headers.if_contains(name);
  return found ? std::string{found->as_string()} : std::string{};
}

} // namespace

BOOST_AUTO_TEST_SUITE(post_mail)

BOOST_AUTO_TEST_CASE(a_mail_arrives_encrypted_and_word_by_word) {
  const auto shown = certificate_files{"localhost"};
  auto server = mail_server{&shown};
  auto by = net::mail_gateway{server.settings()};
  BOOST_TEST((sent_by(by, mail_to_camille()) == sent::handed));
  BOOST_TEST((sent_by(by, mail_to_camille()) == sent::handed));
  const auto got = server.received(2).back();
  BOOST_TEST(got.secure);
  BOOST_TEST(got.user == "suivant");
  BOOST_TEST(got.from
             == "bounce+valmont.ya.2.0123456789abcdef@valmont.example");
  BOOST_TEST(got.to == "camille@example.org");
  BOOST_TEST(got.subject == mail_to_camille().subject);
  BOOST_TEST(got.sender == "\"Mairie d'Évry\" <rdv@valmont.example>");
  BOOST_TEST(got.text == mail_to_camille().text);
  BOOST_TEST(got.html == mail_to_camille().html);
  BOOST_TEST(header(got, "message-id")
             == "Message-ID: <valmont.ya.2@valmont.example>");
  BOOST_TEST(header(got, "auto-submitted") == "Auto-Submitted: auto-generated");
  BOOST_TEST(header(got, "mime-version") == "Mime-Version: 1.0");
  BOOST_TEST(header(got, "date") == "Date: Tue, 10 Mar 2026 08:00:00 +0000");
  BOOST_TEST(got.files.empty());
}

BOOST_AUTO_TEST_CASE(the_calendars_file_can_be_read) {
  auto server = mail_server{};
  auto by = net::mail_gateway{server.settings()};
  const auto composed
      = gateway::compose_mail(letter_about(office::occasion::called_off,
                                           visit_told_of("fr", that_tuesday)),
                              written_with());
  auto it = mail_to_camille();
  it.calendar = composed.calendar;
  it.calendar_method = composed.calendar_method;
  BOOST_TEST((sent_by(by, it) == sent::handed));
  const auto got = server.received(1).front();
  BOOST_TEST_REQUIRE(got.files.size() == 1u);
  const auto& file = got.files.front().as_object();
  BOOST_TEST(file.at("name").as_string() == "rdv.ics");
  BOOST_TEST(file.at("type").as_string() == "text/calendar");
  BOOST_TEST(file.at("method").as_string() == "CANCEL");
  BOOST_TEST(file.at("content").as_string() == composed.calendar);
  auto* read = icalparser_parse_string(file.at("content").as_string().c_str());
  BOOST_REQUIRE(read != nullptr);
  BOOST_TEST(icalcomponent_get_method(read) == ICAL_METHOD_CANCEL);
  BOOST_TEST(icalrestriction_check(read) == 1);
  icalcomponent_free(read);
}

BOOST_AUTO_TEST_CASE(a_server_that_says_later_is_asked_later) {
  auto server = mail_server{};
  auto by = net::mail_gateway{server.settings()};
  server.misbehave("rcpt", 451); // Grey lists say so to whom they don't know.
  const auto ended = sent_by(by, mail_to_camille());
  BOOST_TEST((ended == sent::later));
  BOOST_TEST(ended.why == "gateway_451");
  BOOST_TEST((sent_by(by, mail_to_camille()) == sent::handed));
  server.misbehave("data", 452);
  BOOST_TEST((sent_by(by, mail_to_camille()) == sent::later));
  // What is wrong with us is not wrong with the address.
  server.misbehave("mail", 550);
  BOOST_TEST((sent_by(by, mail_to_camille()) == sent::later));
  BOOST_TEST(server.received_so_far() == 1u);
}

BOOST_AUTO_TEST_CASE(an_address_that_leads_nowhere_is_refused) {
  auto server = mail_server{};
  auto by = net::mail_gateway{server.settings()};
  server.misbehave("rcpt", 550);
  const auto ended = sent_by(by, mail_to_camille());
  BOOST_TEST((ended == sent::refused));
  BOOST_TEST(ended.why == "unknown_user");
  server.misbehave("data", 554);
  BOOST_TEST(sent_by(by, mail_to_camille()).why == "content_refused");
  auto nobody = mail_to_camille();
  nobody.to = "a@b>\r\nRCPT TO:<c@d";
  BOOST_TEST(sent_by(by, nobody).why == "address_is_malformed");
}

BOOST_AUTO_TEST_CASE(nobody_knows_of_a_mail_whose_line_was_cut_off) {
  auto server = mail_server{};
  auto by = net::mail_gateway{server.settings()};
  server.misbehave("data", 0);
  BOOST_TEST((sent_by(by, mail_to_camille()) == sent::unknown));
  // The next one goes by a new line.
  BOOST_TEST((sent_by(by, mail_to_camille()) == sent::handed));
}

BOOST_AUTO_TEST_CASE(a_server_that_is_away_or_keeps_us_out_is_asked_later) {
  const auto shown = certificate_files{"localhost"};
  const auto strange = certificate_files{"localhost"};
  auto server = mail_server{&shown};
  const auto ends = [](const net::mail_settings& with, const char* why) {
    auto by = net::mail_gateway{with};
    const auto ended = sent_by(by, mail_to_camille());
    BOOST_TEST((ended == sent::later), why);
    BOOST_TEST(ended.why == why);
  };
  auto wrong = server.settings();
  wrong.password = "wrong";
  ends(wrong, "gateway_log_in");
  wrong = server.settings();
  wrong.authorities = strange.certificate();
  ends(wrong, "tls");
  auto plain = mail_server{}; // Has no TLS, and it is required.
  wrong = plain.settings();
  wrong.tls = net::mail_tls::required;
  ends(wrong, "tls");
  wrong.port = free_port();
  ends(wrong, "unreachable");
  BOOST_TEST(server.received_so_far() + plain.received_so_far() == 0u);
}

BOOST_AUTO_TEST_CASE(what_waits_is_dropped_when_it_is_closed) {
  auto server = mail_server{};
  auto by = net::mail_gateway{server.settings()};
  by.close();
  by.close();
  auto none = server.settings();
  none.from = "nobody";
  BOOST_CHECK_THROW(net::mail_gateway{none}, std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
