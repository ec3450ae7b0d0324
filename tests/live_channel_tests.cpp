// The live channel through the gateway: who may hear what, what is said to
// whom, and what becomes of those who do not keep to the rules.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"
#include "tests/support/live_page.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

struct in_the_hall : as_described {
  std::string office = town().new_office();
  std::string desk = "desk/" + office;
  std::string board = "board/" + office;
  caller sophie = town().staff("sophie");

  live_page page(const std::string& cookie = {}) const {
    return live_page{town().port(), cookie};
  }
  std::string error_for(live_page& page, const std::string& topic) const {
    page.say(object{{"subscribe", topic}});
    const auto frame = page.hear_of(topic);
    const auto* error
        = frame.is_object() ? frame.get_object().if_contains("error") : nullptr;
    return error == nullptr ? "" : std::string{error->as_string()};
  }
  /// A screen let in as "board" or "kiosk"; returns its cookie.
  std::string screen(const char* kind) {
    auto it = town().visitor();
    const auto begun = it.post("/api/v1/pairings", object{});
    sophie.post("/api/v1/offices/" + office + "/pairings",
                object{{"code", begun.at("/code")},
                       {"kind", kind},
                       {"name", "screen"}});
    const auto in = it.post("/api/v1/pairings/claim",
                            object{{"secret", begun.at("/secret")}});
    const auto cookie = in.headers.at("set-cookie");
    return cookie.substr(0, cookie.find(';'));
  }
  void must(const char* name, const json_value& fields) {
    const auto done = sophie.command(office, name, fields);
    BOOST_TEST(done.status == 200, done.text);
  }
  void call_next() {
    must("call_next", json_of(R"({"counter": "1"})"));
  }
};

void pings(live_page& page) {
  page.say(object{{"ping", 1}});
  BOOST_TEST(page.hear().at("pong") == 1);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(live_channel, in_the_hall)

// -- who may hear what --------------------------------------------------------

BOOST_AUTO_TEST_CASE(topics_of_the_office_need_a_right) {
  auto nobody = page();
  BOOST_TEST(error_for(nobody, desk) == "not_signed_in");
  BOOST_TEST(error_for(nobody, board) == "not_signed_in");
  pings(nobody);
  auto hall_screen = page(screen("board"));
  BOOST_TEST(error_for(hall_screen, desk) == "no_right");
  BOOST_TEST(error_for(hall_screen, "board/mairie") == "no_right");
  BOOST_TEST(error_for(hall_screen, board) == "");
  auto kiosk = page(screen("kiosk"));
  BOOST_TEST(error_for(kiosk, board) == "no_right");
  auto staff = page(sophie.cookie);
  BOOST_TEST(error_for(staff, desk) == "");
  BOOST_TEST(error_for(staff, "desk/nowhere") == "office_unknown");
}

BOOST_AUTO_TEST_CASE(who_has_signed_out_hears_no_more) {
  auto mine = town().staff("amelie");
  auto it = page(mine.cookie);
  BOOST_TEST(error_for(it, board) == "");
  mine.remove("/api/v1/sessions/mine");
  while (!it.hear().is_null()) {
  }
  BOOST_TEST(it.close_code() == 4401);
}

BOOST_AUTO_TEST_CASE(a_wrong_link_is_refused_in_the_language_of_the_page) {
  const auto message = [&](const char* language, const char* link) {
    auto it = live_page{town().port(), {}, language};
    it.say_text(std::string{R"({"subscribe":"visit","token":")"} + link
                + "\"}");
    const auto frame = it.hear_of("visit");
    BOOST_TEST(frame.at("error") == "link_unknown");
    return frame.at("message");
  };
  const auto zeros = "mairie.00000000000000000000000000000000";
  const auto french = message("fr", zeros);
  BOOST_TEST(message("en", zeros) != french);
  BOOST_TEST(message("fr", "nowhere.00000000000000000000000000000000")
             == french);
  BOOST_TEST(message("fr", "nonsense") == french);
}

// -- what is said -------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_phone_hears_that_it_is_called_and_where_to_go) {
  must("sign_in", json_of(R"({"counter": "1", "agent": "amelie"})"));
  auto one = join(town(), office);
  auto it = page();
  it.say(object{{"subscribe", "visit"}, {"token", one.by.link}});
  BOOST_TEST(it.hear_of("visit").at("snapshot").at("rank") == 0);
  call_next();
  auto frame = it.hear_of("visit");
  BOOST_TEST(frame.at("snapshot").at("phase") == "called");
  BOOST_TEST(frame.at("snapshot").at("counter") == "1");
  BOOST_TEST(frame.at("snapshot").at("rank").is_null());
}

BOOST_AUTO_TEST_CASE(a_page_shows_one_ticket_at_a_time) {
  auto one = join(town(), office);
  auto two = join(town(), office, "permits");
  auto it = page();
  it.say(object{{"subscribe", "visit"}, {"token", one.by.link}});
  BOOST_TEST(it.hear_of("visit").at("snapshot").at("number") == "H001");
  it.say(object{{"subscribe", "visit"}, {"token", two.by.link}});
  BOOST_TEST(it.hear_of("visit").at("snapshot").at("number") == "D001");
  must("leave", about(one.visit));
  must("leave", about(two.visit));
  const auto next = it.hear_of("visit").at("snapshot");
  BOOST_TEST(next.at("number") == "D001", "nothing more of the first");
  BOOST_TEST(next.at("phase") == "left");
}

BOOST_AUTO_TEST_CASE(who_stops_listening_hears_no_more_of_it) {
  auto one = join(town(), office);
  auto it = page(sophie.cookie);
  it.say(object{{"subscribe", "visit"}, {"token", one.by.link}});
  it.hear_of("visit");
  it.say(object{{"unsubscribe", "visit"}});
  it.say(object{{"subscribe", desk}});
  it.hear_of(desk);
  must("leave", about(one.visit));
  auto frame = it.hear();
  while (frame.is_object() && frame.at("topic").as_string() != desk) {
    BOOST_TEST(frame.at("topic") != "visit");
    frame = it.hear();
  }
  it.say(object{{"unsubscribe", desk}});
  pings(it);
}

BOOST_AUTO_TEST_CASE(the_board_shows_calls_and_no_person) {
  must("sign_in", json_of(R"({"counter": "2", "agent": "amelie"})"));
  auto it = desk_page{board, town().port(), screen("board")};
  const auto who
      = object{{"name", "Wilhelmine Quatrevingt"}, {"phone", "+33698765432"}};
  must("take_ticket", object{{"service", "papers"}, {"person", who}});
  join(town(), office);
  must("call_next", json_of(R"({"counter": "2"})"));
  BOOST_TEST(it.shows(
      [](const auto& seen) { return !seen.at("calls").as_array().empty(); }));
  const auto& seen = it.state();
  BOOST_TEST(seen.at("calls").at(0).at("number") == "H001");
  BOOST_TEST(seen.at("calls").at(0).at("counter") == "2");
  BOOST_TEST(seen.at("next").at("hall").at(0) == "H002");
  const auto text = boost::json::serialize(seen);
  for (const auto* personal : {"Quatrevingt", "98765", "amelie"})
    BOOST_TEST(text.find(personal) == std::string::npos, personal);
}

BOOST_AUTO_TEST_CASE(colleagues_see_whether_a_desk_is_there) {
  auto amelie = town().staff("amelie");
  amelie.command(office, "sign_in", json_of(R"({"counter": "1"})"));
  auto watched = desk_page{desk, town().port(), sophie.cookie};
  const auto online = [&] {
    const auto now = snapshot_of(desk, town().port(), sophie.cookie);
    return now.at("snapshot").at("counters").at("1").at("online") == true;
  };
  {
    auto at_counter = page(amelie.cookie);
    at_counter.say(object{{"counter", "1"}, {"office", office}});
    pings(at_counter);
    at_counter.say(object{{"subscribe", desk}});
    at_counter.hear_of(desk);
    BOOST_TEST(online());
  }
  BOOST_TEST(watched.shows([](const auto& seen) {
    return seen.at("counters").at("1").at("online") == false;
  }));
  BOOST_TEST(!online());
}

BOOST_AUTO_TEST_CASE(where_no_socket_comes_through_a_stream_says_the_same) {
  auto one = join(town(), office);
  auto line = wire{town().port()};
  line.send(tests::post("/live/events", R"({"subscribe":"visit","token":")"
                                            + one.by.link + "\"}"));
  const auto head = line.read_until("\r\n\r\n");
  BOOST_REQUIRE(head);
  BOOST_TEST(head->find("text/event-stream") != std::string::npos);
  const auto next = [&] {
    for (;;) {
      auto event = line.read_until("\n\n").value_or("data: null\n\n");
      const auto data = event.find("data: ");
      if (data == std::string::npos)
        continue;
      auto frame = json_of(event.substr(data + 6));
      look_at_frame(frame);
      return frame;
    }
  };
  BOOST_TEST(next().at("snapshot").at("rank") == 0);
  must("leave", about(one.visit));
  auto frame = next();
  while (frame.is_object() && frame.at("topic") != "visit")
    frame = next();
  BOOST_TEST(frame.at("snapshot").at("phase") == "left");
}

// -- who does not keep to the rules -------------------------------------------

BOOST_AUTO_TEST_CASE(words_nobody_understands_are_answered_and_forgiven) {
  auto it = page(sophie.cookie);
  const auto deep = std::string(2000, '[') + std::string(2000, ']');
  for (const auto& words :
       {std::string{"hello"}, std::string{"{}"}, std::string{"[]"}, deep,
        std::string{R"({"subscribe":"weather/paris"})"},
        std::string{R"({"subscribe":"desk/"})"},
        std::string{R"({"subscribe":7})"},
        std::string{R"({"subscribe":"visit","since":-1})"},
        std::string{R"({"shout":"x"})"}}) {
    it.say_text(words);
    BOOST_TEST(it.hear().at("error") == "unreadable", words.substr(0, 40));
  }
  pings(it);
}

BOOST_AUTO_TEST_CASE(a_message_too_long_ends_the_connection) {
  auto it = page();
  it.say_text(R"({"subscribe":")" + std::string(5000, 'x') + "\"}");
  BOOST_TEST(it.hear().is_null());
  BOOST_TEST(it.close_code() == 1009);
}

BOOST_AUTO_TEST_CASE(too_many_messages_end_the_connection) {
  auto it = page();
  for (auto i = 0; i < 60; ++i)
    try {
      it.say_text(R"({"ping":1})");
    } catch (const std::exception&) {
      break; // It has ended.
    }
  while (it.hear().is_object()) {
  }
  BOOST_TEST(it.close_code() == 1008);
  BOOST_TEST(town().visitor().get("/healthz").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
