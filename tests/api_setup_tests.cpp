// Setting up over HTTP: templates, a dry run, a draft that a link shows,
// publishing it, and the way back.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::object;

namespace {

constexpr auto masks = R"({
  "template": "distribution",
  "parameters": {"id": "masks", "prefix": "M", "first": "2026-03-16",
                 "last": "2026-03-20", "hours": ["09:00-10:00"],
                 "minutes": 10, "places": 1, "gauge": 30}})";

std::int64_t ms(instant at) {
  return at.time_since_epoch().count();
}

// Monday the 16th at nine in Paris.
constexpr auto first_start = monday_morning + std::chrono::days{7};

struct setting_up : as_described {
  house here;
  caller adam = here.staff("adam");
  std::string office = here.new_office();

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  json_value wish(std::int64_t instead_of = 0) const {
    auto body = json_of(masks);
    if (instead_of != 0)
      body.as_object()["instead_of"] = instead_of;
    return body;
  }

  heard keep_draft(std::int64_t instead_of = 0) {
    return adam.ask("PUT", path("/setup/draft"),
                    boost::json::serialize(wish(instead_of)),
                    "Idempotency-Key: " + new_key() + "\r\n");
  }

  std::int64_t number() {
    return adam.get(path("/setup/draft"))
        .at("/draft/number")
        .to_number<std::int64_t>();
  }

  heard publish(object how) {
    return adam.post(path("/setup/publish"), std::move(how), new_key());
  }

  heard hold(instant start) {
    return here.visitor().post(
        path("/holds"), object{{"service", "masks"}, {"start", ms(start)}},
        new_key());
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_setup, setting_up)

BOOST_AUTO_TEST_CASE(templates_come_with_values_that_fit) {
  const auto all = adam.get(path("/setup/templates"));
  BOOST_TEST(all.status == 200, all.text);
  BOOST_TEST(all.body.as_array().size() == 4u);
  BOOST_TEST(all.at("/0/id") == "distribution");
}

BOOST_AUTO_TEST_CASE(only_administrators_set_up) {
  auto sophie = here.staff("sophie");
  BOOST_TEST(sophie.get(path("/setup/templates")).status == 403);
  BOOST_TEST(sophie.get(path("/setup/draft")).status == 403);
  BOOST_TEST(sophie.post(path("/setup/trial"), wish()).status == 403);
  BOOST_TEST(sophie.post(path("/setup/restore"), object{}).status == 403);
}

BOOST_AUTO_TEST_CASE(a_dry_run_tells_and_changes_nothing) {
  const auto before = adam.get(path("/setup"));
  const auto told = adam.post(path("/setup/trial"), wish());
  BOOST_TEST(told.status == 200, told.text);
  BOOST_TEST(told.at("/problems").as_array().empty());
  BOOST_TEST(told.at("/offer/0/service") == "masks");
  BOOST_TEST(told.at("/offer/0/days/0/day") == "2026-03-16");
  BOOST_TEST(told.at("/offer/0/days/0/starts") == 6);
  BOOST_TEST(adam.get(path("/setup")).headers.at("etag")
             == before.headers.at("etag"));
}

BOOST_AUTO_TEST_CASE(a_dry_run_names_every_mistake) {
  auto body = wish();
  body.at("parameters").as_object()["minutes"] = 0;
  body.at("parameters").as_object()["colour"] = "red";
  const auto told = adam.post(path("/setup/trial"), body);
  BOOST_TEST(told.status == 200, told.text);
  BOOST_TEST(told.at("/problems").as_array().size() == 2u);
  BOOST_TEST(adam.post(path("/setup/trial"), json_of(R"({"template": "x"})"))
                 .at("/problems/0/where")
             == "template");
  BOOST_TEST(adam.post(path("/setup/trial"), object{}).status == 400);
}

BOOST_AUTO_TEST_CASE(a_draft_is_seen_by_its_link_and_by_nobody_else) {
  const auto kept = keep_draft();
  BOOST_REQUIRE_MESSAGE(kept.status == 201, kept.text);
  BOOST_TEST(hold(first_start).error() == "no_such_service");
  auto guest = here.visitor();
  BOOST_TEST(guest.get("/api/v1/preview").status == 404);
  guest.link = kept.at("/link").as_string();
  const auto seen = guest.get("/api/v1/preview");
  BOOST_TEST(seen.status == 200, seen.text);
  BOOST_TEST(seen.at("/services/0/id") == "masks");
  BOOST_TEST(guest.get("/api/v1/preview/slots?service=masks&day=2026-03-16")
                 .at("/slots")
                 .as_array()
                 .size()
             == 6u);
  BOOST_TEST(guest
                 .get("/api/v1/preview/days?service=masks&from=2026-03-16"
                      "&to=2026-03-20")
                 .status
             == 200);
}

BOOST_AUTO_TEST_CASE(published_it_is_booked_and_one_step_leads_back) {
  keep_draft();
  const auto done = publish({{"draft", number()}});
  BOOST_REQUIRE_MESSAGE(done.status == 200, done.text);
  BOOST_TEST(done.at("/restorable").as_bool());
  auto guest = here.visitor();
  guest.link = hold(first_start).at("/token").as_string();
  const auto booked
      = guest.post("/api/v1/visit/confirm",
                   json_of(R"({"person": {"name": "Ada"}})"), new_key());
  BOOST_TEST(booked.status == 201, booked.text);
  const auto conflicts = adam.get(path("/setup/draft"));
  BOOST_TEST(conflicts.at("/restoring/conflicts/0/why") == "site_gone");
  BOOST_TEST(adam.post(path("/setup/restore"), object{}, new_key()).status
             == 200);
  BOOST_TEST(hold(first_start + 10min).status == 404);
  BOOST_TEST(guest.get("/api/v1/visit").at("/phase") == "booked");
  BOOST_TEST(adam.post(path("/setup/restore"), object{}, new_key()).error()
             == "nothing_to_restore");
}

BOOST_AUTO_TEST_CASE(whoever_was_slower_is_told_what_was_changed) {
  keep_draft();
  auto other = small_setup();
  other.as_object()["cut_over_minutes"] = 240;
  BOOST_TEST(adam.put(path("/setup"), other).status == 200);
  const auto late = publish({{"draft", number()}});
  BOOST_TEST(late.status == 409);
  BOOST_TEST(late.error() == "setup_has_changed");
  BOOST_TEST(late.at("/changes/0/where") == "cut_over_minutes");
  BOOST_TEST(keep_draft().error() == "draft_has_changed");
  BOOST_TEST(keep_draft(number()).status == 201);
}

BOOST_AUTO_TEST_CASE(a_set_up_that_was_seen_otherwise_is_not_written_over) {
  const auto seen = adam.get(path("/setup")).headers.at("etag");
  auto other = small_setup();
  other.as_object()["cut_over_minutes"] = 240;
  const auto put = [&] {
    return adam.ask("PUT", path("/setup"), boost::json::serialize(other),
                    "If-Match: " + seen + "\r\n");
  };
  BOOST_TEST(put().status == 200);
  BOOST_TEST(put().error() == "setup_has_changed");
}

BOOST_AUTO_TEST_CASE(a_draft_is_published_at_its_time) {
  keep_draft();
  const auto monday = first_start - 1h;
  const auto planned = publish({{"draft", number()}, {"at", ms(monday)}});
  BOOST_TEST(planned.at("/draft/publish_at") == ms(monday));
  here.set_clock(monday - 1min);
  BOOST_TEST(hold(first_start).status == 404);
  here.set_clock(monday);
  BOOST_TEST(hold(first_start).status == 201);
}

BOOST_AUTO_TEST_CASE(a_draft_can_be_dropped) {
  keep_draft();
  const auto gone
      = adam.ask("DELETE", path("/setup/draft"),
                 boost::json::serialize(object{{"draft", number()}}));
  BOOST_TEST(gone.status == 200, gone.text);
  BOOST_TEST(gone.at("/draft").is_null());
  BOOST_TEST(publish({{"draft", 1}}).error() == "no_such_draft");
}

BOOST_AUTO_TEST_CASE(two_doses_are_held_and_confirmed_together) {
  auto body = json_of(R"({"template": "vaccination", "parameters": {
    "id": "vaccin", "prefix": "V", "first": "2026-03-16",
    "last": "2026-03-20", "last_second": "2026-04-30"}})");
  adam.ask("PUT", path("/setup/draft"), boost::json::serialize(body),
           "Idempotency-Key: " + new_key() + "\r\n");
  BOOST_TEST(publish({{"draft", number()}}).status == 200);
  const auto offered = here.visitor().get(path("/booking"));
  BOOST_TEST(offered.at("/services/0/followed_by/days_from") == 21);
  auto guest = here.visitor();
  const auto first = guest.post(
      path("/holds"),
      object{{"service", "vaccin-1"}, {"start", ms(first_start)}}, new_key());
  BOOST_REQUIRE_MESSAGE(first.status == 201, first.text);
  // Clocks change on the 29th of March.
  auto second = object{{"service", "vaccin-2"},
                       {"start", ms(first_start + 28 * 24h - 1h)},
                       {"follows", first.at("/token")}};
  const auto held = guest.post(path("/holds"), second, new_key());
  BOOST_REQUIRE_MESSAGE(held.status == 201, held.text);
  second["start"] = ms(first_start + 24h);
  BOOST_TEST(guest.post(path("/holds"), second, new_key()).error()
             == "not_in_interval");
  guest.link = first.at("/token").as_string();
  BOOST_TEST(guest
                 .post("/api/v1/visit/confirm",
                       json_of(R"({"person": {"name": "Ada"}})"), new_key())
                 .at("/visit/service")
             == "vaccin-1");
  guest.link = held.at("/token").as_string();
  BOOST_TEST(guest.get("/api/v1/visit").at("/phase") == "booked");
}

BOOST_AUTO_TEST_SUITE_END()
