// The end of a day of business over HTTP, on the two nights on which clocks
// change, and over a restart.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::object;

namespace {

constexpr instant utc(int month, int day, std::chrono::milliseconds time) {
  using namespace std::chrono;
  return instant{sys_days{year{2026} / month / day}} + time;
}

/// An office whose day ends so many minutes after midnight in Paris.
std::string office_until(const house& in, int cut_over_minutes) {
  const auto id = "until-" + std::to_string(cut_over_minutes);
  auto setup = small_setup();
  setup.as_object()["cut_over_minutes"] = cut_over_minutes;
  auto adam = in.staff("adam");
  BOOST_REQUIRE_EQUAL(
      adam.put("/api/v1/offices/" + id + "/setup", setup).status, 200);
  return id;
}

json_value hash_of(const house& in, const std::string& office) {
  const auto told = in.staff("olga").get("/api/v1/offices/" + office + "/hash");
  BOOST_REQUIRE_EQUAL(told.status, 200);
  return told.body;
}

/// An evening with one visitor served, one called, one waiting.
struct evening {
  evening(const house& in, std::string at)
      : office{std::move(at)}, served{join(in, office)},
        called{join(in, office)}, waiting{join(in, office)} {
    auto sophie = in.staff("sophie");
    const auto must = [&](const char* name, const json_value& fields) {
      const auto done = sophie.command(office, name, fields);
      BOOST_REQUIRE_MESSAGE(done.status == 200, done.text);
    };
    must("sign_in", json_of(R"({"counter": "1"})"));
    must("call_next", json_of(R"({"counter": "1"})"));
    must("start", about(served.visit));
    must("finish", about(served.visit));
    must("call_next", json_of(R"({"counter": "1"})"));
  }

  std::string office;
  guest served;
  guest called;
  guest waiting;
};

void stays_open(const house& in, evening& it) {
  BOOST_TEST(it.waiting.look().at("/phase") == "waiting");
  BOOST_TEST(it.called.look().at("/phase") == "called");
  BOOST_TEST(join(in, it.office).number == "H004");
}

void has_ended(const house& in, evening& it) {
  BOOST_TEST(it.waiting.look().at("/phase") == "abandoned");
  BOOST_TEST(it.called.look().at("/phase") == "abandoned");
  BOOST_TEST(it.served.look().status == 404, "that link has done its work");
  auto sophie = in.staff("sophie");
  const auto call
      = sophie.command(it.office, "call_next", json_of(R"({"counter": "1"})"));
  BOOST_TEST(call.error() == "nobody_is_signed_in");
  auto early = join(in, it.office);
  BOOST_TEST(early.number == "H001");
  BOOST_TEST(early.look().at("/rank") == 0);
}

/// `ends` is when days ending at 02:30 and at 03:00 do so on that night.
void night(instant before, instant ends_first, instant ends_last) {
  auto in = house{before};
  auto first = evening{in, office_until(in, 150)};
  auto last = evening{in, office_until(in, 180)};
  in.set_clock(ends_first - 1ms);
  stays_open(in, first);
  in.set_clock(ends_first);
  has_ended(in, first);
  if (ends_last != ends_first) {
    in.set_clock(ends_last - 1ms);
    stays_open(in, last);
    in.set_clock(ends_last);
  }
  has_ended(in, last);
  const auto known = hash_of(in, last.office);
  in.stop();
  in.start();
  BOOST_TEST(hash_of(in, last.office) == known, "nothing was lost");
  BOOST_TEST(join(in, last.office).number == "H002");
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_day, as_described)

BOOST_AUTO_TEST_CASE(a_day_ends_where_the_clocks_skip_its_end) {
  // 02:30 does not exist on that night; 03:00 is one hour after 01:59.
  night(utc(3, 28, 17h), utc(3, 29, 1h), utc(3, 29, 1h));
}

BOOST_AUTO_TEST_CASE(a_day_ends_the_first_time_the_clocks_show_its_end) {
  // 02:30 comes twice on that night, 03:00 once, an hour and a half later.
  night(utc(10, 24, 16h), utc(10, 25, 30min), utc(10, 25, 2h));
}

BOOST_AUTO_TEST_CASE(a_key_of_yesterday_makes_no_second_ticket) {
  auto in = house{};
  const auto office = in.new_office();
  auto one = in.visitor();
  const auto ask = [&](const std::string& key) {
    return one.post("/api/v1/offices/" + office + "/tickets",
                    json_of(R"({"service": "papers"})"), key);
  };
  const auto gone = new_key();
  one.link = ask(gone).at("/token").as_string();
  BOOST_TEST(one.post("/api/v1/visit/leave", object{}).status == 200);
  const auto open = new_key();
  BOOST_TEST(ask(open).status == 201);
  in.advance(24h);
  const auto no = ask(gone);
  BOOST_TEST(no.status == 409);
  BOOST_TEST(no.error() == "visit_is_closed");
  BOOST_TEST(ask(open).at("/number") == "H002", "it is shown as it ended");
  in.advance(24h);
  BOOST_TEST(ask(gone).status == 201, "by then it is a new wish");
}

BOOST_AUTO_TEST_CASE(a_restart_keeps_visits_links_sessions_and_answers) {
  auto in = house{};
  const auto office = in.new_office();
  auto one = join(in, office);
  auto sophie = in.staff("sophie");
  const auto fields = json_of(R"({"counter": "1"})");
  sophie.command(office, "sign_in", fields);
  const auto key = new_key();
  const auto call = sophie.command(office, "call_next", fields, key);
  const auto known = hash_of(in, office);
  in.stop();
  in.start();
  auto later = in.visitor();
  later.cookie = sophie.cookie;
  later.csrf = sophie.csrf;
  const auto again = later.command(office, "call_next", fields, key);
  BOOST_TEST(again.at("/repeated") == true);
  BOOST_TEST(again.at("/visit") == call.at("/visit"));
  auto phone = in.visitor();
  phone.link = one.by.link;
  BOOST_TEST(phone.get("/api/v1/visit").at("/phase") == "called");
  BOOST_TEST(hash_of(in, office) == known);
}

BOOST_AUTO_TEST_SUITE_END()
