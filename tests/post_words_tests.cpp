// What gateways say and are told, word by word.

#include "net/post/gateway_words.hpp"
#include "net/post/mail_gateway.hpp"
#include "net/post/mail_words.hpp"
#include "net/post/sms_gateway.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant::net;
using namespace std::chrono_literals;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

mail mail_to(const std::string& to) {
  auto it = mail{};
  it.to = to;
  it.from_name = "Mairie";
  it.subject = "Rappel";
  it.language = "fr";
  it.id = "valmont.ya.2";
  return it;
}

mail_settings from_valmont() {
  auto it = mail_settings{};
  it.from = "rdv@valmont.example";
  it.domain = "valmont.example";
  return it;
}

} // namespace

BOOST_AUTO_TEST_SUITE(post_words)

BOOST_AUTO_TEST_CASE(what_became_of_a_text_is_said_in_numbers_or_words) {
  for (const auto* it : {"1", "delivered", "Delivered ", "DELIVERED"})
    BOOST_TEST((receipt_from(it) == receipt_says::delivered), it);
  for (const auto* it : {"2", "16", "failed", "expired", "rejected"})
    BOOST_TEST((receipt_from(it) == receipt_says::failed), it);
  for (const auto* it : {"4", "8", "sent", "queued"})
    BOOST_TEST((receipt_from(it) == receipt_says::on_its_way), it);
  for (const auto* it : {"", "0", "3", "100", "maybe"})
    BOOST_TEST(!receipt_from(it), it);
}

BOOST_AUTO_TEST_CASE(texts_from_phones_are_read_whatever_they_are) {
  const auto in_query = [](const std::string& query) {
    auto asked = request{};
    asked.query = query;
    return inbound_in_query(asked);
  };
  const auto it
      = in_query("from=%2B33612345678&to=36000&text=%C3%A9t%C3%A9+3&id=7");
  BOOST_REQUIRE(it);
  BOOST_TEST(it->from == "+33612345678");
  BOOST_TEST(it->text == "été 3");
  BOOST_TEST(it->id == "7");
  BOOST_TEST(in_query("from=+33612345678")->from == "33612345678");
  BOOST_TEST(in_query("from=1&text=%E9t%E9")->text == "\ufffdt\ufffd");
  BOOST_TEST(!in_query("text=a"));
  BOOST_TEST(in_query("from=1&text=" + std::string(9000, 'a'))->text.size()
             == 4000u);

  BOOST_TEST(inbound_in_json(R"({"from":"1","text":"a","to":"2"})")->text
             == "a");
  for (const auto* body : {"", "[]", "{", R"({"from":1})", R"({"text":"a"})"})
    BOOST_TEST(!inbound_in_json(body), body);
}

BOOST_AUTO_TEST_CASE(a_form_says_letters_that_mean_something_by_number) {
  BOOST_TEST(form_text({{"a", "b c&d=é+"}, {"e", ""}})
             == "a=b%20c%26d%3D%C3%A9%2B&e=");
}

BOOST_AUTO_TEST_CASE(nothing_is_known_of_what_was_asked_and_not_answered) {
  auto told = web_answer{};
  told.error = "timeout";
  BOOST_TEST((ended_without_answer(told).how == sent::later));
  told.asked = true;
  BOOST_TEST((ended_without_answer(told).how == sent::unknown));
  BOOST_TEST(ended_without_answer(told).why == "timeout");
}

BOOST_AUTO_TEST_CASE(addresses_are_those_that_mail_can_go_to) {
  for (const auto* it :
       {"a@b.example", "a.b+c@d-e.example", "o'neill@x.example", "1@2"})
    BOOST_TEST(is_mail_address(it), it);
  for (const auto* it :
       {"", "@", "a@", "@b", "a b@c", "a@b c", "a@b\r\nRCPT TO:<x@y>", "<a@b>",
        "a@b>", "a,b@c", "a..b@c", ".a@c", "é@b.example", "a@é.example",
        "a@b..c", "a@@b", "a\"@b", "a@b, c@d"})
    BOOST_TEST(!is_mail_address(it), it);
  BOOST_TEST(!is_mail_address(std::string(65, 'a') + "@b.example"));
}

BOOST_AUTO_TEST_CASE(headers_carry_any_letters_and_nobodys_headers) {
  BOOST_TEST(header_text("Rappel 3") == "Rappel 3");
  BOOST_TEST(header_text("été") == "=?UTF-8?B?w6l0w6k=?=");
  BOOST_TEST(header_text("=?UTF-8?B?w6k=?=") != "=?UTF-8?B?w6k=?=");
  const auto folded = header_text(std::string(80, 'x') + "é");
  for (auto rest = folded; !rest.empty();) {
    const auto end = std::min(rest.find("\r\n"), rest.size());
    BOOST_TEST(end <= 76u);
    rest.erase(0, std::min(end + 2, rest.size()));
  }
  for (const auto* it : {"a\r\nBcc: x@y", "a\nb", "a\0b", "é\r\nBcc: x@y"}) {
    const auto text = header_text(it);
    BOOST_TEST(!has(text, "\nB"), text);
    BOOST_TEST(!has(text, "\nb"), text);
  }
  BOOST_TEST(mailbox("Mairie de Valmont", "a@b") == "Mairie de Valmont <a@b>");
  BOOST_TEST(mailbox("Evil\" <x@y>", "a@b").starts_with("=?UTF-8?B?"));
  BOOST_TEST(mailbox("", "a@b") == "a@b");
}

BOOST_AUTO_TEST_CASE(a_mail_says_what_servers_want_to_know) {
  auto it = mail_to("a@b.example");
  it.written
      = std::chrono::sys_days{std::chrono::year{2026} / 3 / 10} + 8h + 5min;
  it.link = "https://rdv.valmont.example/ticket/#v.1";
  const auto lines = headers_of(it, from_valmont());
  const auto expected = std::vector<std::string>{
      "Date: Tue, 10 Mar 2026 08:05:00 +0000",
      "From: Mairie <rdv@valmont.example>",
      "To: <a@b.example>",
      "Subject: Rappel",
      "Message-ID: <valmont.ya.2@valmont.example>",
      "Auto-Submitted: auto-generated",
      "Content-Language: fr",
      "List-Unsubscribe: <https://rdv.valmont.example/ticket/#v.1>"};
  BOOST_TEST(lines == expected, boost::test_tools::per_element());
  it.link.clear();
  BOOST_TEST(headers_of(it, from_valmont()).size() == expected.size() - 1);
}

BOOST_AUTO_TEST_SUITE_END()
