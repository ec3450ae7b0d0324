// Partners book by program: with a key, for what it allows, within its quotas.

#include "actors/office/office_log.hpp"
#include "tests/support/taking_appointments.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::array;
using boost::json::object;

namespace {

struct partners : taking_appointments {
  std::string keys = "/api/v1/offices/" + office + "/keys";

  heard make(const std::string& name, const array& scopes,
             const object& quotas = {}) {
    return adam.post(
        keys, object{{"name", name}, {"scopes", scopes}, {"quotas", quotas}},
        new_key());
  }

  caller partner(const std::string& name, const object& quotas = {}) {
    const auto made = make(name, {"slots", "holds", "bookings"}, quotas);
    BOOST_REQUIRE_MESSAGE(made.status == 201, made.text);
    auto it = here.visitor();
    it.key = made.at("/key").as_string();
    return it;
  }

  heard hold_by(caller& by, instant start, const std::string& key = new_key()) {
    return by.post(path("/holds"),
                   object{{"service", "papers"}, {"start", ms(start)}}, key);
  }

  heard confirm_by(caller& by) {
    return by.post("/api/v1/visit/confirm",
                   object{{"person", {{"name", "Ada"}}}}, new_key());
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_partners, partners)

BOOST_AUTO_TEST_CASE(a_partner_sees_keeps_books_moves_and_cancels) {
  auto wish = partner("wish");
  const auto slots
      = wish.get(path("/booking/slots?service=papers&day=") + "2026-03-10");
  BOOST_TEST(slots.at("/slots").as_array().size() == 12u);
  const auto held = hold_by(wish, on_tuesday(10h));
  BOOST_TEST_REQUIRE(held.status == 201, held.text);
  wish.link = held.at("/token").as_string();
  BOOST_TEST(confirm_by(wish).status == 201);
  BOOST_TEST(wish.get("/api/v1/visit").at("/phase") == "booked");
  BOOST_TEST(wish.post("/api/v1/visit/move",
                       object{{"start", ms(on_tuesday(11h))}}, new_key())
                 .status
             == 200);
  BOOST_TEST(wish.get("/api/v1/visit/appointment.ics").status == 200);
  BOOST_TEST(wish.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
}

BOOST_AUTO_TEST_CASE(the_log_says_which_partner_it_was) {
  auto wish = partner("wish");
  wish.link = hold_by(wish, on_tuesday(10h)).at("/token").as_string();
  BOOST_TEST(confirm_by(wish).status == 201);
  const auto log = storage::log::open_read_only(here.folder());
  auto by = std::string{};
  auto door = std::string{};
  const auto read = office::read_facts(
      *log, office_id{office}, 1, [&](const office::fact& it) {
        if (const auto* held = std::get_if<office::slot_held>(&it.what)) {
          by = it.by;
          door = held->claim.door;
          BOOST_TEST((held->channel == office::channel::partner));
        }
        return true;
      });
  BOOST_TEST_REQUIRE(static_cast<bool>(read));
  BOOST_TEST(by == "partner wish");
  BOOST_TEST(door == "wish");
}

BOOST_AUTO_TEST_CASE(a_key_is_good_for_its_office_and_scopes_only) {
  auto looks = here.visitor();
  looks.key = make("looks", {"slots"}).at("/key").as_string();
  BOOST_TEST(looks.get(path("/booking")).status == 200);
  BOOST_TEST(hold_by(looks, on_tuesday(10h)).error() == "key_not_for_this");
  const auto elsewhere = new_office();
  BOOST_TEST(looks.get("/api/v1/offices/" + elsewhere + "/booking").status
             == 403);
  looks.key = "suivant_0123456789";
  BOOST_TEST(looks.get(path("/booking")).status == 401);
  BOOST_TEST(hold_by(looks, on_tuesday(10h)).error() == "wrong_key");
}

BOOST_AUTO_TEST_CASE(a_key_taken_back_is_refused_at_once) {
  auto wish = partner("wish");
  BOOST_TEST(wish.get(path("/booking")).status == 200);
  BOOST_TEST(adam.remove(keys + "/wish").status == 204);
  BOOST_TEST(wish.get(path("/booking")).status == 401);
  BOOST_TEST(adam.remove(keys + "/wish").status == 404);
}

BOOST_AUTO_TEST_CASE(too_many_requests_are_told_when_to_come_again) {
  auto wish = partner("wish", {{"requests_a_minute", 3}});
  for (auto i = 0; i < 3; ++i)
    BOOST_TEST(wish.get(path("/booking")).status == 200);
  const auto no = wish.get(path("/booking"));
  BOOST_TEST(no.status == 429);
  BOOST_TEST(no.error() == "too_many");
  BOOST_TEST(no.headers.at("retry-after") == "20");
  BOOST_TEST(anybody.get(path("/booking")).status == 200);
  here.advance(20s);
  BOOST_TEST(wish.get(path("/booking")).status == 200);
  BOOST_TEST(wish.get(path("/booking")).status == 429);
}

BOOST_AUTO_TEST_CASE(quotas_of_holds_and_bookings_are_refused_in_both_tongues) {
  auto wish = partner("wish", {{"open_holds", 1}, {"bookings_a_day", 1}});
  const auto held = hold_by(wish, on_tuesday(10h));
  BOOST_TEST(held.status == 201);
  const auto no = hold_by(wish, on_tuesday(11h));
  BOOST_TEST(no.status == 429);
  BOOST_TEST(no.error() == "partner_holds_enough");
  BOOST_TEST(no.headers.at("retry-after") == "60");
  wish.link = held.at("/token").as_string();
  BOOST_TEST(confirm_by(wish).status == 201);
  wish.language = "fr";
  const auto enough = hold_by(wish, on_tuesday(11h));
  BOOST_TEST(enough.error() == "partner_booked_enough");
  BOOST_TEST(enough.at("/message").as_string().starts_with("Ce partenaire"));
}

BOOST_AUTO_TEST_CASE(a_partner_does_not_count_on_its_network) {
  auto wish = partner("wish", {{"open_holds", 0}, {"requests_a_minute", 0}});
  auto held = 0;
  for (auto day = 0; day < 12; ++day)
    for (auto at = 9h + 0min; at < 12h; at += 15min)
      held += hold_by(wish, on_tuesday(at) + std::chrono::days{day}).status
                      == 201
                  ? 1
                  : 0;
  BOOST_TEST(held > 60);
  BOOST_TEST(hold(on_tuesday(9h) + std::chrono::days{14}).status == 201);
}

BOOST_AUTO_TEST_CASE(two_partners_with_one_idempotency_key_hold_two_times) {
  auto wish = partner("wish");
  auto rival = partner("rival");
  const auto key = new_key();
  const auto first = hold_by(wish, on_tuesday(10h), key);
  const auto second = hold_by(rival, on_tuesday(11h), key);
  BOOST_TEST(second.status == 201);
  BOOST_TEST(second.at("/repeated") == false);
  BOOST_TEST(first.at("/token") != second.at("/token"));
  BOOST_TEST(hold_by(wish, on_tuesday(10h), key).at("/repeated") == true);
}

BOOST_AUTO_TEST_CASE(administrators_alone_see_make_and_take_back_keys) {
  const auto wish = partner("wish", {{"share_percent", 30}});
  const auto all = adam.get(keys);
  BOOST_TEST(all.at("/0/name") == "wish");
  BOOST_TEST(all.at("/0/by") == "adam");
  BOOST_TEST(all.at("/0/quotas/share_percent") == 30);
  BOOST_TEST(all.text.find(wish.key) == std::string::npos);
  auto sophie = here.staff("sophie");
  BOOST_TEST(sophie.get(keys).status == 403);
  BOOST_TEST(sophie.remove(keys + "/wish").status == 403);
  BOOST_TEST(anybody.get(keys).status == 401);
  BOOST_TEST(make("wish", {"slots"}).error() == "key_exists");
  BOOST_TEST(make("x", {"slots"}).error() == "key_is_invalid");
  BOOST_TEST(make("other", {"nothing"}).status == 400);
  const auto nowhere = adam.post(
      "/api/v1/offices/nowhere/keys",
      object{{"name", "wish"}, {"scopes", array{"slots"}}}, new_key());
  BOOST_TEST(nowhere.status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
