// Crowds, slow readers, event streams and encryption on the live channel.

#include "tests/support/certificates.hpp"
#include "tests/support/listening.hpp"
#include "tests/support/phone.hpp"
#include "tests/support/wire.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;

namespace {

constexpr std::size_t frame_bytes = 4'000;

net::server_settings narrow() {
  net::server_settings settings;
  settings.live.kernel_bytes = 4 * 1024;
  settings.live.outbox_bytes = 64 * 1024;
  return settings;
}

std::string long_frame(net::frame_number number) {
  auto words = std::to_string(number) + ' ';
  return words + std::string(frame_bytes - words.size(), '.');
}

net::connection_id welcomed(listening& server, phone& one,
                            const std::string& topic) {
  const auto who = server.opened.next().value();
  server.hub().welcome(who, topic, 0, text("snapshot"));
  BOOST_TEST_REQUIRE(one.hear().value_or("nothing") == "snapshot");
  return who;
}

} // namespace

BOOST_AUTO_TEST_SUITE(live_under_load)

BOOST_AUTO_TEST_CASE(a_slow_reader_holds_up_nobody_and_comes_back) {
  listening server{narrow()};
  phone slow{server.port(), {.receive_bytes = 4'096}};
  const auto slow_one = welcomed(server, slow, "line");
  phone quick{server.port()};
  welcomed(server, quick, "line");

  constexpr net::frame_number frames = 100;
  for (net::frame_number number = 1; number <= frames; ++number) {
    server.hub().publish("line", number, text(long_frame(number)));
    BOOST_TEST_REQUIRE(quick.hear().value_or("nothing") == long_frame(number));
  }
  // What was on its way arrives; what was not is replaced by a snapshot.
  net::frame_number seen = 0;
  std::string heard;
  while (server.gaps.empty()) {
    const auto next = slow.hear();
    if (!next) // The gap is noticed only once all of it is read.
      break;
    BOOST_TEST_REQUIRE(*next == long_frame(++seen));
  }
  BOOST_TEST(seen < frames);
  const auto gap = server.gaps.next().value();
  BOOST_TEST(gap.who == slow_one);
  server.hub().welcome(slow_one, "line", frames, text("newest"));
  while ((heard = slow.hear().value_or("nothing")) == long_frame(seen + 1))
    ++seen;
  BOOST_TEST(heard == "newest");
  server.hub().publish("line", frames + 1, text("next"));
  BOOST_TEST(slow.hear().value() == "next");
}

BOOST_AUTO_TEST_CASE(who_does_not_even_read_personal_words_is_let_go) {
  listening server{narrow()};
  phone slow{server.port(), {.receive_bytes = 4'096}};
  const auto who = welcomed(server, slow, "line");
  for (int i = 0; i < 60; ++i)
    server.hub().send(who, text(long_frame(1)));
  BOOST_TEST(server.closed.next().value() == who);
  while (slow.hear()) {
  }
  BOOST_TEST(slow.close_code() == 1013);
}

BOOST_AUTO_TEST_CASE(a_personal_word_overtakes_a_broadcast) {
  listening server;
  std::vector<wire> crowd;
  for (int i = 0; i < 300; ++i) {
    crowd.emplace_back(server.port());
    crowd.back().send(upgrade_request());
    server.hub().welcome(server.opened.next().value(), "line", 0,
                         text("snapshot"));
  }
  phone one{server.port()};
  welcomed(server, one, "line");
  // On the io thread itself, so that the broadcast cannot be over before.
  server.on_words = [&](const listening::said& heard) {
    server.hub().publish("line", 1, text("to all"));
    server.hub().send(heard.who, text("to you"));
  };
  one.say("now");
  BOOST_TEST(one.hear().value() == "to you");
  BOOST_TEST(one.hear().value() == "to all");
}

BOOST_AUTO_TEST_CASE(behind_old_proxies_an_event_stream_does_it) {
  listening server;
  wire one{server.port()};
  one.send(post("/live/events", R"({"subscribe":"line"})"));
  BOOST_TEST(one.read_answer().headers["content-type"] == "text/event-stream");
  const auto who = server.opened.next().value();
  const auto asked = server.words.next().value();
  BOOST_TEST(asked.who == who);
  BOOST_TEST(asked.text == R"({"subscribe":"line"})");
  server.hub().welcome(who, "line", 4, text("snapshot"));
  server.hub().publish("line", 5, text("two\nlines"));
  server.hub().send(who, text("for you"));
  BOOST_TEST(one.read_until("\n\n").value_or("") == "data: snapshot\n\n");
  const auto first = one.read_until("\n\n").value_or("");
  const auto second = one.read_until("\n\n").value_or("");
  const std::string mine = "data: for you\n\n";
  const std::string all = "data: two\ndata: lines\n\n";
  BOOST_TEST((first == mine ? second : first) == all);
  server.hub().close(who, 1000, "");
  BOOST_TEST(one.ends());
  BOOST_TEST(server.closed.next().value() == who);
}

BOOST_AUTO_TEST_CASE(an_event_stream_that_is_read_is_kept_alive) {
  net::server_settings settings;
  settings.live.ping_after = std::chrono::seconds{1};
  settings.live.silent_limit = std::chrono::seconds{2};
  listening server{settings};
  wire one{server.port()};
  one.send(post("/live/events", "{}"));
  BOOST_TEST(one.read_answer().status == 200);
  for (int i = 0; i < 3; ++i)
    BOOST_TEST(one.read_until(":\n\n").has_value());
  BOOST_TEST(server.closed.empty());
}

BOOST_AUTO_TEST_CASE(an_event_stream_is_refused_for_good_reasons) {
  listening server;
  wire one{server.port()};
  one.send(get("/live/events"));
  BOOST_TEST(one.read_answer().status == 405);
  wire other{server.port()};
  other.send(post("/live/events?refuse=1", "{}"));
  BOOST_TEST(other.read_answer().status == 401);
  wire big{server.port()};
  big.send(post("/live/events", std::string(5'000, 'x')));
  BOOST_TEST(big.read_answer().status == 413);
  wire garbled{server.port()};
  garbled.send(post("/live/events", "\xFF"));
  BOOST_TEST(garbled.read_answer().status == 400);
}

BOOST_AUTO_TEST_CASE(encrypted_connections_hear_the_same) {
  const certificate_files files{"first"};
  auto settings = narrow();
  settings.certificate = files.certificate();
  settings.private_key = files.key();
  listening server{settings};
  phone one{server.port(), {.encrypted = true}};
  BOOST_TEST(one.certificate_name() == "first");
  const auto who = welcomed(server, one, "line");
  one.say("hello");
  BOOST_TEST(server.words.next().value().text == "hello");
  for (net::frame_number number = 1; number <= 40; ++number) {
    server.hub().publish("line", number, text(long_frame(number)));
    BOOST_TEST_REQUIRE(one.hear().value_or("nothing") == long_frame(number));
  }
  server.hub().close(who, 4000, "enough");
  BOOST_TEST(!one.hear());
  BOOST_TEST(one.close_code() == 4000);
  phone polite{server.port(), {.encrypted = true}};
  server.opened.next();
  polite.leave();
  BOOST_TEST(server.closed.next().has_value());
}

BOOST_AUTO_TEST_CASE(a_slow_encrypted_reader_gets_a_snapshot_as_well) {
  const certificate_files files{"first"};
  auto settings = narrow();
  settings.certificate = files.certificate();
  settings.private_key = files.key();
  listening server{settings};
  phone slow{server.port(), {.encrypted = true, .receive_bytes = 4'096}};
  welcomed(server, slow, "line");
  constexpr net::frame_number frames = 2'000;
  for (net::frame_number number = 1; number <= frames; ++number)
    server.hub().publish("line", number, text(long_frame(number)));
  net::frame_number seen = 0;
  while (server.gaps.empty())
    BOOST_TEST_REQUIRE(slow.hear().value_or("nothing") == long_frame(++seen));
  BOOST_TEST(seen < frames);
}

BOOST_AUTO_TEST_CASE(a_new_certificate_is_shown_without_a_restart) {
  certificate_files files{"first"};
  net::server_settings settings;
  settings.certificate = files.certificate();
  settings.private_key = files.key();
  listening server{settings};
  phone before{server.port(), {.encrypted = true}};
  server.opened.next();
  files.replace("second");
  BOOST_TEST(server.it.reload_certificates());
  phone after{server.port(), {.encrypted = true}};
  BOOST_TEST(before.certificate_name() == "first");
  BOOST_TEST(after.certificate_name() == "second");
  // Those who came before carry on.
  before.say("still here");
  BOOST_TEST(server.words.next().value().text == "still here");
  files.spoil();
  BOOST_TEST(!server.it.reload_certificates());
  phone later{server.port(), {.encrypted = true}};
  BOOST_TEST(later.certificate_name() == "second");
}

BOOST_AUTO_TEST_CASE(a_server_without_a_good_certificate_does_not_start) {
  certificate_files files{"first"};
  files.spoil();
  net::server_settings settings;
  settings.port = 0;
  settings.certificate = files.certificate();
  settings.private_key = files.key();
  net::server server{settings};
  BOOST_CHECK_THROW(server.start({}), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
