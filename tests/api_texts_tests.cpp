// What people are told, over HTTP and by real mail: a code that proves an
// address, who wants texts, the words of an office, and what staff see of it.

#include "tests/support/mail_server.hpp"
#include "tests/support/taking_appointments.hpp"

#include <regex>

using namespace suivant;
using namespace suivant::tests;

namespace {

constexpr auto camille = "camille@example.org";

json_value telling_setup(bool proven) {
  auto setup = setup_with_appointments();
  setup.at("booking").at("services").at(0).as_object()["proven"] = proven;
  setup.as_object()["messages"]
      = json_of(R"({"on": true, "phone": "01 23 45 67 89"})");
  return setup;
}

struct telling {
  explicit telling(bool proven = false) {
    const auto made = adam.put(path("/setup"), telling_setup(proven));
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  }

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  caller held(instant start = on_tuesday(10h)) {
    const auto hold = here.visitor().post(
        path("/holds"), object{{"service", "papers"}, {"start", ms(start)}},
        new_key());
    BOOST_REQUIRE_MESSAGE(hold.status == 201, hold.text);
    auto by = here.visitor();
    by.link = hold.at("/token").as_string();
    return by;
  }

  heard confirm(caller& by, object person, const std::string& code = {}) {
    auto body = object{{"person", std::move(person)}};
    if (!code.empty())
      body["code"] = code;
    return by.post("/api/v1/visit/confirm", body, new_key());
  }

  caller joined(const std::string& phone) {
    auto by = here.visitor();
    const auto ticket = by.post(
        path("/tickets"),
        object{{"service", "papers"}, {"phone", phone}, {"language", "fr"}},
        new_key());
    BOOST_REQUIRE_MESSAGE(ticket.status == 201, ticket.text);
    by.link = ticket.at("/token").as_string();
    return by;
  }

  mail_server post;
  house here{monday_morning, [this](config::program_options& it) {
               it.settings.mail = post.settings();
               it.settings.public_address = "https://accueil.example.org";
             }};
  caller adam = here.staff("adam");
  std::string office = "telling";
};

struct proving : telling {
  proving() : telling{true} {}

  std::string code_mailed() {
    const auto text = post.received(1).front().text;
    auto found = std::smatch{};
    BOOST_REQUIRE(std::regex_search(text, found, std::regex{R"(\b\d{6}\b)"}));
    return found.str();
  }
};

std::string other_than(std::string code) {
  code.front() = code.front() == '0' ? '1' : '0';
  return code;
}

object with_mail() {
  return {{"name", "Camille"}, {"email", camille}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(api_texts)

// -- codes --------------------------------------------------------------------

BOOST_FIXTURE_TEST_CASE(who_books_shows_that_the_address_is_theirs, proving) {
  BOOST_TEST(here.visitor().get(path("/booking")).at("/services/0/proven")
             == true);
  auto by = held();
  BOOST_TEST(confirm(by, with_mail()).error() == "code_needed");
  const auto sent
      = by.post("/api/v1/visit/code", object{{"email", camille}}, new_key());
  BOOST_TEST(sent.status == 202, sent.text);
  const auto code = code_mailed();
  BOOST_TEST(confirm(by, with_mail(), other_than(code)).error()
             == "code_wrong");
  auto somebody_else = with_mail();
  somebody_else["email"] = "eve@example.org";
  BOOST_TEST(confirm(by, somebody_else, code).error() == "code_wrong");
  const auto sure
      = confirm(by, with_mail(), code.substr(0, 3) + ' ' + code.substr(3));
  BOOST_TEST(sure.status == 201, sure.text);
  BOOST_TEST(by.get("/api/v1/visit").at("/phase") == "booked");
}

BOOST_FIXTURE_TEST_CASE(guessing_at_codes_ends_soon, proving) {
  auto by = held();
  auto last = heard{};
  for (auto tries = 0; tries < 12; ++tries)
    last = confirm(by, with_mail(), "000000");
  BOOST_TEST(last.status == 429);
  BOOST_TEST(last.error() == "too_many_codes");
}

BOOST_FIXTURE_TEST_CASE(a_code_goes_where_a_code_can_go, proving) {
  auto by = held();
  const auto no = [&](object to) {
    return by.post("/api/v1/visit/code", to, new_key()).error();
  };
  BOOST_TEST(no({{"phone", "0123456789"}}) == "phone_takes_no_texts");
  BOOST_TEST(no({{"email", "nobody"}}) == "email_wrong");
  BOOST_TEST(no({}) == "address_needed");
}

BOOST_FIXTURE_TEST_CASE(nobody_needs_a_code_where_none_can_be_sent, proving) {
  auto setup = telling_setup(true);
  setup.at("messages").as_object()["on"] = false;
  BOOST_REQUIRE(adam.put(path("/setup"), setup).status == 200);
  auto by = held();
  BOOST_TEST(confirm(by, with_mail()).status == 201);
}

BOOST_FIXTURE_TEST_CASE(staff_need_no_code, proving) {
  auto rachid = here.staff("rachid");
  const auto held = rachid.command(
      office, "hold_slot",
      object{{"service", "papers"}, {"start", ms(on_tuesday(10h))}});
  BOOST_REQUIRE_MESSAGE(held.status == 200, held.text);
  const auto sure
      = rachid.command(office, "confirm_booking",
                       object{{"visit", {{"id", held.at("/visit/id")}}},
                              {"person", with_mail()}});
  BOOST_TEST(sure.status == 200, sure.text);
}

// -- who wants texts ----------------------------------------------------------

BOOST_FIXTURE_TEST_CASE(a_person_says_whether_and_when_texts_come, telling) {
  auto by = joined("06 12 34 56 78");
  BOOST_TEST(by.get("/api/v1/visit").at("/texts") == true);
  BOOST_TEST(by.get("/api/v1/visit").at("/notice") == 0);
  by.post("/api/v1/visit/notice", object{{"places", 3}}, new_key());
  BOOST_TEST(by.get("/api/v1/visit").at("/notice") == 3);
  BOOST_TEST(by.get("/api/v1/visit/texts").at("/on") == true);
  by.post("/api/v1/visit/texts", object{{"on", false}}, new_key());
  BOOST_TEST(by.get("/api/v1/visit/texts").at("/on") == false);
  by.post("/api/v1/visit/texts", object{{"on", true}}, new_key());
  BOOST_TEST(by.get("/api/v1/visit/texts").at("/on") == true);
  BOOST_TEST(joined("01 23 45 67 89").get("/api/v1/visit").at("/texts")
             == false);
  BOOST_TEST(here.visitor().get("/api/v1/visit/texts").status == 404);
}

// -- staff --------------------------------------------------------------------

BOOST_FIXTURE_TEST_CASE(who_is_described_anew_keeps_their_link, telling) {
  auto by = held();
  BOOST_REQUIRE(confirm(by, with_mail()).status == 201);
  BOOST_TEST(post.received(1).front().to == camille);
  const auto found
      = adam.get(path("/search?q=Camille")).at("/0/id").to_number<int>();
  const auto said = adam.command(
      office, "describe_person",
      about(found,
            {{"person", {{"name", "Camille"}, {"email", "new@example.org"}}}}));
  BOOST_TEST(said.status == 200, said.text);
  BOOST_TEST(by.post("/api/v1/visit/move",
                     object{{"start", ms(on_tuesday(11h))}}, new_key())
                 .status
             == 200);
  const auto moved = post.received(2).back();
  BOOST_TEST(moved.to == "new@example.org");
  BOOST_TEST(moved.text.find("/ticket/#" + by.link) != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(staff_are_told_why_somebody_is_to_be_called, telling) {
  auto by = held();
  BOOST_REQUIRE(
      confirm(by, {{"name", "Ginette"}, {"phone", "0123456789"}}).status
      == 201);
  const auto found
      = adam.get(path("/search?q=Ginette")).at("/0/id").to_number<int>();
  const auto off
      = adam.command(office, "cancel", about(found, {{"reason", "closed"}}));
  BOOST_REQUIRE_MESSAGE(off.status == 200, off.text);
  const auto calls = adam.get(path("/calls"));
  BOOST_TEST(calls.at("/calls/0/reason") == "cancelled", calls.text);
}

// -- the words ----------------------------------------------------------------

BOOST_FIXTURE_TEST_CASE(an_office_sees_the_usual_words_and_its_own, telling) {
  const auto all = adam.get(path("/texts"));
  BOOST_TEST(all.status == 200, all.text);
  BOOST_TEST(all.at("/occasions").as_array().size() == 13u);
  BOOST_TEST(all.at("/occasions/1/about") == "booked");
  BOOST_TEST(!all.at("/occasions/1/usual/fr/sms").as_string().empty());
  BOOST_TEST(all.at("/messages/phone") == "01 23 45 67 89");
  BOOST_TEST(here.staff("rachid").get(path("/texts")).status == 403);

  auto setup = adam.get(path("/setup")).body;
  setup.at("messages").as_object()["texts"]
      = json_of(R"([{"about": "code", "language": "fr", "sms": "{{code}}"}])");
  const auto no = adam.put(path("/setup"), setup);
  BOOST_TEST(no.status == 422);
  BOOST_TEST(no.at("/problems/0/where") == "messages.texts.code.fr.sms.office");
}

BOOST_FIXTURE_TEST_CASE(words_are_shown_and_counted_before_they_are, telling) {
  const auto shown = [&](const std::string& sms) {
    return adam.post(
        path("/texts/preview"),
        object{{"about", "code"}, {"language", "fr"}, {"sms", sms}});
  };
  const auto plain = shown("{{office}}, {{phone}}: {{code}}");
  BOOST_TEST(plain.status == 200, plain.text);
  BOOST_TEST(plain.at("/sms_size/alphabet") == "GSM-7");
  BOOST_TEST(plain.at("/sms_size/parts") == 1);
  BOOST_TEST(plain.at("/problems").as_array().empty());
  BOOST_TEST(plain.at("/sms").as_string().find("01 23 45 67 89")
             != std::string::npos);
  const auto smiling = shown("{{code}} ☺");
  BOOST_TEST(smiling.at("/sms_size/alphabet") == "UCS-2");
  BOOST_TEST(smiling.at("/sms_size/culprits/0") == "☺");
  BOOST_TEST(smiling.at("/problems/0/what") == "is_missing");
  BOOST_TEST(!smiling.at("/html").as_string().empty(), "the usual mail");
  BOOST_TEST(shown("{{nonsense}}").at("/problems/0/variable") == "nonsense");
}

BOOST_AUTO_TEST_SUITE_END()
