// People inside, over HTTP and the live channel: everybody sees how full the
// house is, as soon as it changes; staff count, correct and go beyond it.

#include "tests/support/described.hpp"
#include "tests/support/guarded_town.hpp"
#include "tests/support/live_page.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

struct a_full_house : as_described {
  std::string office = guarded_office(town(), 2);
  caller sophie = town().staff("sophie");
  caller amelie = town().staff("amelie");

  heard count(int by) {
    return amelie.command(office, "count_inside",
                          object{{"site", "town"}, {"by", by}});
  }
  void sit(caller& who, const char* counter) {
    const auto done
        = who.command(office, "sign_in", object{{"counter", counter}});
    BOOST_REQUIRE_MESSAGE(done.status == 200, done.text);
  }
  json_value inside() {
    return town()
        .visitor()
        .get("/api/v1/offices/" + office)
        .at("/sites/town/inside");
  }
};

bool shows_inside(const json_value& state, std::int64_t persons) {
  return state.at_pointer("/sites/town/inside") == persons;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_gauge, a_full_house)

BOOST_AUTO_TEST_CASE(everybody_sees_how_many_are_inside) {
  BOOST_TEST(count(1).status == 200);
  const auto seen = town().visitor().get("/api/v1/offices/" + office);
  BOOST_TEST(seen.at("/sites/town/inside") == 1);
  BOOST_TEST(seen.at("/sites/town/most") == 2);
  const auto other
      = town().visitor().get("/api/v1/offices/" + town().new_office());
  BOOST_TEST(other.at("/sites") == json_of("{}"));
}

BOOST_AUTO_TEST_CASE(a_change_is_told_to_all_who_watch) {
  auto phone = desk_page{"gauge/" + office, town().port(), ""};
  auto desk = desk_page{"desk/" + office, town().port(), amelie.cookie};
  auto board = desk_page{"board/" + office, town().port(), amelie.cookie};
  for (auto* page : {&phone, &desk, &board})
    BOOST_TEST(page->shows([](const auto& it) { return shows_inside(it, 0); }));
  BOOST_TEST(count(1).status == 200);
  for (auto* page : {&phone, &desk, &board})
    BOOST_TEST(page->shows([](const auto& it) { return shows_inside(it, 1); }));
  const auto changed = sophie.command(office, "set_gauge",
                                      object{{"site", "town"}, {"most", 9}});
  BOOST_TEST(changed.status == 200, changed.text);
  for (auto* page : {&phone, &desk, &board}) {
    BOOST_TEST(page->shows(
        [](const auto& it) { return it.at_pointer("/sites/town/most") == 9; }));
    BOOST_TEST(page->snapshots() == 1);
  }
}

BOOST_AUTO_TEST_CASE(who_waits_outside_is_called_in_once_there_is_room) {
  auto guest = join(town(), office);
  sit(amelie, "1");
  count(2);
  const auto no = amelie.command(office, "call_next", object{{"counter", "1"}});
  BOOST_TEST(no.status == 409);
  BOOST_TEST(no.error() == "gauge_is_full");
  const auto seen = guest.look();
  BOOST_TEST(seen.at("/phase") == "waiting");
  BOOST_TEST(seen.at("/rank") == 0);
  BOOST_TEST(seen.at("/sites/0") == "town");
  BOOST_TEST(seen.at("/inside") == false);
  count(-1);
  const auto yes
      = amelie.command(office, "call_next", object{{"counter", "1"}});
  BOOST_TEST(yes.at("/visit/id") == guest.visit);
  BOOST_TEST(inside() == 2);
}

BOOST_AUTO_TEST_CASE(only_supervisors_go_beyond_it) {
  auto guest = join(town(), office);
  sit(amelie, "1");
  count(2);
  auto wish = object{{"counter", "1"}, {"over_gauge", true}};
  BOOST_TEST(amelie.command(office, "call_next", wish).error()
             == "supervisor_is_needed");
  BOOST_TEST(sophie.command(office, "call_next", wish).error()
             == "reason_is_needed");
  wish["reason"] = "rain";
  const auto done = sophie.command(office, "call_next", wish);
  BOOST_TEST(done.at("/visit/id") == guest.visit);
  BOOST_TEST(
      amelie.command(office, "set_gauge", object{{"site", "town"}, {"most", 9}})
          .status
      == 403);
}

BOOST_AUTO_TEST_CASE(a_count_of_heads_is_put_right) {
  count(2);
  const auto set = [&](int persons) {
    return amelie.command(office, "set_inside",
                          object{{"site", "town"}, {"persons", persons}});
  };
  BOOST_TEST(set(7).status == 200);
  BOOST_TEST(inside() == 7);
  BOOST_TEST(set(-1).error() == "value_out_of_range");
  BOOST_TEST(
      amelie.command(office, "count_inside", object{{"site", "moon"}}).status
      == 404);
  join(town(), office);
  set(0);
  sit(amelie, "1");
  amelie.command(office, "call_next", object{{"counter", "1"}});
  BOOST_TEST(set(0).error() == "visits_are_inside");
}

BOOST_AUTO_TEST_SUITE_END()
