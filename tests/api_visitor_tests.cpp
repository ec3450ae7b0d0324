// What visitors ask over HTTP: what an office offers, a ticket, and what they
// may do with the link they got.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

std::string tickets_of(const std::string& office) {
  return "/api/v1/offices/" + office + "/tickets";
}

struct new_office : as_described {
  std::string office = town().new_office();
  caller sophie = town().staff("sophie");
};

/// Called to counter 1 by amelie.
guest called(const std::string& office) {
  auto first = join(town(), office);
  auto amelie = town().staff("amelie");
  amelie.command(office, "sign_in", json_of(R"({"counter": "1"})"));
  const auto call
      = amelie.command(office, "call_next", json_of(R"({"counter": "1"})"));
  BOOST_REQUIRE_EQUAL(call.status, 200);
  BOOST_REQUIRE(call.at("/visit/id") == first.visit);
  return first;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_visitor, new_office)

BOOST_AUTO_TEST_CASE(anybody_sees_which_offices_there_are_and_what_they_offer) {
  auto anybody = town().visitor();
  const auto list = anybody.get("/api/v1/offices");
  BOOST_TEST(list.status == 200);
  BOOST_TEST(list.text.find("Mairie de Valmont") != std::string::npos);
  BOOST_TEST(list.text.find('"' + office + '"') != std::string::npos);

  join(town(), office);
  const auto view = anybody.get("/api/v1/offices/" + office);
  BOOST_TEST(view.at("/services/0/id") == "papers");
  BOOST_TEST(view.at("/services/0/waiting") == 1);
  BOOST_TEST(view.at("/services/1/waiting") == 1, "the line is shared");
  BOOST_TEST(view.at("/services/2/waiting") == 0);
  BOOST_TEST(view.at("/services/0/wait").is_null(), "nobody serves yet");
  BOOST_TEST(anybody.get("/api/v1/offices/nowhere").status == 404);
}

BOOST_AUTO_TEST_CASE(asking_twice_under_one_key_gives_one_ticket) {
  auto anybody = town().visitor();
  const auto wish = json_of(R"({"service": "papers", "persons": 2})");
  const auto key = new_key();
  const auto first = anybody.post(tickets_of(office), wish, key);
  const auto second = town().visitor().post(tickets_of(office), wish, key);
  BOOST_TEST(first.status == 201);
  BOOST_TEST(first.at("/repeated") == false);
  BOOST_TEST(second.status == 201);
  BOOST_TEST(second.at("/repeated") == true);
  for (const auto* same : {"/visit", "/number", "/token"})
    BOOST_TEST(first.at(same) == second.at(same), same);
  const auto other = anybody.post(tickets_of(office), wish, new_key());
  BOOST_TEST(other.at("/visit") != first.at("/visit"));
  BOOST_TEST(other.at("/token") != first.at("/token"));
}

BOOST_AUTO_TEST_CASE(a_ticket_needs_a_key_and_a_key_is_harmless_text) {
  auto anybody = town().visitor();
  const auto wish = json_of(R"({"service": "papers"})");
  for (const auto* key : {"", "short", "with blanks in it", "d%C3%A9j%C3%A0",
                          "x:yyyyyyyyyyyyyy"}) {
    const auto no = anybody.post(tickets_of(office), wish, key);
    BOOST_TEST(no.status == 400, key);
    BOOST_TEST(no.error() == "unreadable");
  }
  const auto long_key = std::string(65, 'k');
  BOOST_TEST(anybody.post(tickets_of(office), wish, long_key).status == 400);
  BOOST_TEST(anybody.get("/api/v1/offices/" + office).at("/services/0/waiting")
             == 0);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_joined_is_refused_with_the_reason) {
  auto anybody = town().visitor();
  const auto ask = [&](const std::string& where, const char* wish) {
    return anybody.post(tickets_of(where), json_of(wish), new_key());
  };
  const auto nowhere = ask("nowhere", R"({"service": "papers"})");
  BOOST_TEST(nowhere.status == 404);
  BOOST_TEST(nowhere.error() == "office_unknown");
  const auto nothing = ask(office, R"({"service": "fishing"})");
  BOOST_TEST(nothing.status == 404);
  BOOST_TEST(nothing.error() == "no_such_service");
  BOOST_TEST(ask(office, R"({"service": "papers", "persons": 21})").status
             == 422);
  BOOST_TEST(ask(office, R"({"service": "papers", "persons": 0})").status
             == 422);
  BOOST_TEST(
      ask(office, R"({"service": "papers", "priority": "priority"})").status
          == 400,
      "nobody grants themselves a priority");
  sophie.command(office, "close_queue", json_of(R"({"queue": "hall"})"));
  const auto closed = ask(office, R"({"service": "papers"})");
  BOOST_TEST(closed.status == 409);
  BOOST_TEST(closed.error() == "queue_is_closed");
  BOOST_TEST(ask(office, R"({"service": "permits"})").status == 201);
}

BOOST_AUTO_TEST_CASE(people_read_refusals_in_their_own_language) {
  auto anybody = town().visitor();
  const auto english = anybody.get("/api/v1/offices/nowhere");
  anybody.language = "de-CH, fr;q=0.8, en;q=0.5";
  const auto french = anybody.get("/api/v1/offices/nowhere");
  BOOST_TEST(english.at("/message").as_string().starts_with("This office"));
  BOOST_TEST(french.at("/message").as_string().starts_with("Cet accueil"));
}

BOOST_AUTO_TEST_CASE(a_link_shows_the_visit_and_its_place) {
  join(town(), office, "permits");
  auto first = join(town(), office);
  auto second = join(town(), office, "weddings");
  const auto seen = second.look();
  BOOST_TEST(seen.status == 200);
  BOOST_TEST(seen.at("/number") == "H002");
  BOOST_TEST(seen.at("/phase") == "waiting");
  BOOST_TEST(seen.at("/rank") == 1);
  BOOST_TEST(seen.at("/size") == 2);
  BOOST_TEST(seen.at("/line").as_string() == "line/" + office + "/hall");
  BOOST_TEST(seen.at("/service/fr") == "Mariages");
  BOOST_TEST(first.look().at("/rank") == 0);
}

BOOST_AUTO_TEST_CASE(every_wrong_link_gets_the_same_answer) {
  auto owner = join(town(), office);
  const auto right = owner.by.link;
  const auto token = right.substr(right.find('.') + 1);
  const auto wrong = {std::string{},
                      std::string{"nonsense"},
                      office + '.' + std::string(32, '0'),
                      "nowhere." + token,
                      "mairie." + token,
                      right.substr(0, right.size() - 1),
                      right + "0",
                      token};
  auto answers = std::vector<std::string>{};
  for (const auto& link : wrong) {
    owner.by.link = link;
    for (const auto* path : {"/api/v1/visit/leave", "/api/v1/visit/requeue"}) {
      const auto no = owner.by.post(path, object{}, new_key());
      BOOST_TEST(no.status == 404, link);
      answers.push_back(no.text);
    }
    const auto no = owner.look();
    BOOST_TEST(no.status == 404, link);
    answers.push_back(no.text);
  }
  for (const auto& answer : answers)
    BOOST_TEST(answer == answers.front());
  owner.by.link = right;
  BOOST_TEST(owner.look().at("/phase") == "waiting");
}

BOOST_AUTO_TEST_CASE(who_leaves_by_link_has_left_also_when_asked_again) {
  auto one = join(town(), office);
  const auto key = new_key();
  const auto went = one.by.post("/api/v1/visit/leave", object{}, key);
  BOOST_TEST(went.status == 200);
  BOOST_TEST(went.at("/visit/phase") == "left");
  const auto again = one.by.post("/api/v1/visit/leave", object{}, key);
  BOOST_TEST(again.status == 200);
  BOOST_TEST(again.at("/repeated") == true);
  BOOST_TEST(one.look().at("/phase") == "left");
}

BOOST_AUTO_TEST_CASE(who_lets_others_pass_stands_behind_them) {
  auto one = join(town(), office);
  town().advance(std::chrono::minutes{1});
  auto two = join(town(), office);
  town().advance(std::chrono::minutes{1});
  auto three = join(town(), office);
  const auto passed = one.by.post("/api/v1/visit/let-pass",
                                  json_of(R"({"places": 1})"), new_key());
  BOOST_TEST(passed.status == 200);
  BOOST_TEST(one.look().at("/rank") == 1);
  BOOST_TEST(one.look().at("/moved") == "passed");
  BOOST_TEST(two.look().at("/rank") == 0);
  BOOST_TEST(three.look().at("/rank") == 2);
  const auto last = three.by.post("/api/v1/visit/let-pass", object{}, {});
  BOOST_TEST(last.status == 409);
  BOOST_TEST(last.error() == "nobody_to_let_pass");
  const auto many
      = one.by.post("/api/v1/visit/let-pass", json_of(R"({"places": 1000})"));
  BOOST_TEST(many.status == 422);
}

BOOST_AUTO_TEST_CASE(who_missed_the_turn_comes_back_by_link) {
  auto one = called(office);
  auto sent = town().staff("amelie");
  const auto early = one.by.post("/api/v1/visit/requeue", object{}, new_key());
  BOOST_TEST(early.status == 409, "not missed yet");
  sent.command(office, "mark_absent", about(one.visit));
  BOOST_TEST(one.look().at("/phase") == "missed");
  const auto back = one.by.post("/api/v1/visit/requeue", object{}, new_key());
  BOOST_TEST(back.status == 200);
  BOOST_TEST(one.look().at("/phase") == "waiting");
  BOOST_TEST(one.look().at("/moved") == "requeued");
}

BOOST_AUTO_TEST_CASE(who_acts_on_an_old_picture_is_shown_the_present_one) {
  auto one = join(town(), office);
  auto two = join(town(), office);
  one.by.post("/api/v1/visit/let-pass", json_of(R"({"version": 1})"),
              new_key());
  const auto stale = one.by.post("/api/v1/visit/leave",
                                 json_of(R"({"version": 1})"), new_key());
  BOOST_TEST(stale.status == 409);
  BOOST_TEST(stale.error() == "visit_has_changed");
  BOOST_TEST(stale.at("/visit/version") == 2);
  BOOST_TEST(stale.at("/visit/phase") == "waiting");
  const auto now = one.by.post("/api/v1/visit/leave",
                               json_of(R"({"version": 2})"), new_key());
  BOOST_TEST(now.status == 200);
  BOOST_TEST(two.look().at("/rank") == 0);
}

BOOST_AUTO_TEST_CASE(a_wish_nobody_knows_is_not_found) {
  auto one = join(town(), office);
  BOOST_TEST(one.by.post("/api/v1/visit/fly", object{}).status == 404);
  BOOST_TEST(
      one.by.post("/api/v1/visit/leave", json_of(R"({"height": 3})")).status
      == 400);
  BOOST_TEST(one.look().at("/phase") == "waiting");
}

BOOST_AUTO_TEST_SUITE_END()
