// The door of the agency ANTS: its search finds what everybody finds, in its
// own words, and knows who comes about which application.

#include "actors/office/ants_rules.hpp"
#include "net/gateway/ants_words.hpp"
#include "net/gateway/applications.hpp"
#include "tests/support/taking_appointments.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace suivant;
using namespace suivant::tests;
using namespace std::chrono_literals;
using boost::json::array;
using boost::json::object;

namespace {

constexpr auto token = "the-token-of-the-agency";

json_value setup_with_places() {
  auto setup = setup_with_appointments();
  setup.as_object()["ants"] = json_of(R"({
    "points": [{"id": "centre", "site": "town", "name": "Mairie de Valmont",
                "longitude": "3.0348016639327", "latitude": "50.549",
                "address": "1 place de la Mairie", "zip_code": "59113",
                "city_name": "Valmont",
                "website": "https://www.example.org"}],
    "services": {"CNI": "papers", "CNI-PASSPORT": "papers"}})");
  return setup;
}

struct agency : taking_appointments {
  std::string place = office + ".centre";

  agency() {
    const auto set
        = adam.put("/api/v1/offices/" + office + "/setup", setup_with_places());
    BOOST_REQUIRE_MESSAGE(set.status == 200, set.text);
    const auto made = adam.post(
        "/api/v1/offices/*/keys",
        object{{"name", "ants"}, {"scopes", {"ants"}}, {"given", token}},
        new_key());
    BOOST_REQUIRE_MESSAGE(made.status == 201, made.text);
  }

  heard ask(const std::string& what, const std::string& with = token) {
    return here.visitor().ask("GET", "/api/ants/" + what, {},
                              "X-HUB-RDV-AUTH-TOKEN: " + with + "\r\n");
  }

  heard times(const std::string& days = "2026-03-10&end_date=2026-03-10",
              const std::string& more = "") {
    return ask("availableTimeSlots?meeting_point_ids=" + place
               + "&start_date=" + days + more);
  }

  std::vector<std::string> starts(const heard& of) {
    BOOST_REQUIRE_EQUAL(of.status, 200);
    auto all = std::vector<std::string>{};
    for (const auto& it : of.body.at(place).as_array())
      all.emplace_back(it.at("datetime").as_string());
    return all;
  }

  caller booked_about(instant start, const array& numbers) {
    const auto held = hold(start);
    BOOST_REQUIRE_EQUAL(held.status, 201);
    auto by = here.visitor();
    by.link = held.at("/token").as_string();
    const auto sure = by.post(
        "/api/v1/visit/confirm",
        object{{"person", {{"name", "Mme Martin"}, {"applications", numbers}}}},
        new_key());
    BOOST_REQUIRE_MESSAGE(sure.status == 201, sure.text);
    return by;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(api_ants, agency)

BOOST_AUTO_TEST_CASE(the_agency_lists_the_places_of_all_offices) {
  const auto all = ask("getManagedMeetingPoints");
  BOOST_TEST(all.body.as_array().size() == 1u);
  BOOST_TEST(all.at("/0/id") == json_value(place));
  BOOST_TEST(all.at("/0/longitude") == 3.0348016639327);
  BOOST_TEST(all.at("/0/latitude") == 50.549);
  BOOST_TEST(all.at("/0/public_entry_address") == "1 place de la Mairie");
  BOOST_TEST(all.at("/0/city_logo").is_null());
}

BOOST_AUTO_TEST_CASE(nobody_asks_without_the_agencys_key) {
  BOOST_TEST(ask("getManagedMeetingPoints", "wrong").error() == "wrong_key");
  BOOST_TEST(anybody.get("/api/ants/searchApplicationIds").status == 401);
  const auto partner
      = adam.post(path("/keys"),
                  object{{"name", "wish"}, {"scopes", {"slots"}}}, new_key());
  const auto key = std::string{partner.at("/key").as_string()};
  BOOST_TEST(ask("getManagedMeetingPoints", key).error() == "key_not_for_this");
}

BOOST_AUTO_TEST_CASE(the_key_of_one_office_sees_only_that_one) {
  new_office();
  const auto made = adam.post(
      path("/keys"), object{{"name", "ants"}, {"scopes", {"ants"}}}, new_key());
  const auto key = std::string{made.at("/key").as_string()};
  BOOST_TEST(ask("getManagedMeetingPoints", key).at("/0/id")
             == json_value(place));
  office = new_office();
  const auto other = adam.post(
      path("/keys"), object{{"name", "ants"}, {"scopes", {"ants"}}}, new_key());
  const auto others = std::string{other.at("/key").as_string()};
  BOOST_TEST(ask("getManagedMeetingPoints", others).body.as_array().empty());
  BOOST_TEST(ask("availableTimeSlots?start_date=2026-03-10&end_date=2026-03-10"
                 "&meeting_point_ids="
                     + place,
                 others)
                 .status
             == 404);
}

BOOST_AUTO_TEST_CASE(times_are_those_that_everybody_may_have) {
  BOOST_TEST(starts(times()).size() == 12u);
  BOOST_TEST(hold(on_tuesday(10h)).status == 201);
  const auto left = starts(times());
  BOOST_TEST(left.size() == 11u, "the place kept for staff is none");
  BOOST_TEST(std::ranges::count(left, "2026-03-10T10:00Z") == 0);
  BOOST_TEST(left.front() == "2026-03-10T09:00Z");
  const auto page = std::string{
      times().body.at(place).at(0).at("callback_url").as_string()};
  BOOST_TEST(page.find("/book/" + office + "?service=papers&site=town&persons=1"
                       + "&start=" + std::to_string(ms(on_tuesday(9h))))
             != std::string::npos);
}

BOOST_AUTO_TEST_CASE(
    times_are_read_on_the_clock_of_the_place_over_summer_time) {
  const auto all = starts(times("2026-03-27&end_date=2026-03-30"));
  BOOST_TEST(all.size() == 24u);
  BOOST_TEST(all.front() == "2026-03-27T09:00Z");
  BOOST_TEST(all.at(12) == "2026-03-30T09:00Z");
}

BOOST_AUTO_TEST_CASE(several_documents_take_longer) {
  BOOST_TEST(
      starts(times("2026-03-10&end_date=2026-03-10", "&documents_number=3"))
          .size()
      == 10u);
  BOOST_TEST(
      starts(times("2026-03-10&end_date=2026-03-10", "&documents_number=9"))
          .empty());
  BOOST_TEST(
      starts(times("2026-03-10&end_date=2026-03-10", "&reason=CNI-PASSPORT"))
          .size()
      == 12u);
  BOOST_TEST(starts(times("2026-03-10&end_date=2026-03-10", "&reason=PASSPORT"))
                 .empty(),
             "no service is for it");
}

BOOST_AUTO_TEST_CASE(months_are_looked_through_and_strange_places_left_out) {
  const auto all = starts(times("2026-03-01&end_date=2027-03-01",
                                "&meeting_point_ids=nowhere.1"
                                "&meeting_point_ids=7&reason=CNI"));
  BOOST_TEST(all.front() == "2026-03-09T09:00Z");
  BOOST_TEST(all.back().starts_with("2026-05-0"), "as far as it is given out");
  const auto none = ask(
      "availableTimeSlots?meeting_point_ids=nowhere.1&start_date=2026-03-10"
      "&end_date=2026-03-10");
  BOOST_TEST(none.status == 404);
  BOOST_TEST(none.error() == "meeting_point_unknown");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_asked_is_refused) {
  BOOST_TEST(ask("availableTimeSlots").status == 400);
  BOOST_TEST(times("2026-03-10&end_date=2026-03-09").status == 400);
  BOOST_TEST(times("someday&end_date=2026-03-09").status == 400);
  BOOST_TEST(times("2026-03-10&end_date=2026-03-10", "&reason=WEDDING").status
             == 400);
  BOOST_TEST(
      times("2026-03-10&end_date=2026-03-10", "&documents_number=0").status
      == 400);
  BOOST_TEST(ask("searchApplicationIds").status == 422);
  BOOST_TEST(ask("searchApplicationIds?application_ids=12345").status == 422);
}

BOOST_AUTO_TEST_CASE(who_comes_about_an_application_is_found_until_they_come) {
  auto by = booked_about(on_tuesday(10h), {"A123456789", "B123456789"});
  const auto query = std::string{
      "searchApplicationIds?application_ids=a123456789,C123456789"
      "&application_ids=B123456789"};
  const auto found = ask(query);
  BOOST_TEST(found.at("/a123456789").as_array().size() == 1u);
  BOOST_TEST(found.at("/B123456789").as_array().size() == 1u);
  BOOST_TEST(found.at("/C123456789").as_array().empty());
  BOOST_TEST(found.at("/a123456789/0/meeting_point") == "Mairie de Valmont");
  BOOST_TEST(found.at("/a123456789/0/datetime") == "2026-03-10T10:00Z");
  const auto url
      = std::string{found.at("/a123456789/0/management_url").as_string()};
  BOOST_TEST(url.ends_with("/ticket/#" + by.link));
  BOOST_TEST(by.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
  BOOST_TEST(ask(query).at("/a123456789").as_array().empty());
}

BOOST_AUTO_TEST_CASE(numbers_are_sealed_kept_over_restarts_and_shown_to_staff) {
  const auto link = booked_about(on_tuesday(10h), {"A123456789"}).link;
  here.stop();
  {
    const auto log = storage::log::open_read_only(here.folder());
    const auto stream = "office/" + office;
    auto facts = 0;
    const auto read
        = log->read(stream, 1, [&](auto, std::string_view text, const auto&) {
            ++facts;
            BOOST_TEST(text.find("A123456789") == text.npos);
            return true;
          });
    BOOST_TEST(static_cast<bool>(read));
    BOOST_TEST(facts > 2);
  }
  here.start();
  here.set_clock(monday_morning + 1min);
  const auto found = ask("searchApplicationIds?application_ids=A123456789");
  BOOST_TEST(found.at("/A123456789").as_array().size() == 1u);
  here.set_clock(on_tuesday(9h + 50min));
  auto by = here.visitor();
  by.link = link;
  BOOST_TEST(by.post("/api/v1/visit/arrive", object{}, new_key()).status
             == 200);
  auto amelie = here.staff("amelie");
  const auto person = amelie.get(path("/visits/1/person"));
  BOOST_TEST(person.at("/applications/0") == "A123456789");
  BOOST_TEST(person.text.find("link") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(staff_book_about_an_application_too) {
  auto amelie = here.staff("amelie");
  const auto made = amelie.command(
      office, "book",
      object{{"service", "papers"},
             {"start", ms(on_tuesday(10h))},
             {"person",
              {{"name", "M. Durand"}, {"applications", {"A123456789"}}}}});
  BOOST_TEST(made.status == 200, made.text);
  const auto found = ask("searchApplicationIds?application_ids=A123456789");
  const auto link = std::string{made.at("/token").as_string()};
  BOOST_TEST(
      std::string{found.at("/A123456789/0/cancel_url").as_string()}.ends_with(
          link));
}

BOOST_AUTO_TEST_CASE(a_number_that_is_none_is_not_taken) {
  auto by = here.visitor();
  by.link = hold(on_tuesday(10h)).at("/token").as_string();
  for (const auto* number : {"123", "A12345678!", "A1234567890"})
    BOOST_TEST(by.post("/api/v1/visit/confirm",
                       object{{"person", {{"applications", {number}}}}},
                       new_key())
                   .status
               == 400);
}

BOOST_AUTO_TEST_CASE(a_set_up_says_what_is_wrong_with_its_places) {
  auto setup = setup_with_places();
  auto& point = setup.at("ants").at("points").at(0).as_object();
  point["site"] = "moon";
  point["longitude"] = "3,03";
  point["latitude"] = "90.5";
  point["zip_code"] = "";
  setup.at("ants").at("services").as_object()["WEDDING"] = "papers";
  const auto no = adam.put("/api/v1/offices/" + office + "/setup", setup);
  BOOST_TEST(no.status == 422);
  BOOST_TEST(no.at("/problems").as_array().size() == 5u, no.text);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ants_words)

BOOST_AUTO_TEST_CASE(lists_of_numbers_are_read_as_people_write_them) {
  using gateway::applications_in;
  const auto two = std::vector<std::string>{"A123456789", "B123456789"};
  for (const auto* text : {"A123456789,B123456789", "A123456789 B123456789",
                           "A123456789;B123456789", " A123456789/B123456789,"})
    BOOST_TEST(applications_in(text) == two, text);
  BOOST_TEST(applications_in("").empty());
}

BOOST_AUTO_TEST_CASE(parameters_may_come_several_times) {
  const auto all = gateway::values_of("a=1&b=2&a=3&a%5B%5D=4&c", "a");
  BOOST_TEST(all == (std::vector<std::string>{"1", "3", "4"}));
}

BOOST_AUTO_TEST_SUITE_END()
