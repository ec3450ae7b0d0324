// Booking for those who call, over HTTP, and calling them back.

#include "tests/support/planning.hpp"

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

BOOST_FIXTURE_TEST_SUITE(api_phone_desk, planning)

// -- booking for a caller -----------------------------------------------------

BOOST_AUTO_TEST_CASE(a_time_is_kept_for_a_caller_and_confirmed) {
  const auto held = rachid.command(office, "hold_slot",
                                   object{{"service", "papers"},
                                          {"start", ms(on_tuesday(10h))},
                                          {"channel", "call"}});
  BOOST_REQUIRE_MESSAGE(held.status == 200, held.text);
  BOOST_TEST(held.at("/visit/phase") == "held");
  BOOST_TEST(held.at("/visit/channel") == "call");
  const auto now = rachid.get("/api/v1/test-clock").at("/now");
  BOOST_TEST(held.at("/visit/appointment/held_until").to_number<std::int64_t>()
             == now.to_number<std::int64_t>() + 15 * 60'000);
  const auto id = held.at("/visit/id").to_number<std::int64_t>();
  const auto sure = rachid.command(
      office, "confirm_booking",
      about(id, {{"person", person("Mme Martin", "0612345678")}}));
  BOOST_TEST(sure.status == 200, sure.text);
  auto caller = here.visitor();
  caller.link = held.at("/token").as_string();
  BOOST_TEST(caller.get("/api/v1/visit").at("/phase") == "booked",
             "the caller's link is good");
}

BOOST_AUTO_TEST_CASE(limits_count_the_same_person_by_phone_and_on_the_web) {
  booked("papers", on_tuesday(9h),
         {{"person", person("Mme Martin", "06 12 34 56 78")}});
  const auto again = book("papers", on_tuesday(11h),
                          {{"person", person("Jeanne", "0612345678")}});
  BOOST_TEST(again.status == 409);
  BOOST_TEST(again.error() == "too_many_that_day");
}

BOOST_AUTO_TEST_CASE(staff_see_their_own_places_and_the_next_free_times) {
  auto anybody = here.visitor();
  const auto slots = "/booking/slots?service=papers&day=2026-03-10";
  BOOST_TEST(anybody.get(path(slots)).at("/slots/0/left") == 1);
  BOOST_TEST(
      rachid.get(path(std::string{slots} + "&staff=true")).at("/slots/0/left")
      == 2);
  BOOST_TEST(anybody.get(path(std::string{slots} + "&staff=true")).status
             == 401);
  const auto next = rachid.get(path("/booking/near?service=papers&staff=true"));
  BOOST_TEST(next.at("/near").as_array().size() == 3u);
  BOOST_TEST(next.at("/near/0/local") == "2026-03-10T09:00+01:00");
}

BOOST_AUTO_TEST_CASE(beyond_the_places_goes_who_may_and_says_why) {
  booked("papers", on_tuesday(10h));
  booked("papers", on_tuesday(10h));
  BOOST_TEST(book("papers", on_tuesday(10h)).error() == "slot_taken");
  auto more = object{{"overbook", true}};
  BOOST_TEST(book("papers", on_tuesday(10h), more).error()
             == "reason_is_needed");
  more["reason"] = "Urgence";
  BOOST_TEST(book("papers", on_tuesday(10h), more).status == 200);
  more["service"] = "papers";
  more["start"] = ms(on_tuesday(10h));
  const auto no = here.staff("amelie").command(office, "book", more);
  BOOST_TEST(no.status == 403, "agents do not overfill the day");
  more["over_gauge"] = true;
  BOOST_TEST(rachid.command(office, "book", more).error()
             == "supervisor_is_needed");
}

BOOST_AUTO_TEST_CASE(a_booking_of_another_day_is_found_by_name_and_number) {
  const auto id = booked("papers", on_tuesday(10h),
                         {{"person", person("Émilie Lefèvre", "0611223344")}});
  for (const auto* words : {"lefevre%20emilie", "LEF", "06%2011%2022"}) {
    const auto found = rachid.get(path("/search?q=") + words);
    BOOST_REQUIRE_MESSAGE(found.status == 200, found.text);
    BOOST_TEST(found.at("/0/id") == id, words);
    BOOST_TEST(found.at("/0/start") == ms(on_tuesday(10h)));
  }
  BOOST_TEST(rachid.get(path("/search?q=lefevre%20paul")).text == "[]");
  const auto seen
      = rachid.get(path("/visits/" + std::to_string(id) + "/person"));
  BOOST_TEST(seen.at("/name") == "Émilie Lefèvre");
}

// -- calling back -------------------------------------------------------------

BOOST_AUTO_TEST_CASE(who_is_to_be_called_stands_on_a_list) {
  const auto asked
      = rachid.command(office, "ask_call_back",
                       object{{"service", "papers"},
                              {"person", person("M. Durand", "0611111111")}});
  BOOST_REQUIRE_MESSAGE(asked.status == 200, asked.text);
  const auto visit = booked("papers", on_tuesday(9h),
                            {{"person", person("Mme Martin", "0622222222")}});
  BOOST_TEST(
      rachid.command(office, "ask_call_back", object{{"about", visit}}).status
      == 200);
  const auto list = rachid.get(path("/calls"));
  BOOST_TEST(list.at("/calls").as_array().size() == 2u);
  BOOST_TEST(list.at("/calls/0/person/phone") == "0611111111");
  BOOST_TEST(list.at("/calls/1/person/name") == "Mme Martin");
  BOOST_TEST(list.at("/calls/1/visit/id") == visit);
  BOOST_TEST(here.staff("olga").get(path("/calls")).status == 403);

  const auto note = [&](int call, const char* result) {
    return rachid.command(office, "note_call",
                          object{{"call", call}, {"result", result}});
  };
  BOOST_TEST(note(1, "not_reached").status == 200);
  BOOST_TEST(rachid.get(path("/calls")).at("/calls/0/tries") == 1);
  BOOST_TEST(note(1, "reached").status == 200);
  BOOST_TEST(rachid.get(path("/calls")).at("/calls/0/call") == 2);
  BOOST_TEST(note(1, "reached").error() == "no_such_call");
}

BOOST_AUTO_TEST_SUITE_END()
