// Small words of HTTP, as strangers write them.

#include "net/address_guard.hpp"
#include "net/http_reply.hpp"
#include "net/request_target.hpp"
#include "net/words.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant::net;
using namespace std::chrono_literals;

namespace {

std::string target(std::string_view text) {
  request asked;
  if (!read_target(text, asked))
    return "unreadable";
  return asked.path + '|' + asked.query;
}

} // namespace

BOOST_AUTO_TEST_SUITE(http_words)

BOOST_AUTO_TEST_CASE(percent_signs_are_decoded) {
  BOOST_TEST(percent_decoded("a%20b%C3%A9").value() == "a b\xC3\xA9");
  BOOST_TEST(percent_decoded("a+b").value() == "a+b");
  BOOST_TEST(!percent_decoded("%").has_value());
  BOOST_TEST(!percent_decoded("%2").has_value());
  BOOST_TEST(!percent_decoded("%zz").has_value());
}

BOOST_AUTO_TEST_CASE(query_values_are_found_and_decoded) {
  const std::string query = "lang=fr&name=Jos%C3%A9+M&empty=&flag&bad=%zz";
  BOOST_TEST(query_value(query, "lang").value() == "fr");
  BOOST_TEST(query_value(query, "name").value() == "Jos\xC3\xA9 M");
  BOOST_TEST(query_value(query, "empty").value().empty());
  BOOST_TEST(query_value(query, "flag").value().empty());
  BOOST_TEST(!query_value(query, "bad").has_value());
  BOOST_TEST(!query_value(query, "am").has_value());
  BOOST_TEST(!query_value("", "").has_value());
}

BOOST_AUTO_TEST_CASE(cookies_are_found_by_their_whole_name) {
  const std::string header = "a_session=1; session=\"two\" ;x=; session=3";
  BOOST_TEST(cookie_value(header, "session") == "two");
  BOOST_TEST(cookie_value(header, "a_session") == "1");
  BOOST_TEST(cookie_value(header, "x").empty());
  BOOST_TEST(cookie_value(header, "sess").empty());
  BOOST_TEST(cookie_value(";;=;", "session").empty());
}

BOOST_AUTO_TEST_CASE(codings_are_accepted_unless_weighed_with_nothing) {
  BOOST_TEST(accepts_coding("gzip, deflate, br", "br"));
  BOOST_TEST(accepts_coding("br;q=0.5", "br"));
  BOOST_TEST(!accepts_coding("br;q=0, gzip", "br"));
  BOOST_TEST(!accepts_coding("br; q=0.000", "br"));
  BOOST_TEST(!accepts_coding("brotli", "br"));
  BOOST_TEST(!accepts_coding("", "br"));
}

BOOST_AUTO_TEST_CASE(a_media_type_counts_without_its_parameters) {
  const auto json = "application/json";
  BOOST_TEST(is_media_type("application/json", json));
  BOOST_TEST(is_media_type("Application/JSON ; charset=utf-8", json));
  BOOST_TEST(!is_media_type("application/json-seq", json));
  BOOST_TEST(!is_media_type("text/plain, application/json", json));
  BOOST_TEST(!is_media_type("", json));
}

BOOST_AUTO_TEST_CASE(a_header_is_found_in_what_has_come_so_far) {
  const auto half = std::string{"GET / HTTP/1.1\r\nA: 1\r\nB : b c \r\nC: n"};
  BOOST_TEST(header_in(half, "a") == "1");
  BOOST_TEST(header_in(half, "b") == "b c");
  BOOST_TEST(header_in(half, "c").empty()); // May go on.
  BOOST_TEST(header_in("", "a").empty());
}

BOOST_AUTO_TEST_CASE(targets_are_paths_with_queries) {
  BOOST_TEST(target("/a%20b?x=1%20") == "/a b|x=1%20");
  BOOST_TEST(target("http://host:80/a?b") == "/a|b");
  BOOST_TEST(target("http://host") == "/|");
  BOOST_TEST(target("/a?b=http://c") == "/a|b=http://c");
  BOOST_TEST(target("/%ff") == "unreadable");
  BOOST_TEST(target("/%00") == "unreadable");
  BOOST_TEST(target("/a%0D%0Ab") == "unreadable");
  BOOST_TEST(target("a") == "unreadable");
  BOOST_TEST(target("") == "unreadable");
  BOOST_TEST(target("*") == "unreadable");
}

BOOST_AUTO_TEST_CASE(nobody_smuggles_in_a_header) {
  response answer;
  answer.headers = {{"Location", "/a\r\nSet-Cookie: b=c"}};
  const auto head = reply_head(answer, {}, 0);
  BOOST_TEST(head.find("\r\nLocation: /aSet-Cookie: b=c\r\n") != head.npos);
  BOOST_TEST(head.find("Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n") != head.npos);
  const auto later = reply_head(answer, {}, 1);
  BOOST_TEST(later.find("Date: Thu, 01 Jan 1970 00:00:01 GMT\r\n")
             != later.npos);
}

BOOST_AUTO_TEST_CASE(the_client_behind_trusted_proxies_is_found) {
  const std::vector<std::string> ours{"127.0.0.1", "10.0.0.0/8", "fd00::/8"};
  const address_set proxies{ours};
  BOOST_TEST(client_behind(proxies, "127.0.0.1", "203.0.113.7")
             == "203.0.113.7");
  // What the client itself wrote in front is not believed.
  BOOST_TEST(client_behind(proxies, "127.0.0.1", "1.1.1.1, 203.0.113.7")
             == "203.0.113.7");
  BOOST_TEST(client_behind(proxies, "127.0.0.1", "203.0.113.7, 10.1.2.3")
             == "203.0.113.7");
  BOOST_TEST(client_behind(proxies, "203.0.113.9", "203.0.113.7")
             == "203.0.113.9");
  BOOST_TEST(client_behind(proxies, "10.9.9.9", "nonsense") == "10.9.9.9");
  BOOST_TEST(client_behind(proxies, "10.9.9.9", "2001:db8::1")
             == "2001:db8::1");
}

BOOST_AUTO_TEST_CASE(neighbours_share_a_network) {
  BOOST_TEST(network_of("192.0.2.1") == network_of("192.0.2.200"));
  BOOST_TEST(network_of("192.0.2.1") == network_of("::ffff:192.0.2.9"));
  BOOST_TEST(network_of("192.0.2.1") != network_of("192.0.3.1"));
  BOOST_TEST(network_of("2001:db8:1:2::3") == network_of("2001:db8:1:4::5"));
  BOOST_TEST(network_of("2001:db8:1::1") != network_of("2001:db8:2::1"));
  BOOST_TEST(network_of("nowhere") == "nowhere");
}

BOOST_AUTO_TEST_CASE(an_address_that_is_none_is_refused_by_name) {
  for (const std::string bad : {"localhost", "10.0.0.0/33", "10.0.0.0/x", ""}) {
    const std::vector<std::string> entries{bad};
    BOOST_CHECK_THROW(address_set{entries}, std::invalid_argument);
  }
}

BOOST_AUTO_TEST_CASE(an_address_may_ask_so_much_and_then_has_to_wait) {
  const std::vector<std::string> exempt{"127.0.0.1"};
  address_guard guard{{.connections = 3,
                       .connections_per_address = 2,
                       .requests_per_second = 2,
                       .request_burst = 3},
                      address_set{exempt}};
  const address_guard::time start{};
  for (int i = 0; i < 3; ++i)
    BOOST_TEST(guard.admit("192.0.2.1", start));
  BOOST_TEST(!guard.admit("192.0.2.1", start));
  BOOST_TEST(guard.admit("192.0.2.2", start));
  BOOST_TEST(guard.admit("192.0.2.1", start + 500ms));
  BOOST_TEST(!guard.admit("192.0.2.1", start + 500ms));
  for (int i = 0; i < 10; ++i)
    BOOST_TEST(guard.admit("127.0.0.1", start));
}

BOOST_AUTO_TEST_CASE(a_household_has_one_share_of_connections) {
  address_guard guard{{.connections = 4,
                       .connections_per_address = 2,
                       .requests_per_second = 1,
                       .request_burst = 1},
                      address_set{{}}};
  const address_guard::time start{};
  const auto first = guard.enter("2001:db8:0:1::1", start);
  BOOST_TEST(first.has_value());
  BOOST_TEST(guard.enter("2001:db8:0:1::2", start).has_value());
  BOOST_TEST(!guard.enter("2001:db8:0:1::3", start).has_value());
  BOOST_TEST(guard.enter("2001:db8:0:2::1", start).has_value());
  guard.leave(*first);
  BOOST_TEST(guard.enter("2001:db8:0:1::3", start).has_value());
  BOOST_TEST(guard.enter("192.0.2.1", start).has_value());
  BOOST_TEST(!guard.enter("192.0.2.2", start).has_value()); // Four in all.
  guard.tidy(start + 1h);
  BOOST_TEST(guard.connections() == 4);
}

BOOST_AUTO_TEST_SUITE_END()
