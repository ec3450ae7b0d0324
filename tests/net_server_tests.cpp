// The HTTP side over real sockets: good manners, bad manners, limits, the end.

#include "net/metrics.hpp"
#include "tests/support/listening.hpp"
#include "tests/support/wire.hpp"

#include <boost/test/unit_test.hpp>

#include <thread>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;

namespace {

net::server_settings strict() {
  net::server_settings settings;
  settings.exempt = {};
  return settings;
}

} // namespace

BOOST_AUTO_TEST_SUITE(net_server)

BOOST_AUTO_TEST_CASE(one_connection_carries_many_requests) {
  listening server;
  wire one{server.port()};
  for (int i = 0; i < 3; ++i) {
    one.send(get("/here%21?a=b"));
    const auto answer = one.read_answer();
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(answer.body == "GET /here!?a=b  127.0.0.1");
  }
}

BOOST_AUTO_TEST_CASE(pipelined_requests_are_answered_in_their_order) {
  listening server;
  wire one{server.port()};
  one.send(get("/held") + post("/b", "body") + get("/c"));
  const auto answer = server.held.next().value();
  std::thread{[=] { answer(net::json_response(201, "late")); }}.join();
  BOOST_TEST(one.read_answer().body == "late");
  BOOST_TEST(one.read_answer().body == "POST /b? body 127.0.0.1");
  BOOST_TEST(one.read_answer().body == "GET /c?  127.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_body_may_come_in_chunks_and_in_pieces) {
  listening server;
  wire one{server.port()};
  for (const auto sign : std::string{
           "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
           "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"})
    one.send({&sign, 1});
  BOOST_TEST(one.read_answer().body == "POST /x? abcde 127.0.0.1");
}

BOOST_AUTO_TEST_CASE(who_asks_first_is_told_to_go_on) {
  listening server;
  wire one{server.port()};
  one.send(
      "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  BOOST_TEST(one.read_answer().status == 100);
  one.send("ok");
  BOOST_TEST(one.read_answer().status == 200);
}

BOOST_AUTO_TEST_CASE(head_says_how_long_it_would_be) {
  listening server;
  wire one{server.port()};
  one.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + get("/y"));
  BOOST_TEST(one.read_answer(true).headers["content-length"] == "18");
  BOOST_TEST(one.read_answer().body == "GET /y?  127.0.0.1");
}

BOOST_AUTO_TEST_CASE(old_clients_need_not_name_the_host) {
  listening server;
  wire one{server.port()};
  one.send("GET /x HTTP/1.0\r\n\r\n");
  BOOST_TEST(one.read_answer().status == 200);
  BOOST_TEST(one.ends());
}

BOOST_AUTO_TEST_CASE(options_and_unknown_methods_are_answered_here) {
  listening server;
  wire one{server.port()};
  one.send("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
  auto answer = one.read_answer();
  BOOST_TEST(answer.status == 204);
  BOOST_TEST(answer.headers["allow"].starts_with("GET, HEAD"));
  one.send("BREW / HTTP/1.1\r\nHost: a\r\n\r\n");
  BOOST_TEST(one.read_answer().status == 501);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_answered_and_ended) {
  listening server;
  const std::string many(20'000, 'x');
  const std::pair<std::string, int> cases[] = {
      {"nonsense\r\n\r\n", 400},
      {"\x16\x03\x01\x02\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400}, // No host.
      {"GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
       "Transfer-Encoding: chunked\r\n\r\n",
       400},
      {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
       400},
      {"GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505},
      {"GET / HTTP/1.1\r\nHost: a\r\nx: " + many + "\r\n\r\n", 431},
      {"GET /" + many + " HTTP/1.1\r\nHost: a\r\n\r\n", 431},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n" + many,
       413},
  };
  for (const auto& [bytes, status] : cases) {
    wire one{server.port()};
    one.send(bytes);
    auto answer = one.read_answer();
    BOOST_TEST(answer.status == status, bytes.substr(0, 80));
    BOOST_TEST(answer.headers["connection"] == "close");
    BOOST_TEST(one.ends());
  }
}

BOOST_AUTO_TEST_CASE(who_is_too_slow_is_told_and_ended) {
  net::server_settings settings;
  settings.limits.header_time = 150ms;
  settings.limits.body_time = 150ms;
  settings.limits.idle_time = 150ms;
  listening server{settings};
  wire header{server.port()};
  header.send("GET / HTTP/1.1\r\nHo");
  wire body{server.port()};
  body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
  wire nothing{server.port()};
  BOOST_TEST(header.read_answer().status == 408);
  BOOST_TEST(header.ends());
  BOOST_TEST(body.read_answer().status == 408);
  BOOST_TEST(body.ends());
  BOOST_TEST(nothing.read_answer().status == 0);
  BOOST_TEST(nothing.ends());
}

BOOST_AUTO_TEST_CASE(a_handler_that_fails_or_forgets_is_covered_for) {
  net::server_settings settings;
  settings.limits.answer_time = 150ms;
  listening server{settings};
  wire one{server.port()};
  one.send(get("/thrown") + get("/forgotten") + get("/held") + get("/next"));
  BOOST_TEST(one.read_answer().status == 500);
  BOOST_TEST(one.read_answer().status == 503);
  BOOST_TEST(one.read_answer().status == 503);
  // Too late is as good as never.
  server.held.next().value()(net::json_response(200, "late"));
  BOOST_TEST(one.read_answer().body == "GET /next?  127.0.0.1");
}

BOOST_AUTO_TEST_CASE(an_address_that_asks_too_often_waits) {
  auto settings = strict();
  settings.limits.requests_per_second = 0.001;
  settings.limits.request_burst = 2;
  listening server{settings};
  wire greedy{server.port(), "127.0.0.2"};
  greedy.send(get("/1") + get("/2") + get("/3"));
  BOOST_TEST(greedy.read_answer().status == 200);
  BOOST_TEST(greedy.read_answer().status == 200);
  auto answer = greedy.read_answer();
  BOOST_TEST(answer.status == 429);
  BOOST_TEST(answer.headers["retry-after"] == "1");
  wire other{server.port(), "127.0.0.3"};
  other.send(get("/1"));
  BOOST_TEST(other.read_answer().status == 200);
}

BOOST_AUTO_TEST_CASE(an_address_has_so_many_connections_and_no_more) {
  auto settings = strict();
  settings.limits.connections_per_address = 2;
  listening server{settings};
  {
    wire first{server.port(), "127.0.0.2"};
    wire second{server.port(), "127.0.0.2"};
    second.send(get("/"));
    BOOST_TEST(second.read_answer().status == 200);
    wire third{server.port(), "127.0.0.2"};
    BOOST_TEST(third.ends());
    wire other{server.port(), "127.0.0.3"};
    other.send(upgrade_request());
    BOOST_TEST(other.read_answer().status == 101);
    server.opened.next();
  }
  server.closed.next(); // Live connections give their place back as well.
  wire again{server.port(), "127.0.0.3"};
  again.send(get("/"));
  BOOST_TEST(again.read_answer().status == 200);
}

BOOST_AUTO_TEST_CASE(a_trusted_proxy_speaks_for_others) {
  auto settings = strict();
  settings.trusted_proxies = {"127.0.0.9"};
  settings.limits.connections_per_address = 1;
  listening server{settings};
  wire proxy{server.port(), "127.0.0.9"};
  proxy.send(get("/", "X-Forwarded-For: 203.0.113.7\r\n"));
  BOOST_TEST(proxy.read_answer().body == "GET /?  203.0.113.7");
  wire stranger{server.port(), "127.0.0.8"};
  stranger.send(get("/", "X-Forwarded-For: 203.0.113.7\r\n"));
  BOOST_TEST(stranger.read_answer().body == "GET /?  127.0.0.8");
  wire phone{server.port(), "127.0.0.9"};
  phone.send(upgrade_request("X-Forwarded-For: 203.0.113.7\r\n"));
  BOOST_TEST(phone.read_answer().status == 101);
  wire second{server.port(), "127.0.0.9"};
  second.send(upgrade_request("X-Forwarded-For: 203.0.113.7\r\n"));
  BOOST_TEST(second.read_answer().status == 429);
}

BOOST_AUTO_TEST_CASE(a_running_request_is_finished_before_the_end) {
  auto server = std::make_unique<listening>();
  wire busy{server->port()};
  busy.send(get("/held"));
  wire idle{server->port()};
  wire phone{server->port()};
  phone.send(upgrade_request());
  BOOST_TEST(phone.read_answer().status == 101);
  const auto who = server->opened.next();
  const auto answer = server->held.next().value();
  std::thread stopping{[&] { server->it.stop(); }};
  BOOST_TEST(idle.ends());
  // 1001, "the server stops".
  BOOST_TEST(phone.read_bytes(4).value_or("").substr(2) == "\x03\xE9");
  BOOST_CHECK_THROW({ wire late{server->port()}; }, std::exception);
  answer(net::json_response(200, "finished"));
  auto finished = busy.read_answer();
  BOOST_TEST(finished.body == "finished");
  BOOST_TEST(finished.headers["connection"] == "close");
  BOOST_TEST(phone.ends());
  stopping.join();
  BOOST_TEST(server->closed.next().value() == who.value());
  server->hub().send(who.value(), text("nobody hears this"));
  server.reset();
  answer(net::json_response(200, "nor this"));
}

BOOST_AUTO_TEST_CASE(what_happens_is_counted) {
  net::services handlers;
  handlers.counts = std::make_shared<net::metrics>();
  const auto counts = handlers.counts;
  {
    listening server{{}, handlers};
    wire one{server.port()};
    one.send(get("/api/v1/offices") + upgrade_request("", "other"));
    BOOST_TEST(one.read_answer().status == 200);
    BOOST_TEST(one.read_answer().status == 400);
  }
  const auto shown = counts->text();
  for (const std::string line :
       {"suivant_http_requests_total{kind=\"api\",status=\"200\"} 1",
        "suivant_http_seconds_count{kind=\"api\"} 1",
        "suivant_live_refused_total 1",
        "suivant_live_connections{thread=\"0\"} 0"})
    BOOST_TEST(shown.find(line) != shown.npos, line << " in " << shown);
}

BOOST_AUTO_TEST_SUITE_END()
