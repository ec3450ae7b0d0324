// Appointments over HTTP: what there is to have, holding it, making it one's
// own, moving it, giving it back, and arriving for it.

#include "tests/support/taking_appointments.hpp"

#include <algorithm>
#include <array>
#include <barrier>
#include <thread>
#include <vector>

using namespace suivant;
using namespace suivant::tests;

BOOST_FIXTURE_TEST_SUITE(api_booking, taking_appointments)

BOOST_AUTO_TEST_CASE(anybody_sees_what_can_be_booked) {
  const auto all = anybody.get(path("/booking"));
  BOOST_TEST(all.at("/services").as_array().size() == 1u);
  BOOST_TEST(all.at("/services/0/minutes") == json_of("[15, 25, 35]"));
  BOOST_TEST(all.at("/sites/0/zone") == "Europe/Paris");

  const auto days = anybody.get(
      path("/booking/days?service=papers&from=2026-03-13&to=2026-03-16"));
  BOOST_TEST(days.at("/days").as_array().size() == 4u);
  BOOST_TEST(days.at("/days/0/starts") == 12);
  BOOST_TEST(days.at("/days/1/open") == false);

  const auto slots = anybody.get(
      path("/booking/slots?service=papers&persons=2&day=") + tuesday);
  BOOST_TEST(slots.at("/zone") == "Europe/Paris");
  BOOST_TEST(slots.at("/slots/0/local") == "2026-03-10T09:00+01:00");
  BOOST_TEST(slots.at("/slots/0/start") == ms(on_tuesday(9h)));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_asked_is_refused) {
  const auto status = [&](const std::string& query) {
    return anybody.get(path("/booking/" + query)).status;
  };
  BOOST_TEST(status("days?service=papers&from=2026-03-13") == 400);
  BOOST_TEST(status("slots?service=papers&day=someday") == 400);
  BOOST_TEST(status("slots?day=2026-03-13") == 400);
  BOOST_TEST(status("slots?service=papers&day=2026-03-13&persons=x") == 400);
  BOOST_TEST(status("slots?service=papers&day=2026-03-13&place=moon") == 400);
  BOOST_TEST(status("slots?service=nothing&day=2026-03-13") == 404);
  BOOST_TEST(status("slots?service=papers&persons=9&day=2026-03-13") == 409);
  BOOST_TEST(status("days?service=papers&from=2026-01-01&to=2026-12-31")
             == 422);
  BOOST_TEST(anybody.get("/api/v1/offices/nowhere/booking").status == 404);
}

BOOST_AUTO_TEST_CASE(a_held_time_is_gone_and_three_near_ones_are_told) {
  BOOST_TEST(hold(on_tuesday(10h)).status == 201);
  const auto late = hold(on_tuesday(10h));
  BOOST_TEST(late.status == 409);
  BOOST_TEST(late.error() == "slot_taken");
  BOOST_TEST(late.at("/near").as_array().size() == 3u);
  BOOST_TEST(late.at("/near/0/local") == "2026-03-10T09:30+01:00");
}

BOOST_AUTO_TEST_CASE(asking_twice_under_one_key_holds_one_time) {
  const auto key = new_key();
  const auto first = hold(on_tuesday(10h), 1, key);
  const auto again = hold(on_tuesday(10h), 1, key);
  BOOST_TEST(again.status == 201);
  BOOST_TEST(again.at("/repeated") == true);
  BOOST_TEST(again.at("/token") == first.at("/token"));
}

BOOST_AUTO_TEST_CASE(an_appointment_can_be_seen_moved_and_given_back) {
  auto by = booked(on_tuesday(10h));
  const auto seen = by.get("/api/v1/visit");
  BOOST_TEST(seen.at("/phase") == "booked");
  BOOST_TEST(seen.at("/number") == "");
  BOOST_TEST(seen.at("/appointment/local") == "2026-03-10T10:00+01:00");
  BOOST_TEST(seen.at("/appointment/change_until") == ms(on_tuesday(9h)));

  const auto moved = by.post("/api/v1/visit/move",
                             object{{"start", ms(on_tuesday(11h))}}, new_key());
  BOOST_TEST(moved.status == 200, moved.text);
  BOOST_TEST(hold(on_tuesday(10h)).status == 201, "the old time is free");

  const auto taken = by.post("/api/v1/visit/move",
                             object{{"start", ms(on_tuesday(10h))}}, new_key());
  BOOST_TEST(taken.status == 409);
  BOOST_TEST(taken.at("/near").as_array().size() == 3u);

  BOOST_TEST(by.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
  BOOST_TEST(by.get("/api/v1/visit").at("/phase") == "left");
  BOOST_TEST(hold(on_tuesday(11h)).status == 201, "the time is free again");
}

BOOST_AUTO_TEST_CASE(an_appointment_goes_into_a_calendar) {
  auto by = booked(on_tuesday(10h));
  const auto file = by.get("/api/v1/visit/appointment.ics");
  BOOST_TEST(file.status == 200);
  const auto has = [&](const char* part) {
    return file.text.find(part) != std::string::npos;
  };
  BOOST_TEST(has("DTSTART;TZID=Europe/Paris:20260310T100000\r\n"));
  BOOST_TEST(has("DTEND;TZID=Europe/Paris:20260310T101500\r\n"));
  BOOST_TEST(has("STATUS:CONFIRMED\r\n"));
  BOOST_TEST(has("LOCATION:Town hall\r\n"));
  BOOST_TEST(by.post("/api/v1/visit/cancel", object{}, new_key()).status
             == 200);
  BOOST_TEST(
      by.get("/api/v1/visit/appointment.ics").text.find("STATUS:CANCELLED\r\n")
      != std::string::npos);
  auto walked_in = join(here, office);
  BOOST_TEST(walked_in.by.get("/api/v1/visit/appointment.ics").status == 404);
}

BOOST_AUTO_TEST_CASE(a_calendar_does_not_name_a_sensitive_service) {
  auto setup = setup_with_appointments();
  setup.at("booking").at("services").at(0).as_object()["sensitive"] = true;
  BOOST_REQUIRE(adam.put(path("/setup"), setup).status == 200);
  auto by = booked(on_tuesday(10h));
  const auto file = by.get("/api/v1/visit/appointment.ics").text;
  BOOST_TEST(file.find("SUMMARY:Appointment\r\n") != std::string::npos);
  BOOST_TEST(file.find("DESCRIPTION") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_late_confirmation_counts_unless_another_was_quicker) {
  auto slow = here.visitor();
  slow.link = hold(on_tuesday(10h)).at("/token").as_string();
  auto slower = here.visitor();
  slower.link = hold(on_tuesday(11h)).at("/token").as_string();
  here.advance(16min);
  BOOST_TEST(hold(on_tuesday(11h)).status == 201);
  const auto who = json_of(R"({"person": {"name": "Ada"}})");
  BOOST_TEST(slow.post("/api/v1/visit/confirm", who, new_key()).status == 201);
  const auto no = slower.post("/api/v1/visit/confirm", who, new_key());
  BOOST_TEST(no.status == 410);
  BOOST_TEST(no.error() == "hold_expired");
  BOOST_TEST(no.at("/near").as_array().size() == 3u);
}

BOOST_AUTO_TEST_CASE(who_arrives_gets_a_number_but_not_too_early) {
  auto by = booked(on_tuesday(10h));
  const auto arrive
      = [&] { return by.post("/api/v1/visit/arrive", object{}, new_key()); };
  BOOST_TEST(arrive().status == 409);
  here.set_clock(on_tuesday(9h + 50min));
  const auto there = arrive();
  BOOST_TEST(there.status == 200, there.text);
  BOOST_TEST(there.at("/visit/phase") == "waiting");
  BOOST_TEST(by.get("/api/v1/visit").at("/rank") == 0);
}

BOOST_AUTO_TEST_CASE(staff_book_move_and_let_arrive) {
  auto amelie = here.staff("amelie");
  BOOST_TEST(hold(on_tuesday(10h)).status == 201);
  const auto made = amelie.command(
      office, "book",
      object{{"service", "papers"},
             {"start", ms(on_tuesday(10h))},
             {"person", {{"name", "M. Durand"}, {"phone", "0611111111"}}}});
  BOOST_TEST(made.status == 200, made.text);
  BOOST_TEST(!made.at("/token").is_null());
  const auto id = made.at("/visit/id").to_number<std::int64_t>();
  const auto moved = amelie.command(
      office, "move_booking", about(id, {{"start", ms(on_tuesday(11h))}}));
  BOOST_TEST(moved.status == 200, moved.text);
  here.set_clock(on_tuesday(10h + 55min));
  amelie = here.staff("amelie");
  const auto there = amelie.command(office, "arrive", about(id));
  BOOST_TEST(there.status == 200, there.text);
  BOOST_TEST(there.at("/visit/number") != "");
  BOOST_TEST(anybody.command(office, "book", object{}).status == 401);
}

BOOST_AUTO_TEST_CASE(one_network_keeps_only_so_many_times_from_others) {
  auto status = 0;
  auto held = 0;
  for (auto day = 0; day < 12 && status != 429; ++day)
    for (auto at = 9h + 0min; at < 12h && status != 429; at += 15min) {
      const auto days = std::chrono::days{day};
      status = hold(on_tuesday(at) + days).status;
      held += status == 201 ? 1 : 0;
    }
  BOOST_TEST(status == 429);
  BOOST_TEST(held == 60);
  here.advance(16s);
  BOOST_TEST(hold(on_tuesday(9h) + std::chrono::days{14}).status == 201);
}

BOOST_AUTO_TEST_CASE(of_two_hundred_who_want_the_last_place_one_has_it) {
  constexpr auto people = 200;
  for (auto round = 0; round < 5; ++round) {
    office = new_office();
    BOOST_REQUIRE_EQUAL(hold(on_tuesday(9h)).status, 201);
    const auto before = facts();
    auto together = std::barrier{people};
    auto statuses = std::array<int, people>{};
    {
      auto all = std::vector<std::jthread>{};
      for (auto& status : statuses)
        all.emplace_back([&] {
          together.arrive_and_wait();
          status = hold(on_tuesday(10h)).status;
        });
    }
    BOOST_TEST(std::ranges::count(statuses, 201) == 1);
    BOOST_TEST(std::ranges::count(statuses, 409) == people - 1);
    BOOST_TEST(facts() == before + 1, "one event");
  }
}

BOOST_AUTO_TEST_SUITE_END()
