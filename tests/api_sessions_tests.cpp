// Who is let in over HTTP, and how: signing in and out, locks, accounts.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;

namespace {

struct at_the_door : as_described {
  std::string office = town().new_office();
  caller sophie = town().staff("sophie"); // Supervisor.
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_sessions, at_the_door)

BOOST_AUTO_TEST_CASE(staff_sign_in_and_out) {
  auto it = town().visitor();
  BOOST_TEST(it.get("/api/v1/sessions/mine").status == 401);
  const auto in = it.sign_in("amelie");
  BOOST_TEST(in.status == 200);
  BOOST_TEST(in.at("/roles/*") == "agent");
  const auto cookie = in.headers.at("set-cookie");
  for (const auto* part : {"HttpOnly", "SameSite=Strict", "Path=/"})
    BOOST_TEST(cookie.find(part) != std::string::npos, part);
  BOOST_TEST(it.get("/api/v1/sessions/mine").at("/name") == "amelie");
  BOOST_TEST(it.remove("/api/v1/sessions/mine").status == 204);
  BOOST_TEST(it.get("/api/v1/sessions/mine").status == 401);
}

BOOST_AUTO_TEST_CASE(a_change_without_the_csrf_token_is_refused) {
  auto it = town().staff("sophie");
  it.csrf.clear();
  const auto fields = json_of(R"({"queue": "hall"})");
  const auto no = it.command(office, "close_queue", fields);
  BOOST_TEST(no.status == 403);
  BOOST_TEST(no.error() == "wrong_csrf");
  it.csrf = "something else";
  BOOST_TEST(it.command(office, "close_queue", fields).status == 403);
  BOOST_TEST(it.remove("/api/v1/sessions/mine").status == 403);
  BOOST_TEST(it.get("/api/v1/sessions/mine").status == 200);
}

BOOST_AUTO_TEST_CASE(wrong_passwords_lock_the_account_for_a_while) {
  auto adam = town().staff("adam");
  const auto made = adam.post("/api/v1/accounts", json_of(R"({
    "name": "bruno", "password": "trois mots au hasard",
    "roles": {"*": "agent"}})"));
  BOOST_TEST(made.status == 204);
  auto it = town().visitor();
  auto no = it.sign_in("bruno", "not this one");
  BOOST_TEST(no.status == 401);
  BOOST_TEST(no.error() == "wrong_password");
  BOOST_TEST(it.sign_in("nobody", "x").text == no.text,
             "names are not given away");
  for (auto i = 0; i < 4; ++i)
    no = it.sign_in("bruno", "not this one");
  BOOST_TEST(it.sign_in("bruno", "trois mots au hasard").status == 429);
  BOOST_TEST(it.sign_in("amelie").status == 200, "others are not locked");
  town().advance(std::chrono::minutes{2});
  BOOST_TEST(it.sign_in("bruno", "trois mots au hasard").status == 200);
}

BOOST_AUTO_TEST_CASE(a_lock_keeps_nobody_from_their_own_browser) {
  auto adam = town().staff("adam");
  const auto wish
      = json_of(R"({"name": "denis", "password": "trois mots au bord",
                                "roles": {"*": "agent"}})");
  BOOST_TEST(adam.post("/api/v1/accounts", wish).status == 204);
  auto it = town().visitor();
  const auto first = it.sign_in("denis", "trois mots au bord");
  const auto set = first.headers.at("set-cookie");
  const auto at = set.find("suivant_browser=");
  BOOST_REQUIRE(at != std::string::npos);
  const auto known = set.substr(at, set.find(';', at) - at);
  BOOST_TEST(set.find("Path=/api/v1/sessions; HttpOnly; SameSite=Strict; "
                      "Max-Age=31536000",
                      at)
             != std::string::npos);
  auto other = town().visitor();
  for (auto i = 0; i < 5; ++i)
    other.sign_in("denis", "not this one");
  BOOST_TEST(other.sign_in("denis", "trois mots au bord").status == 429);
  const auto body = R"({"name": "denis", "password": "trois mots au bord"})";
  const auto cookie = "Cookie: " + known + "\r\n";
  const auto again
      = town().visitor().ask("POST", "/api/v1/sessions", body, cookie);
  BOOST_TEST(again.status == 200);
  BOOST_TEST(again.headers.at("set-cookie").find(known) != std::string::npos);
  town().advance(std::chrono::minutes{2});
}

BOOST_AUTO_TEST_CASE(accounts_are_made_by_administrators_alone) {
  const auto wish = json_of(R"({"name": "celine", "password": "x",
                                "roles": {"*": "agent"}})");
  BOOST_TEST(sophie.post("/api/v1/accounts", wish).error()
             == "right_is_missing");
  auto adam = town().staff("adam");
  BOOST_TEST(adam.post("/api/v1/accounts", wish).error()
             == "password_too_short");
  BOOST_TEST(adam.post("/api/v1/accounts", json_of(R"({"name": "amelie",
      "password": "trois mots au hasard", "roles": {"*": "agent"}})"))
                 .error()
             == "account_exists");
  BOOST_TEST(adam.post("/api/v1/accounts", json_of(R"({"name": "celine",
      "password": "trois mots au hasard", "roles": {"*": "king"}})"))
                 .status
             == 400);
  BOOST_TEST(adam.get("/api/v1/accounts").text.find("\"sophie\"")
             != std::string::npos);
  BOOST_TEST(sophie.get("/api/v1/accounts").text == "[]");
}

BOOST_AUTO_TEST_SUITE_END()
