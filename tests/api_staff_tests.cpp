// What staff ask over HTTP: each command of an office, and many of them at
// once.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

#include <future>
#include <set>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

struct at_work : as_described {
  std::string office = town().new_office();
  caller sophie = town().staff("sophie"); // Supervisor.

  heard ask(const std::string& name, const json_value& fields) {
    return sophie.command(office, name, fields);
  }
  heard must(const std::string& name, const json_value& fields) {
    auto done = ask(name, fields);
    BOOST_TEST(done.status == 200, name << ": " << done.text);
    return done;
  }
  void seat(const char* counter, const char* agent) {
    must("sign_in", object{{"counter", counter}, {"agent", agent}});
  }
  /// Another page of hers, on a connection of its own.
  caller sophie_again() const {
    auto page = town().visitor();
    page.cookie = sophie.cookie;
    page.csrf = sophie.csrf;
    return page;
  }
  /// The next one, called to counter 1.
  std::int64_t call() {
    return must("call_next", json_of(R"({"counter": "1"})"))
        .at("/visit/id")
        .to_number<std::int64_t>();
  }
  std::int64_t serve() {
    const auto visit = call();
    must("start", about(visit));
    return visit;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_staff, at_work)

BOOST_AUTO_TEST_CASE(nobody_does_what_their_role_does_not_allow) {
  auto amelie = town().staff("amelie");
  const auto no
      = amelie.command(office, "close_queue", json_of(R"({"queue": "hall"})"));
  BOOST_TEST(no.status == 403);
  BOOST_TEST(no.error() == "no_right");
  BOOST_TEST(amelie.get("/api/v1/offices/" + office + "/search?q=xx").status
             == 403);
  BOOST_TEST(amelie.get("/api/v1/offices/" + office + "/setup").status == 403);
  BOOST_TEST(amelie.get("/api/v1/offices/" + office + "/hash").status == 403);
  auto nobody = town().visitor();
  BOOST_TEST(
      nobody.command(office, "call_next", json_of(R"({"counter":"1"})")).status
      == 401);
  BOOST_TEST(sophie.get("/api/v1/offices/" + office + "/hash").status == 200);
}

// -- the commands -------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_visit_is_called_served_and_finished) {
  seat("1", "amelie");
  BOOST_TEST(ask("call_next", json_of(R"({"counter": "1"})")).status == 204);
  auto one = join(town(), office);
  BOOST_TEST(call() == one.visit);
  BOOST_TEST(one.look().at("/counter") == "1");
  must("recall", about(one.visit));
  must("start", about(one.visit));
  must("finish", about(one.visit));
  BOOST_TEST(must("undo", about(one.visit)).at("/visit/phase") == "serving");
  const auto done
      = must("finish", about(one.visit, {{"outcome", "documents_missing"}}));
  BOOST_TEST(done.at("/visit/outcome") == "documents_missing");
  BOOST_TEST(done.at("/visit/agent") == "amelie");
  BOOST_TEST(done.at("/visit/undo/step") == "visit_finished");
}

BOOST_AUTO_TEST_CASE(commands_are_counted_by_how_they_ended) {
  const auto times = [](const std::string& ended) {
    const auto line = "suivant_commands_total{command=\"open_queue\",ended=\""
                      + ended + "\"} ";
    const auto text = town().visitor().get("/metrics").text;
    const auto at = text.find(line);
    return at == text.npos ? 0 : std::stoi(text.substr(at + line.size()));
  };
  const auto done = times("done");
  const auto unknown = times("no_such_queue");
  for (const auto* queue : {"hall", "desk", "nowhere"})
    ask("open_queue", object{{"queue", queue}});
  BOOST_TEST(times("done") == done + 2);
  BOOST_TEST(times("no_such_queue") == unknown + 1);
}

BOOST_AUTO_TEST_CASE(a_visit_is_parked_resumed_transferred_and_sent_back) {
  seat("1", "amelie");
  auto one = join(town(), office);
  serve();
  BOOST_TEST(ask("park", about(one.visit, {{"reason", ""}})).error()
             == "reason_is_needed");
  must("park", about(one.visit, {{"reason", "photo"}}));
  must("resume", about(one.visit, {{"counter", "1"}}));
  must("requeue", about(one.visit));
  must("change_service", about(one.visit, {{"service", "permits"}}));
  BOOST_TEST(one.look().at("/queue") == "desk");
  must("transfer",
       about(one.visit, {{"service", "weddings"}, {"counter", "1"}}));
  BOOST_TEST(one.look().at("/moved") == "transferred");
  must("call_visit", about(one.visit, {{"counter", "1"}}));
  must("mark_absent", about(one.visit));
  must("cancel", about(one.visit, {{"reason", "en double"}}));
  BOOST_TEST(one.look().at("/phase") == "cancelled");
}

BOOST_AUTO_TEST_CASE(the_line_is_arranged_and_the_desk_is_left) {
  auto one = join(town(), office);
  auto two = join(town(), office);
  must("set_priority", about(two.visit, {{"priority", "priority"}}));
  BOOST_TEST(two.look().at("/rank") == 0);
  must("let_pass", about(two.visit, {{"places", 1}}));
  BOOST_TEST(two.look().at("/rank") == 1);
  must("leave", about(one.visit));
  must("close_queue", json_of(R"({"queue": "hall"})"));
  must("open_queue", json_of(R"({"queue": "hall"})"));
  seat("1", "amelie");
  must("begin_break", json_of(R"({"counter": "1", "reason": "pause"})"));
  BOOST_TEST(ask("call_next", json_of(R"({"counter": "1"})")).error()
             == "counter_is_on_break");
  must("end_break", json_of(R"({"counter": "1"})"));
  BOOST_TEST(ask("sign_out", json_of(R"({"counter": "1"})")).error()
             == "people_are_waiting");
  must("sign_out", json_of(R"({"counter": "1", "reason": "fin"})"));
}

BOOST_AUTO_TEST_CASE(the_reception_takes_tickets_with_a_link) {
  auto rachid = town().staff("rachid");
  const auto wish = json_of(R"({"service": "papers", "persons": 3,
    "priority": "priority", "person": {"name": "Mme Martin"}})");
  const auto key = new_key();
  const auto made = rachid.command(office, "take_ticket", wish, key);
  BOOST_TEST(made.status == 200);
  BOOST_TEST(made.at("/visit/channel") == "reception");
  BOOST_TEST(made.at("/visit/described") == true);
  const auto again = rachid.command(office, "take_ticket", wish, key);
  BOOST_TEST(again.at("/token") == made.at("/token"));
  BOOST_TEST(again.at("/repeated") == true);
  auto visitor = town().visitor();
  visitor.link = made.at("/token").as_string();
  BOOST_TEST(visitor.get("/api/v1/visit").at("/number") == "H001");
  BOOST_TEST(rachid.command(office, "take_ticket", wish, "").status == 400,
             "no key, no link");
}

BOOST_AUTO_TEST_CASE(what_is_no_command_is_refused_without_effect) {
  const auto adam_may = json_of(R"({"setup": {"name": {"fr": "x"}}})");
  auto adam = town().staff("adam");
  for (const auto* name : {"report_desk", "begin_day", "configure", "dance"})
    BOOST_TEST(adam.command(office, name, adam_may).status == 404, name);
  BOOST_TEST(ask("call-next", json_of(R"({"counter": "9"})")).error()
             == "no_such_counter");
  BOOST_TEST(ask("call_next", json_of(R"({"desk": "1"})")).status == 400);
  BOOST_TEST(ask("call_next", json_of(R"({"counter": 1})")).status == 400);
  BOOST_TEST(ask("start", about(99)).error() == "no_such_visit");
  BOOST_TEST(
      ask("take_ticket", object{{"service", "papers"}, {"token_hash", "0"}})
          .status
      == 400);
  BOOST_TEST(ask("begin_break",
                 object{{"counter", "1"}, {"reason", std::string(5000, 'x')}})
                 .status
             == 400);
  BOOST_TEST(
      sophie.command("nowhere", "call_next", json_of(R"({"counter": "1"})"))
          .error()
      == "office_unknown");
}

// -- many at once -------------------------------------------------------------

BOOST_AUTO_TEST_CASE(desks_that_press_next_at_once_get_different_people) {
  const auto counters = {"1", "2", "3", "4"};
  const auto agents = {"amelie", "rachid", "sophie", "adam"};
  for (auto [counter, agent] = std::pair{counters.begin(), agents.begin()};
       counter != counters.end(); ++counter, ++agent)
    seat(*counter, *agent);
  for (auto i = 0; i < 4; ++i)
    join(town(), office);
  auto start = std::promise<void>{};
  const auto all = start.get_future().share();
  auto answers = std::vector<std::future<heard>>{};
  for (const auto* counter : counters)
    answers.push_back(std::async(std::launch::async, [&, counter] {
      auto desk = sophie_again();
      all.wait();
      return desk.command(office, "call_next", object{{"counter", counter}});
    }));
  start.set_value();
  auto visits = std::set<std::int64_t>{};
  for (auto& answer : answers)
    visits.insert(answer.get().at("/visit/id").to_number<std::int64_t>());
  BOOST_TEST(visits.size() == 4);
}

BOOST_AUTO_TEST_CASE(one_key_sent_many_times_at_once_happens_once) {
  seat("1", "amelie");
  for (auto i = 0; i < 4; ++i)
    join(town(), office);
  const auto key = new_key();
  auto answers = std::vector<std::future<heard>>{};
  for (auto i = 0; i < 4; ++i)
    answers.push_back(std::async(std::launch::async, [&] {
      return sophie_again().command(office, "call_next",
                                    json_of(R"({"counter": "1"})"), key);
    }));
  auto happened = 0;
  for (auto& answer : answers) {
    const auto said = answer.get();
    BOOST_TEST(said.status == 200);
    BOOST_TEST(said.at("/visit/number") == "H001");
    happened += said.at("/repeated") == false ? 1 : 0;
  }
  BOOST_TEST(happened == 1);
}

BOOST_AUTO_TEST_SUITE_END()
