// Appointments by video over HTTP: who gets the link, and who never does.

#include "tests/support/described.hpp"
#include "tests/support/guarded_town.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::object;

namespace {

std::string text_in(const heard& said, const char* where) {
  BOOST_REQUIRE_MESSAGE(said.status == 200, said.text);
  return std::string{said.at(where).as_string()};
}

struct by_video : as_described {
  house here;
  caller sophie = here.staff("sophie");
  std::string office
      = guarded_office(here, 0,
                       {{"places", {"counter", "video"}},
                        {"sensitive", true},
                        {"video_link", "https://visio.example/r/{room}?x"}});

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  heard hold(caller& by, const std::string& place) {
    const auto at = (monday_morning + 60min).time_since_epoch().count();
    return by.post(path("/holds"),
                   object{{"service", "papers"},
                          {"start", at},
                          {"persons", 1},
                          {"place", place},
                          {"language", "fr"}},
                   new_key());
  }

  /// Holds the link of an appointment; `visit` becomes its number.
  caller booked(const std::string& place, std::int64_t& visit) {
    auto by = here.visitor();
    const auto held = hold(by, place);
    BOOST_REQUIRE_MESSAGE(held.status == 201, held.text);
    visit = held.at("/visit").to_number<std::int64_t>();
    by.link = held.at("/token").as_string();
    BOOST_TEST(by.get("/api/v1/visit/video").error() == "no_video",
               "not before it is booked");
    const auto sure = by.post("/api/v1/visit/confirm",
                              object{{"person", {{"name", "Ada"}}}}, new_key());
    BOOST_REQUIRE_MESSAGE(sure.status == 201, sure.text);
    return by;
  }

  std::string link(caller& of) {
    return text_in(of.get("/api/v1/visit/video"), "/link");
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_video, by_video)

BOOST_AUTO_TEST_CASE(both_sides_get_the_same_room_and_nobody_else) {
  auto visit = std::int64_t{0};
  auto ada = booked("video", visit);
  const auto room = link(ada);
  BOOST_TEST(room.starts_with("https://visio.example/r/"));
  BOOST_TEST(room.ends_with("?x"));
  BOOST_TEST(room.size()
                 == std::string{"https://visio.example/r/?x"}.size() + 32,
             "128 bits that nobody guesses");
  const auto address = path("/visits/" + std::to_string(visit) + "/video");
  BOOST_TEST(text_in(sophie.get(address), "/link") == room);
  BOOST_TEST(here.visitor().get(address).status == 401);
  BOOST_TEST(here.staff("olga").get(address).status == 403);
  const auto day = path("/agenda?first=2026-03-09&last=2026-03-09");
  BOOST_TEST(text_in(sophie.get(day), "/visits/0/video") == room);
  const auto plain = here.staff("olga").get(day);
  BOOST_TEST(plain.text.find("visio") == plain.text.npos);
}

BOOST_AUTO_TEST_CASE(each_appointment_has_a_room_of_its_own) {
  auto first = std::int64_t{0};
  auto second = std::int64_t{0};
  auto ada = booked("video", first);
  auto paul = booked("video", second);
  BOOST_TEST(link(ada) != link(paul));
}

BOOST_AUTO_TEST_CASE(the_calendar_says_where_even_of_a_sensitive_service) {
  auto visit = std::int64_t{0};
  auto ada = booked("video", visit);
  const auto room = link(ada);
  auto file = ada.get("/api/v1/visit/appointment.ics").text;
  for (auto at = file.find("\r\n "); at != file.npos; at = file.find("\r\n "))
    file.erase(at, 3);
  BOOST_TEST((file.find("LOCATION:" + room + "\r\n") != file.npos), file);
  BOOST_TEST(file.find("Papiers") == file.npos);
}

BOOST_AUTO_TEST_CASE(there_is_none_at_the_counter_or_once_it_is_called_off) {
  auto visit = std::int64_t{0};
  auto paul = booked("counter", visit);
  BOOST_TEST(paul.get("/api/v1/visit/video").error() == "no_video");
  auto ada = booked("video", visit);
  BOOST_TEST(ada.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
  BOOST_TEST(ada.get("/api/v1/visit/video").error() == "no_video");
  const auto address = path("/visits/" + std::to_string(visit) + "/video");
  BOOST_TEST(sophie.get(address).error() == "no_video");
  BOOST_TEST(sophie.get(path("/visits/9999/video")).error() == "no_such_visit");
}

BOOST_AUTO_TEST_CASE(nothing_of_it_is_stored) {
  auto visit = std::int64_t{0};
  auto ada = booked("video", visit);
  const auto room = link(ada).substr(24, 32);
  const auto seen = ada.get("/api/v1/visit");
  BOOST_TEST(seen.text.find(room) == seen.text.npos);
  const auto setup = here.staff("adam").get(path("/setup"));
  BOOST_TEST(setup.text.find(room) == setup.text.npos);
}

BOOST_AUTO_TEST_SUITE_END()
