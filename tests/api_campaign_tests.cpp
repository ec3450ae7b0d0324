// A supervisor calls appointments off over HTTP, and places are offered to
// those who had one; a visitor waits for an earlier time.

#include "tests/support/described.hpp"
#include "tests/support/house.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::object;

namespace {

constexpr auto tuesday = "2026-03-10";

// One desk on weekdays from nine to twelve; and, on Thursday at two, three
// quarters of an hour for those on the list.
json_value setup_with_a_list() {
  auto setup = small_setup();
  setup.as_object()["booking"] = json_of(R"({
    "sites": [{"id": "town", "name": {"fr": "Mairie", "en": "Town hall"},
               "zone": "Europe/Paris"}],
    "openings": [
      {"id": "papers", "site": "town", "name": {"fr": "Papiers"},
       "days": {"first": "2026-03-02", "every": "daily"},
       "hours": [{"from": 540, "to": 720}], "services": ["papers"],
       "public_places": 1, "step": 15}],
    "services": [{"id": "papers", "minutes": [15]}]})");
  return setup;
}

json_value setup_with_places_kept() {
  auto setup = setup_with_a_list();
  setup.at("booking").at("openings").as_array().push_back(json_of(R"(
      {"id": "kept", "site": "town", "name": {"fr": "Rattrapage"},
       "days": {"first": "2026-03-12"}, "hours": [{"from": 840, "to": 855}],
       "services": ["papers"], "public_places": 1, "step": 15,
       "kept_for": "flood"})"));
  return setup;
}

instant on_tuesday(std::chrono::minutes after_midnight) {
  return instant{std::chrono::sys_days{std::chrono::year{2026}
                                       / std::chrono::March / 10}}
         + after_midnight - 1h;
}

std::int64_t ms(instant at) {
  return at.time_since_epoch().count();
}

struct calling_off : as_described {
  house here;
  caller adam = here.staff("adam");
  caller sophie = here.staff("sophie");
  caller amelie = here.staff("amelie");
  std::string office = new_office();

  std::string new_office() {
    static auto counted = 0;
    const auto id = "list-" + std::to_string(++counted);
    set_up(id, setup_with_a_list());
    return id;
  }

  void set_up(const std::string& id, const json_value& setup) {
    const auto made = adam.put("/api/v1/offices/" + id + "/setup", setup);
    BOOST_REQUIRE_MESSAGE(made.status == 200, made.text);
  }

  std::string path(const std::string& what) const {
    return "/api/v1/offices/" + office + what;
  }

  /// Holds the link of an appointment.
  caller booked(instant start, const object& person) {
    const auto held = here.visitor().post(
        path("/holds"), object{{"service", "papers"}, {"start", ms(start)}},
        new_key());
    BOOST_REQUIRE_MESSAGE(held.status == 201, held.text);
    auto by = here.visitor();
    by.link = held.at("/token").as_string();
    const auto sure = by.post("/api/v1/visit/confirm",
                              object{{"person", person}}, new_key());
    BOOST_REQUIRE_MESSAGE(sure.status == 201, sure.text);
    return by;
  }

  object all_of_tuesday() const {
    return {{"first", tuesday}, {"last", tuesday}};
  }

  heard call_off(const std::string& key = new_key()) {
    return sophie.post(path("/campaigns"),
                       object{{"id", "flood"},
                              {"of", all_of_tuesday()},
                              {"reason", "Inondation"},
                              {"terms", object{{"hold_hours", 2}}}},
                       key);
  }
};

const auto reached = object{{"name", "Mme Martin"}, {"phone", "0612345678"}};
const auto silent = object{{"name", "M. Petit"}};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_campaigns, calling_off)

BOOST_AUTO_TEST_CASE(a_preview_counts_and_changes_nothing) {
  booked(on_tuesday(9h), reached);
  booked(on_tuesday(9h + 15min), silent);
  const auto told = sophie.post(path("/campaigns/preview"),
                                object{{"of", all_of_tuesday()}});
  BOOST_REQUIRE_MESSAGE(told.status == 200, told.text);
  BOOST_TEST(told.at("/count") == 2);
  BOOST_TEST(told.at("/unreachable") == 1);
  BOOST_TEST(told.at("/days/2026-03-10") == 2);
  BOOST_TEST(told.at("/people/0/reachable") == true);
  BOOST_TEST(told.at("/people/1/reachable") == false);
  const auto page = sophie.post(
      path("/campaigns/preview"),
      object{{"of", all_of_tuesday()}, {"first", 1}, {"most", 1}});
  BOOST_TEST(page.at("/people").as_array().size() == 1u);
  BOOST_TEST(page.at("/count") == 2);
  BOOST_TEST(
      sophie.get(path("/campaigns")).at("/campaigns").as_array().empty());
}

BOOST_AUTO_TEST_CASE(only_supervisors_call_off) {
  const auto preview = object{{"of", all_of_tuesday()}};
  BOOST_TEST(amelie.post(path("/campaigns/preview"), preview).status == 403);
  BOOST_TEST(amelie.get(path("/campaigns")).status == 403);
  BOOST_TEST(here.visitor().get(path("/campaigns")).status == 401);
  BOOST_TEST(call_off().error() == "nobody_is_meant");
  auto wrong = sophie.post(
      path("/campaigns/preview"),
      object{{"of", object{{"first", tuesday}, {"last", "2026-03-09"}}}});
  BOOST_TEST(wrong.status == 422);
}

BOOST_AUTO_TEST_CASE(all_are_called_off_once_and_reported_one_by_one) {
  auto martin = booked(on_tuesday(9h), reached);
  booked(on_tuesday(9h + 15min), silent);
  const auto key = new_key();
  BOOST_TEST(call_off(key).status == 201);
  BOOST_TEST(call_off(key).at("/repeated") == true);
  BOOST_TEST(call_off().status == 201);
  const auto report = sophie.get(path("/campaigns/flood"));
  BOOST_TEST(report.at("/count") == 2);
  BOOST_TEST(report.at("/fates/postponed") == 2);
  BOOST_TEST(report.at("/people/1/reachable") == false);
  const auto seen = martin.get("/api/v1/visit");
  BOOST_TEST(seen.at("/phase") == "postponed");
  BOOST_TEST(seen.at("/reason") == "Inondation");
  BOOST_TEST(sophie.get(path("/campaigns/drought")).status == 404);
}

BOOST_AUTO_TEST_CASE(the_table_names_people_and_disarms_formulas) {
  booked(on_tuesday(9h), object{{"name", "=cmd()"}, {"phone", "0612345678"}});
  call_off();
  const auto table = sophie.get(path("/campaigns/flood/report.csv"));
  BOOST_TEST(table.status == 200);
  BOOST_TEST(table.text.find("\"'=cmd()\",\"0612345678\"") != table.text.npos,
             table.text);
  BOOST_TEST(amelie.get(path("/campaigns/flood/report.csv")).status == 403);
}

BOOST_AUTO_TEST_CASE(a_voucher_finds_its_visit_and_no_other) {
  auto martin = booked(on_tuesday(9h), reached);
  BOOST_TEST(martin.get("/api/v1/visit/voucher").error() == "no_voucher");
  call_off();
  const auto code = std::string{
      martin.get("/api/v1/visit/voucher").at("/code").as_string()};
  const auto found = amelie.post(path("/vouchers"), object{{"code", code}});
  BOOST_TEST(found.at("/campaign") == "flood");
  BOOST_TEST(found.at("/person/name") == "Mme Martin");
  BOOST_TEST(found.at("/list/open") == true);
  BOOST_TEST(found.at("/list/waiting") == 1);
  BOOST_TEST(found.text.find("offer") == found.text.npos);
  auto forged = code;
  forged.back() = forged.back() == '0' ? '1' : '0';
  for (const auto& wrong : {forged, std::string{"1"}, std::string{"x-y"}})
    BOOST_TEST(amelie.post(path("/vouchers"), object{{"code", wrong}}).status
               == 404);
}

BOOST_AUTO_TEST_CASE(staff_take_what_is_offered_to_who_holds_a_voucher) {
  auto martin = booked(on_tuesday(9h), reached);
  call_off();
  const auto code = martin.get("/api/v1/visit/voucher").at("/code");
  set_up(office, setup_with_places_kept());
  const auto found = amelie.post(path("/vouchers"), object{{"code", code}});
  BOOST_REQUIRE_MESSAGE(found.at("/offer/local") == "2026-03-12T14:00+01:00",
                        found.text);
  const auto sure
      = amelie.command(office, "accept_offer",
                       object{{"visit", {{"id", found.at("/visit")}}},
                              {"start", found.at("/offer/start")}});
  BOOST_TEST(sure.at("/visit/phase") == "booked", sure.text);
  BOOST_TEST(amelie.post(path("/vouchers"), object{{"code", code}}).status
             == 404);
}

BOOST_AUTO_TEST_CASE(places_that_come_back_are_offered_one_after_the_other) {
  auto martin = booked(on_tuesday(9h), reached);
  auto petit = booked(on_tuesday(9h + 15min), silent);
  call_off();
  set_up(office, setup_with_places_kept());
  const auto seen = martin.get("/api/v1/visit");
  BOOST_REQUIRE_MESSAGE(seen.at("/offer/local") == "2026-03-12T14:00+01:00",
                        seen.text);
  BOOST_TEST(petit.get("/api/v1/visit").at("/offer").is_null());
  const auto slots = here.visitor().get(
      path("/booking/slots?service=papers&day=2026-03-12"));
  BOOST_TEST(slots.text.find("14:00") == slots.text.npos);

  const auto start = seen.at("/offer/start");
  BOOST_TEST(petit
                 .post("/api/v1/visit/offer/accept", object{{"start", start}},
                       new_key())
                 .error()
             == "offer_is_gone");
  BOOST_TEST(martin
                 .post("/api/v1/visit/offer/decline", object{{"start", start}},
                       new_key())
                 .status
             == 200);
  BOOST_TEST(petit.get("/api/v1/visit").at("/offer/start") == start);
  const auto sure = petit.post("/api/v1/visit/offer/accept",
                               object{{"start", start}}, new_key());
  BOOST_TEST(sure.at("/visit/phase") == "booked");
  BOOST_TEST(petit.get("/api/v1/visit").at("/appointment/local")
             == "2026-03-12T14:00+01:00");
  const auto report = sophie.get(path("/campaigns/flood"));
  BOOST_TEST(report.at("/people/1/again") == "2026-03-12T14:00+01:00");
}

BOOST_AUTO_TEST_CASE(an_offer_that_nobody_answers_goes_to_the_next) {
  auto martin = booked(on_tuesday(9h), reached);
  auto petit = booked(on_tuesday(9h + 15min), silent);
  call_off();
  set_up(office, setup_with_places_kept());
  here.advance(2h);
  BOOST_TEST(martin.get("/api/v1/visit").at("/offer").is_null());
  BOOST_TEST(!petit.get("/api/v1/visit").at("/offer").is_null());
  BOOST_TEST(
      sophie.command(office, "end_list", object{{"campaign", "flood"}}).status
      == 200);
  BOOST_TEST(martin.get("/api/v1/visit").at("/phase") == "cancelled");
}

BOOST_AUTO_TEST_CASE(who_waits_for_an_earlier_time_is_offered_it_first) {
  auto martin = booked(on_tuesday(9h), reached);
  auto petit = booked(on_tuesday(10h), silent);
  const auto wish
      = object{{"from", ms(on_tuesday(8h))}, {"until", ms(on_tuesday(10h))}};
  BOOST_TEST(petit.post("/api/v1/visit/earlier", wish, new_key()).status
             == 200);
  BOOST_TEST(martin.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
  const auto hold = here.visitor().post(
      path("/holds"),
      object{{"service", "papers"}, {"start", ms(on_tuesday(9h))}}, new_key());
  BOOST_TEST(hold.error() == "slot_taken");
  const auto seen = petit.get("/api/v1/visit");
  BOOST_TEST(seen.at("/phase") == "booked");
  BOOST_TEST(seen.at("/offer/start") == ms(on_tuesday(9h)));
  BOOST_TEST(
      petit.post("/api/v1/visit/earlier/cancel", object{}, new_key()).status
      == 200);
  BOOST_TEST(petit.get("/api/v1/visit").at("/earlier").is_null());
}

BOOST_AUTO_TEST_SUITE_END()
