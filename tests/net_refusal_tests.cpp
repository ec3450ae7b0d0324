// What the listener says no to by itself: in the words it was given, in the
// language of who asked, however little of the request has come.

#include "tests/support/listening.hpp"
#include "tests/support/wire.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;

namespace {

/// Says "413 too_large in fr" as its words.
net::services speaking() {
  net::services handlers;
  handlers.words = [](int status, std::string_view error,
                      std::string_view accept_language) {
    return net::json_response(status, std::to_string(status) + ' '
                                          + std::string{error} + " in "
                                          + std::string{accept_language});
  };
  return handlers;
}

net::server_settings impatient() {
  net::server_settings settings;
  settings.limits.header_time = 150ms;
  settings.limits.body_time = 150ms;
  settings.limits.answer_time = 150ms;
  return settings;
}

const std::string head = " HTTP/1.1\r\nHost: a\r\nACCEPT-Language: fr\r\n";

} // namespace

BOOST_AUTO_TEST_SUITE(net_refusals)

BOOST_AUTO_TEST_CASE(every_no_of_the_listener_is_in_the_language_asked_for) {
  listening server{impatient(), speaking()};
  const std::string many(20'000, 'x');
  const std::pair<std::string, std::string> cases[] = {
      {"GET /" + head + "bad header\r\n\r\n", "400 unreadable in fr"},
      {"GET /%zz" + head + "\r\n", "400 unreadable in fr"},
      {"GET /" + head, "408 too_slow in fr"},
      {"POST /" + head + "Content-Length: 9\r\n\r\n{", "408 too_slow in fr"},
      {"POST /" + head + "Content-Length: 9999999\r\n\r\n",
       "413 too_large in fr"},
      {"GET /" + head + "x: " + many, "431 header_too_large in fr"},
      {"GET /thrown" + head + "\r\n", "500 failed in fr"},
      {"BREW /" + head + "\r\n", "501 not_implemented in fr"},
      {"GET /forgotten" + head + "\r\n", "503 unavailable in fr"},
      {"GET /held" + head + "\r\n", "503 unavailable in fr"},
      {"GET /live" + head + "\r\n", "426 upgrade_required in fr"},
      {"GET /live/events" + head + "\r\n", "405 method_not_allowed in fr"},
      {upgrade_request("Accept-Language: fr\r\n", "other"),
       "400 protocol_not_offered in fr"},
      {upgrade_request("Accept-Language: fr\r\nOrigin: http://b\r\n"),
       "403 forbidden in fr"},
  };
  for (const auto& [bytes, said] : cases) {
    wire one{server.port()};
    one.send(bytes);
    const auto answer = one.read_answer();
    BOOST_TEST(answer.body == said, bytes.substr(0, 80));
    BOOST_TEST(std::to_string(answer.status) == said.substr(0, 3));
  }
}

BOOST_AUTO_TEST_CASE(who_asks_too_often_is_told_so_in_their_language) {
  net::server_settings settings;
  settings.exempt = {};
  settings.limits.requests_per_second = 0.001;
  settings.limits.request_burst = 1;
  listening server{settings, speaking()};
  wire greedy{server.port()};
  greedy.send(get("/", "Accept-Language: fr\r\n")
              + get("/", "Accept-Language: en-GB, fr;q=0.5\r\n"));
  BOOST_TEST(greedy.read_answer().status == 200);
  auto answer = greedy.read_answer();
  BOOST_TEST(answer.body == "429 too_many in en-GB, fr;q=0.5");
  BOOST_TEST(answer.headers["retry-after"] == "1");
}

BOOST_AUTO_TEST_CASE(a_language_is_not_taken_from_the_request_before) {
  listening server{impatient(), speaking()};
  wire one{server.port()};
  one.send(get("/", "Accept-Language: fr\r\n") + "GET / HTTP/9.9\r\n\r\n");
  BOOST_TEST(one.read_answer().status == 200);
  BOOST_TEST(one.read_answer().body == "505 version in ");
}

BOOST_AUTO_TEST_CASE(without_words_the_name_alone_is_said) {
  listening server;
  wire one{server.port()};
  one.send("BREW / HTTP/1.1\r\nHost: a\r\n\r\n");
  BOOST_TEST(one.read_answer().body
             == R"({"error":"not_implemented","message":"not_implemented"})");
}

BOOST_AUTO_TEST_SUITE_END()
