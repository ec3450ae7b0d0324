// What no page would send: broken, huge, deep or strange requests. Each gets
// an answer that says so, and the server goes on.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;

namespace {

struct still_there : as_described {
  caller it = town().visitor();

  ~still_there() {
    BOOST_TEST(town().visitor().get("/healthz").status == 200);
    BOOST_TEST(town().visitor().get("/api/v1/offices/mairie").status == 200);
  }

  heard ticket(const std::string& body) {
    return it.ask("POST", "/api/v1/offices/mairie/tickets", body,
                  "Idempotency-Key: " + new_key() + "\r\n");
  }
};

/// The status for bytes as they are.
int status_of(const std::string& bytes) {
  auto line = wire{town().port()};
  line.send(bytes);
  return line.read_answer().status;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_unreadable, still_there)

BOOST_AUTO_TEST_CASE(what_is_not_json_is_said_to_be_unreadable) {
  const auto deep = std::string(5000, '[') + std::string(5000, ']');
  const auto nested = R"({"service":)" + deep + '}';
  for (const auto& body : {
           std::string{"{"},
           std::string{"service=papers"},
           std::string{"[]"},
           std::string{"null"},
           std::string{"{}{}"},
           std::string{R"({"service": "identite",})"},
           std::string{R"({"service": 7})"},
           std::string{R"({"service": "identite", "persons": 1.5})"},
           std::string{R"({"service": "identite", "persons": 1e99})"},
           std::string{
               R"({"service": "identite", "persons": -9223372036854775809})"},
           std::string{R"({"service": "identite", "persons": true})"},
           std::string{R"({"service": "identite", "colour": "blue"})"},
           std::string{R"({"service": null})"},
           std::string{"{\"service\": \"\xC3\x28\"}"},
           std::string{"\0\x01\x02\xFF\xFE", 5},
           deep,
           nested,
       }) {
    const auto no = ticket(body);
    BOOST_TEST(no.status == 400, body.substr(0, 60));
    BOOST_TEST(no.error() == "unreadable", body.substr(0, 60));
    BOOST_TEST(no.at("/detail").is_string());
  }
}

BOOST_AUTO_TEST_CASE(a_body_that_does_not_say_it_is_json_is_not_taken) {
  const auto body = std::string{R"({"service": "identite"})"};
  const auto path = "/api/v1/offices/mairie/tickets";
  const auto sent_as = [&](const std::string& type) {
    auto line = wire{town().port()};
    line.send(tests::post(path, body,
                          "Accept-Language: en\r\nIdempotency-Key: " + new_key()
                              + "\r\n" + type));
    return line.read_answer();
  };
  for (const auto* type :
       {"", "Content-Type: text/plain\r\n", "Content-Type: */*\r\n",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        "Content-Type: text/plain; a=application/json\r\n"}) {
    const auto no = sent_as(type);
    BOOST_TEST(no.status == 415, type);
    const auto said = json_of(no.body);
    BOOST_TEST(said.at("error").as_string() == "not_json");
    BOOST_TEST(
        said.at("message").as_string().find("Content-Type: application/json")
        != std::string::npos);
  }
  for (const auto* type : {"Content-Type: application/json\r\n",
                           "Content-Type: Application/Json;charset=UTF-8\r\n"})
    BOOST_TEST(sent_as(type).status == 201, type);
}

BOOST_AUTO_TEST_CASE(the_listener_says_no_in_french_and_in_english) {
  const auto said_to = [](const std::string& language) {
    auto line = wire{town().port()};
    line.send("BREW / HTTP/1.1\r\nHost: a\r\n" + language + "\r\n");
    return json_of(line.read_answer().body);
  };
  const auto french = said_to("Accept-Language: fr-FR\r\n");
  const auto english = said_to("Accept-Language: en\r\n");
  BOOST_TEST(french.at("error") == english.at("error"));
  BOOST_TEST(french.at("message") != english.at("message"));
  BOOST_TEST(said_to("") == french);
}

BOOST_AUTO_TEST_CASE(no_id_is_too_long_or_too_strange_for_an_answer) {
  const auto long_id = std::string(8000, 'x');
  BOOST_TEST(it.get("/api/v1/offices/" + long_id).status == 404);
  BOOST_TEST(ticket(R"({"service": ")" + long_id + "\"}").status == 404);
  for (const auto* id : {"%00", "%2e%2e", "..%2f..%2fetc", "a%0d%0aX-Y:z",
                         "%F0%9F%98%80", "'%20OR%201=1", "*"}) {
    const auto path = std::string{"/api/v1/offices/"} + id;
    const auto status = it.get(path).status;
    BOOST_TEST((status == 404 || status == 400), id << ' ' << status);
  }
  auto sophie = town().staff("sophie");
  for (const auto* visit : {"0", "-1", "x", "99999999999999999999999"})
    BOOST_TEST(sophie.get("/api/v1/offices/mairie/visits/" + std::string{visit}
                          + "/person")
                       .status
                   < 500,
               visit);
  for (const auto* visit :
       {R"({"id": 0})", R"({"id": 4294967296})", R"({})", R"({"id": 1e3})"}) {
    const auto no = sophie.command(
        "mairie", "start", boost::json::object{{"visit", json_of(visit)}});
    BOOST_TEST((no.status == 400 || no.status == 404), visit << no.text);
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found_and_says_so) {
  for (const auto* path :
       {"/api", "/api/", "/api/v1", "/api/v2/offices", "/api/v1/offices/",
        "/api/v1/offices/mairie/", "/api/v1/offices/mairie/tickets/1",
        "/api/v1/nothing", "/healthz/"}) {
    const auto no = it.get(path);
    BOOST_TEST(no.status == 404, path);
  }
}

BOOST_AUTO_TEST_CASE(a_method_that_does_not_fit_is_told_what_would) {
  const auto no = it.remove("/api/v1/offices/mairie/setup");
  BOOST_TEST(no.status == 405);
  BOOST_TEST(no.headers.at("allow") == "GET, PUT");
  BOOST_TEST(no.error() == "method_not_allowed");
  BOOST_TEST(it.get("/api/v1/offices/mairie/tickets").status == 405);
  BOOST_TEST(it.ask("PATCH", "/api/v1/offices").status == 405);
  BOOST_TEST(it.ask("BREW", "/api/v1/offices").status == 501);
}

BOOST_AUTO_TEST_CASE(more_than_a_body_may_have_is_too_large) {
  const auto large = std::string(2u << 20, ' ');
  auto line = wire{town().port()};
  line.send(tests::post("/api/v1/offices/mairie/tickets", large));
  BOOST_TEST(line.read_answer().status == 413);
}

BOOST_AUTO_TEST_CASE(what_is_no_http_is_answered_and_hung_up) {
  BOOST_TEST(status_of("NONSENSE\r\n\r\n") == 400);
  BOOST_TEST(status_of("GET / HTTP/9.9\r\nHost: x\r\n\r\n") == 505);
  BOOST_TEST(status_of("GET / HTTP/1.1\r\nHost: x\r\nA\r\n\r\n") == 400);
  BOOST_TEST(status_of("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n") == 400);
  BOOST_TEST(status_of("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03\r\n\r\n")
             == 400);
  BOOST_TEST(status_of(get("/", "X: " + std::string(20'000, 'x') + "\r\n"))
             == 431);
}

BOOST_AUTO_TEST_CASE(two_lengths_for_one_body_are_not_believed) {
  const auto smuggled = std::string{
      "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\n"
      "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}"};
  BOOST_TEST(status_of(smuggled) == 400);
  const auto both = std::string{
      "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\n"
      "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
      "0\r\n\r\n"};
  BOOST_TEST(status_of(both) == 400);
}

BOOST_AUTO_TEST_CASE(a_body_in_pieces_is_put_together) {
  auto line = wire{town().port()};
  line.send(
      "POST /api/v1/offices/mairie/tickets HTTP/1.1\r\nHost: x\r\n"
      "Content-Type: application/json\r\n"
      "Transfer-Encoding: chunked\r\nIdempotency-Key: "
      + new_key() + "\r\n\r\n");
  line.send("b\r\n{\"service\":\r\n");
  line.send("b\r\n\"identite\"}\r\n0\r\n\r\n");
  BOOST_TEST(line.read_answer().status == 201);
}

BOOST_AUTO_TEST_SUITE_END()
