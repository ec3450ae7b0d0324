// Arriving for an appointment over HTTP: by the link, by the code at the door,
// at the reception; too early, too late, and not at all.

#include "net/gateway/door_code.hpp"
#include "tests/support/described.hpp"
#include "tests/support/guarded_town.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::object;

namespace {

std::int64_t ms(instant at) {
  return at.time_since_epoch().count();
}

struct at_the_door : as_described {
  house here;
  caller sophie = here.staff("sophie");
  caller amelie = here.staff("amelie");
  std::string office = guarded_office(here, 0, {{"code_at_door", true}});

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  /// Holds the link of an appointment, so many minutes from now.
  caller booked(std::chrono::minutes in, const std::string& name = "Mme Martin",
                std::int64_t* visit = nullptr) {
    auto by = here.visitor();
    const auto held = by.post(path("/holds"),
                              object{{"service", "papers"},
                                     {"start", ms(monday_morning + in)},
                                     {"persons", 1},
                                     {"language", "fr"}},
                              new_key());
    BOOST_REQUIRE_MESSAGE(held.status == 201, held.text);
    if (visit != nullptr)
      *visit = held.at("/visit").to_number<std::int64_t>();
    by.link = held.at("/token").as_string();
    const auto sure = by.post("/api/v1/visit/confirm",
                              object{{"person", {{"name", name}}}}, new_key());
    BOOST_REQUIRE_MESSAGE(sure.status == 201, sure.text);
    return by;
  }

  heard arrive(caller& who, const std::string& code = {}) {
    auto wish = object{};
    if (!code.empty())
      wish["code"] = code;
    return who.post("/api/v1/visit/arrive", wish, new_key());
  }

  /// A screen in the hall, connected by staff.
  caller kiosk() {
    auto it = here.visitor();
    const auto begun = it.post("/api/v1/pairings", object{});
    sophie.post(path("/pairings"), object{{"code", begun.at("/code")},
                                          {"kind", "kiosk"},
                                          {"name", "Borne"}});
    const auto in = it.post("/api/v1/pairings/claim",
                            object{{"secret", begun.at("/secret")}});
    BOOST_REQUIRE_MESSAGE(in.status == 200, in.text);
    const auto cookie = in.headers.at("set-cookie");
    it.cookie = cookie.substr(0, cookie.find(';'));
    it.csrf = in.at("/csrf").as_string();
    return it;
  }

  std::string code_on_screen() {
    const auto shown = sophie.get(path("/door-code"));
    BOOST_REQUIRE_MESSAGE(shown.status == 200, shown.text);
    return std::string{shown.at("/code").as_string()};
  }

  /// Six digits that are not on the screen.
  std::string another(std::string code) {
    for (auto& digit : code)
      digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
    return code;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_arrival, at_the_door)

BOOST_AUTO_TEST_CASE(who_types_the_code_of_the_door_has_arrived) {
  auto guest = booked(15min);
  BOOST_TEST(guest.get("/api/v1/visit").at("/appointment/code_at_door")
             == true);
  const auto alone = arrive(guest);
  BOOST_TEST(alone.status == 409);
  BOOST_TEST(alone.error() == "door_code_is_needed");
  const auto there = arrive(guest, code_on_screen());
  BOOST_TEST(there.status == 200, there.text);
  BOOST_TEST(there.at("/visit/number") == "H001");
}

BOOST_AUTO_TEST_CASE(a_code_holds_for_its_minute_and_the_next) {
  auto soon = booked(15min);
  auto late = booked(30min);
  const auto code = code_on_screen();
  here.advance(1min);
  BOOST_TEST(arrive(soon, code).status == 200);
  here.advance(1min);
  const auto old = arrive(late, code);
  BOOST_TEST(old.status == 422);
  BOOST_TEST(old.error() == "door_code_wrong");
  const auto fresh = code_on_screen();
  BOOST_TEST(arrive(late, fresh.substr(0, 3) + ' ' + fresh.substr(3)).status
             == 200);
}

BOOST_AUTO_TEST_CASE(codes_differ_by_office_and_minute) {
  using gateway::door_code_at;
  const auto secret = crypto::random_key();
  const auto one = door_code_at(secret, {"one"}, monday_morning);
  BOOST_TEST(one.digits.size() == 6u);
  BOOST_TEST((one.until == monday_morning + 1min));
  BOOST_TEST(door_code_at(secret, {"one"}, monday_morning + 59s).digits
             == one.digits);
  auto same = 0;
  for (auto minute = 1; minute < 50; ++minute)
    same += door_code_at(secret, {"one"},
                         monday_morning + std::chrono::minutes{minute})
                        .digits
                    == one.digits
                ? 1
                : 0;
  BOOST_TEST(same < 3);
  BOOST_TEST(!gateway::door_code_fits(secret, {"one"}, "", monday_morning));
}

BOOST_AUTO_TEST_CASE(nobody_guesses_at_it_for_long) {
  auto guest = booked(15min);
  const auto wrong = another(code_on_screen());
  auto tries = 0;
  while (arrive(guest, wrong).status == 422)
    BOOST_REQUIRE(++tries < 100);
  BOOST_TEST(tries == 20);
  const auto right = arrive(guest, code_on_screen());
  BOOST_TEST(right.status == 429);
  BOOST_TEST(right.error() == "too_many_codes");
  here.advance(30s);
  BOOST_TEST(arrive(guest, code_on_screen()).status == 200);
}

BOOST_AUTO_TEST_CASE(the_code_is_for_screens_and_staff) {
  BOOST_TEST(here.visitor().get(path("/door-code")).status == 401);
  BOOST_TEST(amelie.get(path("/door-code")).status == 200);
}

BOOST_AUTO_TEST_CASE(too_early_says_from_when) {
  auto guest = booked(120min);
  for (const auto& [language, words] :
       {std::pair{"en", "from 10:00 on 2026-03-09"},
        {"fr", "le 09/03/2026 à partir de 10:00"}}) {
    guest.language = language;
    const auto no = arrive(guest, code_on_screen());
    BOOST_TEST(no.error() == "too_early");
    BOOST_TEST(no.at("/from") == ms(monday_morning + 60min));
    const auto said = std::string{no.at("/message").as_string()};
    BOOST_TEST((said.find(words) != said.npos), said);
  }
}

BOOST_AUTO_TEST_CASE(a_kiosk_lets_in_by_the_link_without_the_code) {
  auto screen = kiosk();
  auto visit = std::int64_t{0};
  auto guest = booked(60min, "Mme Petit", &visit);
  const auto seen
      = screen.post(path("/scanned"), object{{"token", guest.link}});
  BOOST_TEST(seen.at("/visit") == visit);
  const auto mine = guest.get("/api/v1/visit");
  BOOST_TEST(mine.at("/appointment/in_time_until")
             == ms(monday_morning + 70min));
  const auto there
      = screen.command(office, "arrive", about(visit, {{"by", "desk"}}));
  BOOST_TEST(there.status == 200, there.text);
  BOOST_TEST(guest.get("/api/v1/visit").at("/phase") == "waiting");
}

BOOST_AUTO_TEST_CASE(a_kiosk_says_from_when) {
  auto screen = kiosk();
  auto visit = std::int64_t{0};
  auto guest = booked(120min, "Mme Petit", &visit);
  const auto no = screen.command(office, "arrive", about(visit));
  BOOST_TEST(no.error() == "too_early");
  BOOST_TEST(no.at("/from") == ms(monday_morning + 60min));
}

BOOST_AUTO_TEST_CASE(the_reception_finds_them_by_name_or_by_their_link) {
  auto visit = std::int64_t{0};
  auto guest = booked(15min, "Mme Lefebvre", &visit);
  const auto found = sophie.get(path("/search?q=lefeb"));
  BOOST_TEST(found.at("/0/id") == visit);
  const auto scanned
      = sophie.post(path("/scanned"), object{{"token", guest.link}});
  BOOST_TEST(scanned.at("/visit") == visit);
  BOOST_TEST(
      sophie
          .post(path("/scanned"),
                object{{"token", office + ".00000000000000000000000000000000"}})
          .status
      == 404);
  const auto there = sophie.command(office, "arrive", about(visit));
  BOOST_TEST(there.at("/visit/number") == "H001");
  BOOST_TEST(there.at("/visit/undo/step") == "visit_arrived");
  const auto back = sophie.command(office, "undo", about(visit));
  BOOST_TEST(back.at("/visit/phase") == "booked");
}

BOOST_AUTO_TEST_CASE(who_is_late_may_be_given_up_and_come_all_the_same) {
  auto visit = std::int64_t{0};
  auto guest = booked(15min, "M. Petit", &visit);
  BOOST_TEST(sophie.command(office, "mark_absent", about(visit)).error()
             == "not_late_yet");
  here.advance(16min);
  const auto gone = sophie.command(office, "mark_absent", about(visit));
  BOOST_TEST(gone.at("/visit/phase") == "no_show");
  BOOST_TEST(guest.get("/api/v1/visit").at("/phase") == "no_show");
  const auto there = arrive(guest, code_on_screen());
  BOOST_TEST(there.at("/visit/priority") == "standard");
  BOOST_TEST(guest.get("/api/v1/visit").at("/phase") == "waiting");
}

BOOST_AUTO_TEST_SUITE_END()
