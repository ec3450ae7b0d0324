// The live channel over real sockets: who hears what, in which order, and what
// happens to those who cannot keep up.

#include "tests/support/listening.hpp"
#include "tests/support/phone.hpp"
#include "tests/support/wire.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;

namespace {

struct office {
  explicit office(net::server_settings settings = {}) : server{settings} {}

  /// A phone that has been let in and has its first snapshot.
  phone visitor(const std::string& topic, net::frame_number at,
                const phone::manner& how = {}) {
    phone one{server.port(), how};
    last = server.opened.next().value();
    server.hub().welcome(last, topic, at, text("snapshot"));
    BOOST_TEST_REQUIRE(one.hear().value() == "snapshot");
    return one;
  }

  void publish(const std::string& topic, net::frame_number number) {
    server.hub().publish(topic, number, text(frame(number)));
  }

  static std::string frame(net::frame_number number) {
    return "frame " + std::to_string(number);
  }

  listening server;
  net::connection_id last = 0;
};

void hears(phone& one, net::frame_number from, net::frame_number to) {
  for (auto number = from; number <= to; ++number)
    BOOST_TEST_REQUIRE(one.hear().value_or("nothing") == office::frame(number));
}

} // namespace

BOOST_AUTO_TEST_SUITE(live)

BOOST_AUTO_TEST_CASE(what_a_phone_says_is_heard) {
  listening server;
  phone one{server.port()};
  const auto who = server.opened.next();
  one.say("hello");
  const auto heard = server.words.next().value();
  BOOST_TEST(heard.who == who.value());
  BOOST_TEST(heard.text == "hello");
}

// Nothing comes after a burst that would wake the io thread once more.
BOOST_AUTO_TEST_CASE(orders_that_come_while_others_are_carried_out_are_too) {
  listening server;
  phone one{server.port()};
  const auto who = server.opened.next().value();
  for (auto burst = 0; burst < 50; ++burst) {
    for (auto number = 0; number < 300; ++number)
      server.hub().send(who, text(std::to_string(number)));
    for (auto number = 0; number < 300; ++number)
      BOOST_TEST_REQUIRE(one.hear().value_or("nothing")
                         == std::to_string(number));
  }
}

BOOST_AUTO_TEST_CASE(who_is_refused_learns_why) {
  listening server;
  wire one{server.port()};
  auto request = upgrade_request();
  request.replace(request.find("/live"), 5, "/live?refuse=1");
  one.send(request);
  const auto answer = one.read_answer();
  BOOST_TEST(answer.status == 401);
  BOOST_TEST(answer.body == "not you");
  BOOST_TEST(one.ends());
  BOOST_TEST(server.opened.empty());
}

BOOST_AUTO_TEST_CASE(the_subprotocol_must_be_offered) {
  listening server;
  wire one{server.port()};
  one.send(upgrade_request("", "chat"));
  const auto answer = one.read_answer();
  BOOST_TEST(answer.status == 400);
  BOOST_TEST(answer.body.find("protocol_not_offered") != answer.body.npos);
}

BOOST_AUTO_TEST_CASE(the_handshake_answers_with_the_key_of_the_standard) {
  listening server;
  wire one{server.port()};
  one.send(upgrade_request("", "other, suivant.v1"));
  auto answer = one.read_answer();
  BOOST_TEST(answer.status == 101);
  BOOST_TEST(answer.headers["sec-websocket-accept"]
             == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  BOOST_TEST(answer.headers["sec-websocket-protocol"] == "suivant.v1");
}

BOOST_AUTO_TEST_CASE(another_site_cannot_connect_from_its_pages) {
  listening server;
  wire stranger{server.port()};
  stranger.send(upgrade_request("Origin: https://elsewhere.example\r\n"));
  BOOST_TEST(stranger.read_answer().status == 403);
  wire own{server.port()};
  own.send(upgrade_request("Origin: http://localhost\r\n"));
  BOOST_TEST(own.read_answer().status == 101);
}

BOOST_AUTO_TEST_CASE(everybody_in_a_topic_hears_its_frames_in_order) {
  office one;
  auto ada = one.visitor("line", 6);
  auto bob = one.visitor("line", 6);
  auto eve = one.visitor("elsewhere", 6);
  for (net::frame_number number = 7; number <= 30; ++number)
    one.publish("line", number);
  hears(ada, 7, 30);
  hears(bob, 7, 30);
  one.publish("elsewhere", 7);
  hears(eve, 7, 7);
}

BOOST_AUTO_TEST_CASE(a_crowd_spread_over_threads_hears_the_same) {
  net::server_settings settings;
  settings.threads = 3;
  office one{settings};
  std::vector<phone> crowd;
  for (int i = 0; i < 12; ++i)
    crowd.push_back(one.visitor("line", 1));
  for (net::frame_number number = 2; number <= 9; ++number)
    one.publish("line", number);
  for (auto& each : crowd)
    hears(each, 2, 9);
  one.server.hub().send(one.last, text("to one"));
  BOOST_TEST(crowd.back().hear().value() == "to one");
}

BOOST_AUTO_TEST_CASE(after_a_cut_the_missing_frames_come) {
  office one;
  {
    auto ada = one.visitor("line", 1);
    for (net::frame_number number = 2; number <= 9; ++number)
      one.publish("line", number);
    hears(ada, 2, 5);
  }
  phone back{one.server.port()};
  one.server.hub().resume(one.server.opened.next().value(), "line", 5);
  hears(back, 6, 9);
  one.publish("line", 10);
  hears(back, 10, 10);
  BOOST_TEST(one.server.gaps.empty());
}

BOOST_AUTO_TEST_CASE(who_was_away_too_long_gets_a_snapshot) {
  net::server_settings settings;
  settings.live.frames_kept = 4;
  office one{settings};
  for (net::frame_number number = 1; number <= 9; ++number)
    one.publish("line", number);
  phone back{one.server.port()};
  const auto who = one.server.opened.next().value();
  one.server.hub().resume(who, "line", 4);
  const auto gap = one.server.gaps.next().value();
  BOOST_TEST(gap.who == who);
  BOOST_TEST(gap.text == "line");
  one.publish("line", 10);
  // The snapshot is older than the newest frames: they follow it.
  one.server.hub().welcome(who, "line", 8, text("snapshot"));
  BOOST_TEST(back.hear().value() == "snapshot");
  hears(back, 9, 10);
}

BOOST_AUTO_TEST_CASE(a_topic_that_began_anew_sends_everybody_a_snapshot) {
  office one;
  auto ada = one.visitor("line", 40);
  one.publish("line", 41);
  hears(ada, 41, 41);
  one.publish("line", 1);
  BOOST_TEST(one.server.gaps.next().value().text == "line");
  one.server.hub().welcome(one.last, "line", 1, text("anew"));
  BOOST_TEST(ada.hear().value() == "anew");
  one.publish("line", 2);
  hears(ada, 2, 2);
}

BOOST_AUTO_TEST_CASE(who_leaves_a_topic_hears_no_more_of_it) {
  office one;
  auto ada = one.visitor("line", 1);
  one.server.hub().leave(one.last, "line");
  one.publish("line", 2);
  one.server.hub().send(one.last, text("for you"));
  BOOST_TEST(ada.hear().value() == "for you");
}

BOOST_AUTO_TEST_CASE(the_last_frame_of_a_retired_topic_still_arrives) {
  office one;
  auto ada = one.visitor("visit", 1);
  one.publish("visit", 2);
  one.server.hub().retire("visit");
  hears(ada, 2, 2);
  phone late{one.server.port()};
  one.server.hub().resume(one.server.opened.next().value(), "visit", 1);
  BOOST_TEST(one.server.gaps.next().value().text == "visit");
}

BOOST_AUTO_TEST_CASE(a_stale_connection_does_no_harm) {
  office one;
  net::connection_id gone = 0;
  {
    auto ada = one.visitor("line", 1);
    gone = one.last;
    ada.leave();
  }
  BOOST_TEST(one.server.closed.next().value() == gone);
  auto bob = one.visitor("line", 1);
  BOOST_TEST(one.last != gone);
  one.server.hub().send(gone, text("for ada"));
  one.server.hub().close(gone, 1000, "");
  one.server.hub().send(one.last, text("for bob"));
  BOOST_TEST(bob.hear().value() == "for bob");
}

BOOST_AUTO_TEST_CASE(the_hub_can_end_a_connection_with_a_reason) {
  office one;
  auto ada = one.visitor("line", 1);
  one.server.hub().close(one.last, 4001, "signed out");
  BOOST_TEST(!ada.hear());
  BOOST_TEST(ada.close_code() == 4001);
  BOOST_TEST(one.server.closed.next().value() == one.last);
}

BOOST_AUTO_TEST_CASE(too_many_words_a_second_end_the_connection) {
  net::server_settings settings;
  settings.live.messages_per_second = 5;
  office one{settings};
  auto ada = one.visitor("line", 1);
  for (int i = 0; i < 20; ++i)
    ada.say("hello?");
  BOOST_TEST(!ada.hear());
  BOOST_TEST(ada.close_code() == 1008);
}

BOOST_AUTO_TEST_CASE(too_many_topics_end_the_connection) {
  office one;
  auto ada = one.visitor("line", 1);
  for (int i = 0; i < 8; ++i)
    one.server.hub().resume(one.last, "topic" + std::to_string(i), 0);
  BOOST_TEST(!ada.hear());
  BOOST_TEST(ada.close_code() == 1008);
}

BOOST_AUTO_TEST_CASE(a_silent_connection_is_pinged_and_then_dropped) {
  net::server_settings settings;
  settings.live.ping_after = std::chrono::seconds{1};
  settings.live.silent_limit = std::chrono::seconds{2};
  listening server{settings};
  wire silent{server.port()};
  silent.send(upgrade_request());
  BOOST_TEST(silent.read_answer().status == 101);
  const std::string ping{"\x89\x00", 2};
  BOOST_TEST(silent.read_bytes(2).value_or("") == ping);
  BOOST_TEST(silent.ends());
  BOOST_TEST(server.closed.next().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
