// Who arrives for an appointment stands in line by when they come; who never
// does is a no-show once the day has ended.

#include "tests/support/booked_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto tuesday_morning = 23 * 60; // Eight o'clock.
constexpr auto tuesday_at_ten = 25 * 60;
constexpr auto tuesday = monday + std::chrono::days{1};

given booked_at_ten(const setup& setup = booked_hall()) {
  return given_bookings(setup).after(0, book_at(60), amelie);
}

const auto by_link = arrive{visit_no(1), entrance::link};

struct stands {
  int arrives; // Minutes after nine; the appointment is at sixty.
  int due;
  office::priority priority;
};

} // namespace

BOOST_AUTO_TEST_SUITE(arriving)

BOOST_AUTO_TEST_CASE(who_arrives_gets_a_number_and_a_place_in_line) {
  auto story = booked_at_ten().after(50, by_link, phone);
  const auto& it = story.visit_now(1);
  BOOST_TEST(it.number == "A001");
  BOOST_TEST((it.now.phase == phase::waiting));
  BOOST_TEST((it.joined == minute(50)));
  BOOST_TEST((story.line(hall) == std::vector<std::uint64_t>{1}));
  BOOST_TEST((story.now().booked.stock().find({1}) != nullptr));
  story.when(51, by_link, phone).then_nothing();
}

BOOST_AUTO_TEST_CASE(the_place_in_line_follows_from_the_arrival) {
  const auto all = {stands{0, 50, priority::appointment},
                    stands{60, 50, priority::appointment},
                    stands{70, 50, priority::appointment},
                    stands{71, 61, priority::appointment},
                    stands{90, 80, priority::appointment},
                    stands{91, 91, priority::standard}};
  for (const auto& it : all) {
    auto story = booked_at_ten().after(it.arrives, by_link, phone);
    const auto& visit = story.visit_now(1);
    BOOST_TEST((visit.now.at.due == minute(it.due)), it.arrives);
    BOOST_TEST((visit.priority == it.priority), it.arrives);
  }
}

BOOST_AUTO_TEST_CASE(visitors_arrive_an_hour_before_at_the_earliest) {
  auto story = given_bookings().after(0, book_at(90), amelie);
  story.when(29, by_link, phone).then(refusal::too_early);
  story.when(29, arrive{visit_no(1), entrance::kiosk}, kiosk)
      .then(refusal::too_early);
  story.when(30, by_link, phone);
  BOOST_TEST(story.last_event<visit_arrived>() != nullptr);
  story.when(1, arrive{visit_no(1)}, amelie);
  BOOST_TEST(story.last_event<visit_arrived>() != nullptr);
}

// Who stands at the door, or before staff, has shown that they are there.
BOOST_AUTO_TEST_CASE(a_link_alone_does_not_do_where_presence_is_asked_for) {
  auto setup = booked_hall();
  setup.booking.services[0].code_at_door = true;
  auto story = booked_at_ten(setup);
  story.when(50, by_link, phone).then(refusal::door_code_is_needed);
  for (const auto& [by, who] : {std::pair{entrance::door, phone},
                                {entrance::kiosk, kiosk},
                                {entrance::desk, amelie},
                                {entrance::link, amelie}}) {
    story.when(50, arrive{visit_no(1), by}, who);
    const auto* it = story.last_event<visit_arrived>();
    BOOST_TEST_REQUIRE(it != nullptr);
    BOOST_TEST((it->by == by));
  }
}

BOOST_AUTO_TEST_CASE(staff_let_in_whom_they_expect_today) {
  auto story = given_bookings().after(0, book_at(tuesday_at_ten), amelie);
  story.when(1, arrive{visit_no(1)}, amelie).then(refusal::not_today);
  story.when(tuesday_morning, arrive{visit_no(1)}, amelie);
  BOOST_TEST(story.last_event<visit_arrived>() != nullptr);
}

BOOST_AUTO_TEST_CASE(a_hold_is_no_appointment_to_arrive_for) {
  given_bookings()
      .after(0, hold_at(60), phone)
      .when(1, by_link, phone)
      .then(refusal::visit_is_not_booked);
}

BOOST_AUTO_TEST_CASE(a_closed_or_full_queue_stands_against_nobody_expected) {
  auto setup = booked_hall();
  setup.queues[0].most_waiting = 1;
  auto story = booked_at_ten(setup)
                   .after(1, ticket_for(permits))
                   .after(1, close_queue{hall})
                   .after(50, by_link, phone);
  BOOST_TEST((story.line(hall) == std::vector<std::uint64_t>{2, 1}));
}

BOOST_AUTO_TEST_CASE(numbers_are_handed_out_across_tickets_and_arrivals) {
  auto story = booked_at_ten()
                   .after(1, ticket_for(residence))
                   .after(50, by_link, phone)
                   .after(51, ticket_for(residence));
  BOOST_TEST(story.visit_now(1).number == "A002");
  BOOST_TEST(story.visit_now(3).number == "A003");
}

BOOST_AUTO_TEST_CASE(the_place_is_free_again_once_the_visit_is_over) {
  auto story = booked_at_ten()
                   .after(1, sign_in{one, {"amelie"}}, amelie)
                   .after(50, by_link, phone)
                   .after(51, call_next{one}, amelie)
                   .after(52, start{visit_no(1)}, amelie);
  BOOST_TEST((story.now().booked.stock().find({1}) != nullptr));
  story.after(55, finish{visit_no(1)}, amelie);
  BOOST_TEST((story.now().booked.stock().find({1}) == nullptr));
}

BOOST_AUTO_TEST_CASE(an_arrival_by_mistake_is_taken_back) {
  const auto before = booked_at_ten();
  auto story = given(before)
                   .after(50, arrive{visit_no(1)}, amelie)
                   .after(50, undo{visit_no(1)}, amelie);
  const auto& it = story.visit_now(1);
  BOOST_TEST((it.now == before.visit_now(1).now));
  BOOST_TEST(it.number.empty());
  BOOST_TEST((it.day == before.visit_now(1).day));
  BOOST_TEST(story.line(hall).empty());
  BOOST_TEST((story.now().booked.stock().find({1}) != nullptr));
  story.after(51, by_link, phone);
  BOOST_TEST(story.visit_now(1).number == "A002");
  story.when(51, undo{visit_no(1)}, phone).then(refusal::nothing_to_undo);
}

// -- who does not come --------------------------------------------------------

BOOST_AUTO_TEST_CASE(staff_mark_absent_whose_time_has_come) {
  auto story = booked_at_ten();
  story.when(59, mark_absent{visit_no(1)}, amelie).then(refusal::not_late_yet);
  story.when(60, mark_absent{visit_no(1)}, phone);
  story.then(refusal::visit_is_not_called);
  story.when(60, mark_absent{visit_no(1)}, amelie)
      .then(events{visit_no_show{{1}, true}});
  story.after(60, mark_absent{visit_no(1)}, amelie);
  BOOST_TEST((story.now().booked.stock().find({1}) == nullptr));
  story.when(61, mark_absent{visit_no(1)}, amelie).then_nothing();
  auto tomorrow = given_bookings().after(0, book_at(tuesday_at_ten), amelie);
  tomorrow.when(1, mark_absent{visit_no(1)}, amelie).then(refusal::not_today);
}

BOOST_AUTO_TEST_CASE(who_was_marked_absent_by_mistake_is_expected_again) {
  auto story = booked_at_ten()
                   .after(64, mark_absent{visit_no(1)}, amelie)
                   .after(60, undo{visit_no(1)}, amelie);
  BOOST_TEST((story.visit_now(1).now.phase == phase::booked));
  BOOST_TEST((story.now().booked.stock().find({1}) != nullptr));
}

// By then their place may be somebody else's.
BOOST_AUTO_TEST_CASE(who_was_marked_absent_may_still_come_the_same_day) {
  auto story = booked_at_ten()
                   .after(60, mark_absent{visit_no(1)}, amelie)
                   .after(62, by_link, phone);
  const auto& it = story.visit_now(1);
  BOOST_TEST((it.now.phase == phase::waiting));
  BOOST_TEST((it.priority == priority::standard));
  BOOST_TEST((it.now.at.due == minute(62)));
  BOOST_TEST((story.now().booked.stock().find({1}) == nullptr));
  booked_at_ten()
      .after(60, mark_absent{visit_no(1)}, amelie)
      .after(tuesday_morning, begin_day{})
      .when(tuesday_morning, by_link, phone)
      .then(refusal::no_such_visit);
}

BOOST_AUTO_TEST_CASE(only_where_a_service_says_so_the_clock_marks_them) {
  booked_at_ten().when(24 * 60 - 700, begin_day{}).then_nothing();
  auto setup = booked_hall();
  setup.booking.services[0].absent_after = 20;
  auto story = booked_at_ten(setup);
  story.when(79, begin_day{}).then_nothing();
  story.when(80, begin_day{}).then(events{visit_no_show{{1}, true}});
  story.after(80, begin_day{}).after(81, by_link, phone);
}

// -- the turn of the day ------------------------------------------------------

BOOST_AUTO_TEST_CASE(who_never_came_is_a_no_show_of_the_day) {
  booked_at_ten()
      .when(tuesday_morning, begin_day{})
      .then(events{day_began{tuesday}, visit_no_show{{1}}});
}

BOOST_AUTO_TEST_CASE(appointments_of_days_to_come_stay) {
  auto story = given_bookings()
                   .after(0, book_at(tuesday_at_ten), amelie)
                   .after(tuesday_morning, begin_day{});
  BOOST_TEST((story.visit_now(1).now.phase == phase::booked));
  BOOST_TEST((story.now().booked.stock().find({1}) != nullptr));
}

BOOST_AUTO_TEST_CASE(who_came_and_was_not_served_is_abandoned) {
  auto story = booked_at_ten()
                   .after(50, by_link, phone)
                   .after(tuesday_morning, begin_day{});
  BOOST_TEST((story.visit_now(1).now.phase == phase::abandoned));
  BOOST_TEST((story.now().booked.stock().find({1}) == nullptr));
}

// -- when clocks change -------------------------------------------------------

namespace {

/// Booked long before, for an instant of a night in which clocks change.
given booked_at_night(instant start) {
  auto setup = booked_hall();
  setup.zone = "Europe/Paris";
  setup.booking.sites[0].zone = "Europe/Paris";
  setup.booking.openings[0].hours = {{0, 6 * 60}};
  auto asked = book_at(0);
  asked.start = start;
  return given_bookings(setup).after(0, asked, amelie);
}

void lets_in_an_hour_before(given story, instant start,
                            const std::string& shown) {
  BOOST_TEST(story.visit_now(1).appointment->shown == shown);
  const auto day = story.visit_now(1).day;
  story.when({start - 61min, day}, by_link, phone).then(refusal::too_early);
  story.when({start - 60min, day}, by_link, phone);
  const auto* it = story.last_event<visit_arrived>();
  BOOST_TEST_REQUIRE(it != nullptr);
  BOOST_TEST((it->at.due == start - 10min));
}

} // namespace

BOOST_AUTO_TEST_CASE(an_hour_before_is_an_hour_when_clocks_skip_one) {
  const auto start = instant{std::chrono::sys_days{std::chrono::year{2027}
                                                   / std::chrono::March / 28}}
                     + 75min;
  lets_in_an_hour_before(booked_at_night(start), start,
                         "2027-03-28T03:15+02:00");
}

BOOST_AUTO_TEST_CASE(an_hour_before_is_an_hour_when_one_comes_twice) {
  const auto start = instant{std::chrono::sys_days{std::chrono::year{2027}
                                                   / std::chrono::October / 31}}
                     + 75min;
  lets_in_an_hour_before(booked_at_night(start), start,
                         "2027-10-31T02:15+01:00");
}

BOOST_AUTO_TEST_SUITE_END()
