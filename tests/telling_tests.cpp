// From the booking to the survey, through a real gateway and a real mail
// server.

#include "tests/support/talking_town.hpp"

using namespace suivant;
using namespace suivant::tests;

namespace {

const auto martin = json_of(R"({"name": "Mme Martin", "phone": "06 12 34 56 78",
                               "email": "martin@valmont.example"})");
const auto by_text = json_of(R"({"name": "M. Petit", "phone": "0612345678"})");

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}

// "…/ticket/#talking.0123": what stands behind "#".
std::string link_in(const std::string& text) {
  const auto from = text.find('#') + 1;
  return text.substr(from, text.find_first_of(" \n", from) - from);
}

void serve(talking_town& town) {
  auto amelie = town.here.staff("amelie");
  const auto did = [&](const std::string& name, json_value fields) {
    const auto said = amelie.command(town.office, name, fields);
    BOOST_REQUIRE_MESSAGE(said.status == 200, name << ": " << said.text);
  };
  did("sign-in", object{{"counter", "1"}});
  did("call-next", object{{"counter", "1"}});
  town.here.advance(6s);
  BOOST_TEST(has(town.text_no(3), "uichet 1"), town.text_no(3));
  did("start", about(town.visit));
  did("finish", about(town.visit));
}

} // namespace

BOOST_AUTO_TEST_SUITE(people_are_told)

BOOST_AUTO_TEST_CASE(from_the_booking_to_the_survey) {
  auto town = talking_town{};
  town.booked(on_tuesday(9h + 30min), martin);
  const auto text = town.text_no(1);
  BOOST_TEST(has(text, "09:30"), text);
  BOOST_TEST(has(text, "01 23 45 67 89"), text);
  const auto mail = town.post.received(1).front();
  BOOST_TEST(mail.to == "martin@valmont.example");
  BOOST_TEST(has(mail.text, "09:30"), mail.text);
  BOOST_TEST(mail.files.size() == 1U);
  town.expect_messages("booked/sms delivered, booked/email handed");

  // A day before, at the same time on the clock; by text, for that arrives.
  town.here.set_clock(on_tuesday(9h + 30min) - 24h);
  const auto reminder = town.text_no(2);
  BOOST_TEST(has(reminder, "09:30"), reminder);
  town.expect_messages(
      "booked/sms delivered, booked/email handed, reminder/sms delivered");

  // They arrive by the link that they were reminded with.
  town.here.set_clock(on_tuesday(9h + 20min));
  auto phone = town.here.visitor();
  phone.link = link_in(reminder);
  const auto came = phone.post("/api/v1/visit/arrive", object{}, new_key());
  BOOST_REQUIRE_MESSAGE(came.status == 200, came.text);
  serve(town);
  town.here.advance(31min);
  BOOST_TEST(has(town.text_no(4), "/survey/#"), town.text_no(4));
  BOOST_TEST(town.post.received_so_far() == 1U);
}

BOOST_AUTO_TEST_CASE(a_page_that_shows_the_call_saves_a_text) {
  auto town = talking_town{};
  auto phone = town.booked(on_tuesday(9h + 30min), by_text);
  town.text_no(1);
  town.here.set_clock(on_tuesday(9h + 20min));
  BOOST_REQUIRE_EQUAL(
      phone.post("/api/v1/visit/arrive", object{}, new_key()).status, 200);
  auto amelie = town.here.staff("amelie");
  amelie.command(town.office, "sign-in", object{{"counter", "1"}});
  amelie.command(town.office, "call-next", object{{"counter", "1"}});
  BOOST_REQUIRE_EQUAL(phone.post("/api/v1/visit/seen", object{}).status, 200);
  town.here.advance(10s);
  // The day before it was too early to remind anybody: it was not asked then.
  BOOST_TEST(has(town.messages(), "turn/sms dropped (seen)"), town.messages());
  const auto counted = town.here.visitor().get("/metrics").text;
  BOOST_TEST(has(counted, R"(suivant_messages_total{by="sms",ended="seen"} 1)"),
             counted);
}

BOOST_AUTO_TEST_CASE(a_gateway_that_is_away_for_three_hours) {
  auto town = talking_town{};
  town.network.stop_network();
  town.network.stop();
  town.booked(on_tuesday(9h + 30min), by_text);
  town.here.visitor().post(town.path("/tickets"),
                           object{{"service", "papers"}, {"person", by_text}},
                           new_key());
  auto amelie = town.here.staff("amelie");
  amelie.command(town.office, "sign-in", object{{"counter", "1"}});
  amelie.command(town.office, "call-next", object{{"counter", "1"}});
  for (auto passed = 0min; passed < 3h; passed += 20min) {
    town.here.advance(20min);
    town.messages();
  }
  BOOST_TEST(town.network.received_so_far().empty());
  town.network.start();
  town.network.start_network();
  town.here.advance(20min);
  BOOST_TEST(has(town.text_no(1), "09:30"), town.text_no(1));
  town.expect_messages("booked/sms delivered, reminder/sms delivered");
  // Who was called three hours ago is not told now: two texts, no more.
  BOOST_TEST(texts_in(town.network.received_so_far()).size() == 2U);
}

BOOST_AUTO_TEST_CASE(without_a_receipt_it_goes_by_mail) {
  auto town = talking_town{"http://127.0.0.1:9"}; // Nobody is there.
  town.booked(on_tuesday(9h + 30min), martin);
  town.post.received(1);
  town.here.set_clock(on_tuesday(9h + 30min) - 24h);
  town.text_no(2);
  town.expect_messages(
      "booked/sms handed, booked/email handed, reminder/sms handed");
  town.here.advance(11min);
  const auto mail = town.post.received(2).back();
  BOOST_TEST(has(mail.text, "09:30"), mail.text);
  town.expect_messages(
      "booked/sms handed, booked/email handed, reminder/sms "
      "failed (no_receipt), reminder/email handed");
}

BOOST_AUTO_TEST_CASE(a_restart_says_nothing_twice) {
  auto town = talking_town{};
  town.booked(on_tuesday(9h + 30min), martin);
  town.text_no(1);
  town.expect_messages("booked/sms delivered, booked/email handed");
  town.here.stop();
  town.here.start([&](config::program_options& it) {
    it.settings.net.port = town.port;
    it.settings.public_address = "https://valmont.example";
    it.settings.sms = town.network.settings();
    it.settings.mail = town.post.settings();
  });
  // Whatever was to be said again would be said before this.
  town.booked(on_tuesday(10h), martin);
  BOOST_TEST(has(town.text_no(2), "10:00"), town.text_no(2));
  town.expect_messages("booked/sms handed, booked/email handed");
  BOOST_TEST(texts_in(town.network.received_so_far()).size() == 2U);
  BOOST_TEST(town.post.received_so_far() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
