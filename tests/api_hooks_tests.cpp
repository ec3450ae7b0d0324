// Partners hear what happens to visits: signed, in order, at least once,
// however their programs behave.

#include "tests/support/hooked_office.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::array;
using boost::json::object;

namespace {

bool is_signed(const received& it, const std::string& secret) {
  const auto key = *crypto::from_base64(secret.substr(6));
  const auto said = it.headers.at("webhook-id") + '.'
                    + it.headers.at("webhook-timestamp") + '.' + it.body;
  return it.headers.at("webhook-signature")
         == "v1," + crypto::to_base64(crypto::hmac_sha256(key, said));
}

std::string problem_in(const received& it) {
  return descriptions().problem_in(
      json_of(it.body),
      json_of(R"({"$ref": "#/components/schemas/HookEvent"})"), "openapi.json");
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_hooks, hooks_of_an_office)

BOOST_AUTO_TEST_CASE(what_happens_is_told_signed_and_in_order) {
  const auto secret = made(ears.url());
  auto by = booked(on_tuesday(10h));
  BOOST_TEST(by.post("/api/v1/visit/move",
                     object{{"start", ms(on_tuesday(11h))}}, new_key())
                 .status
             == 200);
  BOOST_TEST(by.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
  const auto all = ears.heard(3);
  BOOST_TEST(ears.kinds_taken()
                 == (texts{"visit_booked", "booking_moved", "visit_cancelled"}),
             boost::test_tools::per_element());
  auto last = std::int64_t{0};
  for (const auto& it : all) {
    BOOST_TEST(it.path == "/hear");
    BOOST_TEST(is_signed(it, secret));
    BOOST_TEST(problem_in(it) == "");
    const auto data = json_of(it.body).at("data");
    const auto fact = data.at("fact").to_number<std::int64_t>();
    BOOST_TEST(fact > last);
    last = fact;
    BOOST_TEST(it.headers.at("webhook-id")
               == office + '.' + std::to_string(fact));
    BOOST_TEST(it.body.find("Martin") == std::string::npos);
  }
  state([](const json_value& it) { return it.at("done") == it.at("newest"); });
  const auto said = adam.get("/metrics").text;
  BOOST_TEST(said.find("suivant_hook_events_total{ended=\"delivered\"} 3")
             != std::string::npos);
}

BOOST_AUTO_TEST_CASE(who_refuses_is_asked_again_and_misses_nothing) {
  made(ears.url());
  ears.answer(500);
  booked(on_tuesday(10h));
  booked(on_tuesday(11h), "0699999999");
  ears.heard(1);
  const auto failing = with_error("500");
  BOOST_TEST(failing.at("tries") == 1);
  BOOST_TEST(ears.so_far().size() == 1u, "it waits");
  here.advance(5s);
  ears.heard(2);
  ears.answer(200);
  state([](const json_value& it) {
    return it.as_object().contains("tries") && it.at("tries") == 2;
  });
  here.advance(10s);
  ears.heard(4);
  BOOST_TEST(ears.kinds_taken() == (texts{"visit_booked", "visit_booked"}),
             boost::test_tools::per_element());
  const auto all = ears.so_far();
  BOOST_TEST(all[0].body == all[2].body);
  BOOST_TEST(all[2].body != all[3].body);
  const auto well = state([](const json_value& it) {
    return !it.as_object().contains("tries")
           && it.at("done") == it.at("newest");
  });
  BOOST_TEST(!well.as_object().contains("last_error"));
}

BOOST_AUTO_TEST_CASE(who_is_down_hears_all_when_it_is_back) {
  made(ears.url());
  ears.stop();
  booked(on_tuesday(10h));
  with_error("unreachable");
  booked(on_tuesday(11h), "0699999999");
  ears.start();
  here.advance(5s);
  ears.heard(2);
  BOOST_TEST(ears.kinds_taken().size() == 2u);
}

BOOST_AUTO_TEST_CASE(nothing_is_lost_over_a_restart_of_the_server) {
  made(ears.url());
  booked(on_tuesday(10h));
  ears.heard(1);
  ears.answer(503);
  booked(on_tuesday(11h), "0699999999");
  ears.heard(2);
  here.stop();
  ears.answer(200);
  here.start(near);
  here.set_clock(monday_morning + 1min);
  ears.heard(3);
  adam = here.staff("adam");
  booked(on_tuesday(9h), "0688888888");
  ears.heard(4);
  const auto all = ears.so_far();
  BOOST_TEST(all[1].body == all[2].body);
  BOOST_TEST(ears.kinds_taken().size() == 3u);
}

BOOST_AUTO_TEST_CASE(what_fails_for_a_day_is_given_up_listed_and_sent_again) {
  made(ears.url(), {{"kinds", array{"visit_booked", "visit_arrived"}}});
  ears.answer(500);
  booked(on_tuesday(10h));
  ears.heard(1);
  with_error("500");
  here.advance(12h);
  ears.heard(2);
  here.set_clock(on_tuesday(9h + 30min));
  adam = here.staff("adam");
  const auto lost = state([](const json_value& it) {
    return !it.at("given_up").as_array().empty();
  });
  BOOST_TEST(lost.at("given_up").at(0).at("count") == 1);
  BOOST_TEST(lost.at("given_up").at(0).at("error") == "500");
  ears.answer(200);
  const auto from = lost.at("given_up").at(0).at("first");
  tend("again", {{"from", from}});
  ears.heard(3);
  const auto taken = ears.so_far().back();
  BOOST_TEST(json_of(taken.body).at("data").at("fact") == from);
}

BOOST_AUTO_TEST_CASE(a_pause_keeps_all_for_later) {
  made(ears.url());
  tend("pause");
  booked(on_tuesday(10h));
  const auto paused
      = state([](const json_value& it) { return it.at("paused") == true; });
  BOOST_TEST(ears.so_far().empty());
  auto olga = here.staff("olga");
  BOOST_TEST(olga.get(hooks).at("/0/name") == "wish");
  BOOST_TEST(olga.post(hooks + "/wish/resume", object{}).status == 204);
  ears.heard(1);
}

BOOST_AUTO_TEST_CASE(who_is_gone_for_good_is_left_alone) {
  made(ears.url());
  ears.answer(410);
  booked(on_tuesday(10h));
  state([](const json_value& it) { return it.at("paused") == true; });
}

BOOST_AUTO_TEST_CASE(a_redirection_is_not_followed) {
  receiver elsewhere;
  made(ears.url());
  ears.answer(302, "Location: " + elsewhere.url() + "\r\n");
  booked(on_tuesday(10h));
  with_error("302");
  BOOST_TEST(elsewhere.so_far().empty());
}

BOOST_AUTO_TEST_CASE(
    a_partner_hears_of_its_own_visits_and_no_longer_than_it_is_one) {
  const auto key = adam.post(
      path("/keys"),
      object{{"name", "wish"}, {"scopes", {"holds", "bookings"}}}, new_key());
  made(ears.url(), {{"partner", "wish"}});
  booked(on_tuesday(10h));
  auto by = here.visitor();
  by.key = key.at("/key").as_string();
  by.link
      = by.post(path("/holds"),
                object{{"service", "papers"}, {"start", ms(on_tuesday(11h))}},
                new_key())
            .at("/token")
            .as_string();
  BOOST_TEST(by.post("/api/v1/visit/confirm", object{}, new_key()).status
             == 201);
  ears.heard(1);
  const auto told = json_of(ears.so_far()[0].body);
  BOOST_TEST(told.at("data").at("start") == "2026-03-10T10:00:00.000Z");
  BOOST_TEST(told.at("data").at("by") == "partner");
  BOOST_TEST(adam.remove(path("/keys/wish")).status == 204);
  BOOST_TEST(adam.get(hooks).body.as_array().empty());
}

BOOST_AUTO_TEST_CASE(only_who_may_makes_sees_and_ends_hooks) {
  made(ears.url());
  BOOST_TEST(make(ears.url()).error() == "hook_exists");
  BOOST_TEST(make("ftp://example.org/").status == 400);
  BOOST_TEST(make("https://user@example.org/").status == 400);
  BOOST_TEST(make(ears.url(), {{"name", "X"}}).error() == "hook_is_invalid");
  BOOST_TEST(make(ears.url(), {{"name", "b"}, {"kinds", array{"rain"}}}).error()
             == "hook_is_invalid");
  BOOST_TEST(make(ears.url(), {{"name", "b"}, {"partner", "nobody"}}).error()
             == "key_unknown");
  auto olga = here.staff("olga");
  BOOST_TEST(olga.remove(hooks + "/wish").status == 403);
  auto sophie = here.staff("sophie");
  BOOST_TEST(sophie.get(hooks).status == 403);
  BOOST_TEST(sophie.post(hooks + "/wish/pause", object{}).status == 403);
  BOOST_TEST(adam.post(hooks + "/wish/dance", object{}).status == 404);
  BOOST_TEST(adam.post(hooks + "/none/pause", object{}).status == 404);
  BOOST_TEST(adam.remove(hooks + "/wish").status == 204);
  BOOST_TEST(adam.remove(hooks + "/wish").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
