// Text messages by real gateways: what the telephone network gets, and what
// we hear of it.

#include "net/post/sms_gateway.hpp"
#include "tests/support/called_back.hpp"
#include "tests/support/kannel.hpp"
#include "tests/support/receiver.hpp"
#include "tests/support/sent_by.hpp"

#include <boost/json.hpp>

using namespace suivant;
using namespace suivant::tests;
using net::sent;

namespace {

net::sms sms_saying(const std::string& text, bool unicode = false) {
  return {"+33612345678", "", text, unicode, ""};
}

std::string times(int count, const std::string& text) {
  auto out = std::string{};
  for (auto i = 0; i < count; ++i)
    out += text;
  return out;
}

net::request next(called_back& us) {
  auto it = us.told.next();
  BOOST_REQUIRE(it);
  return *it;
}

} // namespace

BOOST_AUTO_TEST_SUITE(post_sms)

BOOST_AUTO_TEST_CASE(texts_reach_the_network_letter_by_letter) {
  auto network = kannel{};
  const auto by = net::sms_gateway_by(network.settings());
  const auto short_text
      = std::string{"C'est à vous : n° {A} [3], 5 €, été & +"};
  auto gsm = short_text;
  gsm.replace(gsm.find("°"), 2, "o");
  BOOST_TEST((sent_by(*by, sms_saying(gsm)) == sent::handed));
  auto got = network.received(1);
  BOOST_TEST((got.back() == sms_part{"36000", "+33612345678", gsm}));

  const auto arabic = std::string{"Hôtel مرحبا – ç"};
  auto named = sms_saying(arabic, true);
  named.from = "VALMONT";
  BOOST_TEST((sent_by(*by, named) == sent::handed));
  got = network.received(2);
  BOOST_TEST(
      (got.back() == sms_part{"VALMONT", "+33612345678", arabic, true, false}));

  const auto long_text = times(20, "Numéro 12 ");
  BOOST_TEST((sent_by(*by, sms_saying(long_text)) == sent::handed));
  got = network.received(4);
  BOOST_TEST(got[2].of_several);
  BOOST_TEST(got[2].text + got[3].text == long_text);
  by->close();
}

BOOST_AUTO_TEST_CASE(what_became_of_it_is_told_and_told_again_until_heard) {
  auto us = called_back{};
  auto network = kannel{};
  const auto by = net::sms_gateway_by(network.settings());
  auto text = sms_saying("Bonjour");
  text.receipt_url = us.address() + "/receipt?id=valmont.ya.2.0123456789abcdef";
  const auto delivered = [&] {
    for (;;) {
      const auto it = next(us);
      BOOST_TEST(it.path == "/receipt");
      BOOST_TEST(it.parameter("id") == "valmont.ya.2.0123456789abcdef");
      const auto says = net::receipt_from(it.parameter("status"));
      BOOST_REQUIRE(says);
      if (*says == net::receipt_says::delivered)
        return;
    }
  };
  BOOST_TEST((sent_by(*by, text) == sent::handed));
  delivered();

  // We are in trouble,
  us.answer(503);
  BOOST_TEST((sent_by(*by, text) == sent::handed));
  network.received(2);
  // or not there at all.
  us.stop();
  us.answer(200);
  us.start();
  delivered();
  by->close();
}

BOOST_AUTO_TEST_CASE(people_can_write_to_us_and_are_answered) {
  auto us = called_back{};
  us.answer(200, "Plus que 3 avant vous, \xc3\xa0 bient\xc3\xb4t");
  auto network = kannel{us.address() + "/inbound"};
  network.write("33612345678", "36000", "REJOINDRE été & co+");
  const auto said = net::inbound_in_query(next(us));
  BOOST_REQUIRE(said);
  BOOST_TEST(said->from == "33612345678");
  BOOST_TEST(said->to == "36000");
  BOOST_TEST(said->text == "REJOINDRE été & co+");
  BOOST_TEST(!said->id.empty());
  const auto got = network.received(1);
  BOOST_TEST(got.front().to == "33612345678");
  BOOST_TEST(got.front().text.starts_with("Plus que 3 avant vous, à "));
}

BOOST_AUTO_TEST_CASE(texts_wait_while_the_network_is_away) {
  auto network = kannel{};
  const auto by = net::sms_gateway_by(network.settings());
  network.stop_network();
  BOOST_TEST((sent_by(*by, sms_saying("Patience")) == sent::handed));
  BOOST_TEST(network.received_so_far().empty());
  network.start_network();
  BOOST_TEST(network.received(1).back().text == "Patience");
  by->close();
}

BOOST_AUTO_TEST_CASE(a_gateway_that_is_away_or_keeps_us_out_is_asked_later) {
  auto network = kannel{};
  auto wrong = network.settings();
  wrong.password = "wrong";
  const auto kept_out = net::sms_gateway_by(wrong);
  const auto ended = sent_by(*kept_out, sms_saying("a"));
  BOOST_TEST((ended == sent::later));
  BOOST_TEST(ended.why == "gateway_log_in");
  kept_out->close();

  const auto by = net::sms_gateway_by(network.settings());
  auto nobody = sms_saying("a");
  nobody.to = "abc";
  BOOST_TEST((sent_by(*by, nobody) == sent::refused));
  network.stop();
  BOOST_TEST((sent_by(*by, sms_saying("a")) == sent::later));
  network.start();
  network.start_network();
  BOOST_TEST((sent_by(*by, sms_saying("b")) == sent::handed));
  BOOST_TEST(network.received(1).back().text == "b");
  by->close();
}

BOOST_AUTO_TEST_CASE(other_gateways_take_json) {
  auto gateway = receiver{};
  auto with = net::sms_settings{};
  with.gateway = net::sms_gateway_kind::json;
  with.url = gateway.url("/v1/messages?account=7");
  with.password = "t0ken";
  with.sender = "MAIRIE";
  with.members = {.to = "recipient", .from = "originator", .text = "body"};
  with.time = std::chrono::seconds{2};
  const auto by = net::sms_gateway_by(with);
  auto text = sms_saying("Été \"3\"");
  text.receipt_url = "https://us.example/receipt?id=1";
  gateway.answer(202);
  BOOST_TEST((sent_by(*by, text) == sent::handed));
  const auto got = gateway.heard(1).front();
  BOOST_TEST(got.path == "/v1/messages?account=7");
  BOOST_TEST(got.headers.at("authorization") == "Bearer t0ken");
  BOOST_TEST(boost::json::parse(got.body)
             == boost::json::value({{"recipient", "+33612345678"},
                                    {"originator", "MAIRIE"},
                                    {"body", "Été \"3\""},
                                    {"callback", text.receipt_url}}));

  gateway.answer(422);
  BOOST_TEST((sent_by(*by, text) == sent::refused));
  gateway.answer(429, "Retry-After: 7\r\n");
  const auto busy = sent_by(*by, text);
  BOOST_TEST((busy == sent::later));
  BOOST_TEST(busy.not_before.count() == 7000);
  gateway.answer(500);
  BOOST_TEST((sent_by(*by, text) == sent::later));
  gateway.answer(0); // Takes it, and never says so.
  BOOST_TEST((sent_by(*by, text) == sent::unknown));
  gateway.stop();
  BOOST_TEST((sent_by(*by, text) == sent::later));
  by->close();
}

BOOST_AUTO_TEST_CASE(a_gateway_without_an_address_is_not_begun_with) {
  auto with = net::sms_settings{};
  BOOST_TEST((net::sms_gateway_by(with) == nullptr));
  with.gateway = net::sms_gateway_kind::kannel;
  for (const auto* url :
       {"", "kannel", "http://user@host/", "http://h/a?b=c"}) {
    with.url = url;
    BOOST_CHECK_THROW(net::sms_gateway_by(with), std::runtime_error);
  }
}

BOOST_AUTO_TEST_SUITE_END()
