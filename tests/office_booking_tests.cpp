// Places are held, booked, moved and given back, each by one decision.

#include "actors/office/setup_rules.hpp"
#include "tests/support/booked_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto an_hour_before = -60;

// A wedding for two, of whom each session of one desk seats three.
setup sessions() {
  auto setup = booked_hall();
  auto& rule = setup.booking.services[0];
  rule.most_persons = 3;
  rule.seats = 3;
  rule.waiting_seats = 3;
  return setup;
}

office::hold_slot party(int at, int persons) {
  auto asked = hold_at(at);
  asked.persons = persons;
  asked.may_wait = true;
  return asked;
}

given held_at_ten() {
  return given_bookings().after(0, hold_at(60), phone);
}

given booked_at_ten() {
  return held_at_ten().after(1, confirm(1), phone);
}

phase phase_of(const given& story, std::uint64_t visit) {
  return story.visit_now(visit).now.phase;
}

bool is_taken(const given& story, std::uint64_t visit) {
  return story.now().booked.stock().find({visit}) != nullptr;
}

} // namespace

BOOST_AUTO_TEST_SUITE(appointments_to_come)

// -- holding ------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_hold_keeps_a_place_for_a_quarter_of_an_hour) {
  const auto story = held_at_ten();
  const auto& it = story.visit_now(1);
  BOOST_TEST((it.now.phase == phase::held));
  BOOST_TEST((it.appointment->held_until == minute(15)));
  BOOST_TEST(it.appointment->shown == "2026-11-23T10:00+00:00");
  BOOST_TEST((it.day == monday));
  BOOST_TEST(it.number.empty());
  BOOST_TEST(is_taken(story, 1));
}

BOOST_AUTO_TEST_CASE(a_place_is_held_once) {
  held_at_ten().when(1, hold_at(60), phone).then(refusal::slot_taken);
}

BOOST_AUTO_TEST_CASE(nothing_is_held_off_hours_or_without_bookings) {
  given_bookings().when(0, hold_at(-60)).then(refusal::outside_opening);
  given_bookings().when(0, hold_at(61)).then(refusal::start_not_offered);
  given().when(0, hold_at(60)).then(refusal::no_such_service);
}

BOOST_AUTO_TEST_CASE(a_hold_ends_before_whatever_is_asked_next) {
  auto story = held_at_ten();
  story.when(14, open_queue{hall}).then_nothing();
  story.when(15, open_queue{hall}).then(events{hold_expired{{1}}});
  story.when(15, close_queue{hall})
      .then(events{hold_expired{{1}}, queue_closed{hall}});
  story.after(15, hold_at(60), phone);
  BOOST_TEST((phase_of(story, 1) == phase::expired));
  BOOST_TEST(!is_taken(story, 1));
  BOOST_TEST(is_taken(story, 2));
}

BOOST_AUTO_TEST_CASE(a_refusal_does_not_even_end_a_hold) {
  held_at_ten().when(15, open_queue{{"none"}}).then(refusal::no_such_queue);
}

// -- confirming ---------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_hold_is_confirmed_once) {
  auto story = booked_at_ten();
  BOOST_TEST((phase_of(story, 1) == phase::booked));
  BOOST_TEST((story.visit_now(1).appointment->held_until == instant{}));
  story.when(2, confirm(1), phone).then_nothing();
  auto other = confirm(1);
  other.person_key = "somebody else";
  story.when(2, other, phone).then(refusal::visit_is_not_held);
  story.when(2, confirm(7), phone).then(refusal::no_such_visit);
}

BOOST_AUTO_TEST_CASE(an_appointment_outlives_the_end_of_its_hold) {
  auto story = booked_at_ten();
  story.when(20, open_queue{hall}).then_nothing();
  BOOST_TEST(is_taken(story, 1));
}

BOOST_AUTO_TEST_CASE(
    a_hold_that_just_ended_is_renewed_while_its_place_is_free) {
  auto story = held_at_ten().after(15, confirm(1), phone);
  BOOST_TEST(story.last_event<visit_booked>()->renewed);
  BOOST_TEST((phase_of(story, 1) == phase::booked));
  BOOST_TEST(is_taken(story, 1));
}

BOOST_AUTO_TEST_CASE(a_hold_whose_place_is_gone_has_expired) {
  held_at_ten()
      .after(15, hold_at(60), phone)
      .when(16, confirm(1), phone)
      .then(refusal::hold_expired);
}

BOOST_AUTO_TEST_CASE(one_person_books_as_much_as_is_allowed) {
  auto setup = booked_hall(2);
  setup.booking.services[0].limits.a_day = 1;
  auto story = given_bookings(setup);
  auto mine = confirm(1);
  mine.person_key = "ada";
  story.after(0, hold_at(60), phone).after(1, mine, phone);
  story.after(2, hold_at(90), phone);
  mine.visit = visit_no(2);
  story.when(3, mine, phone).then(refusal::too_many_that_day);
}

BOOST_AUTO_TEST_CASE(a_key_books_once) {
  auto story = given_bookings().after(0, hold_at(60), phone, "hold");
  story.when(1, hold_at(60), phone, "hold");
  story.then(answered{story.now().last_fact, {1}, 1, monday});
}

// -- by staff -----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(staff_hold_and_book_in_one_step) {
  auto story = given_bookings().after(0, book_at(60), amelie);
  BOOST_TEST((phase_of(story, 1) == phase::booked));
  story.when(1, book_at(60), amelie).then(refusal::slot_taken);
  story.when(1, book_at(75), phone).then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_CASE(going_beyond_the_places_needs_a_reason) {
  auto story = given_bookings().after(0, book_at(60), amelie);
  auto more = book_at(60);
  more.overbook = true;
  story.when(1, more, amelie).then(refusal::reason_is_needed);
  more.reason = "urgent";
  story.after(1, more, amelie);
  BOOST_TEST(story.visit_now(2).appointment->claim.overbooked);
  BOOST_TEST(story.visit_now(2).now.reason == "urgent");
}

BOOST_AUTO_TEST_CASE(only_a_supervisor_goes_beyond_the_gauge) {
  auto setup = booked_hall(2);
  setup.booking.sites[0].gauge = 1;
  auto story = given_bookings(setup).after(0, book_at(60), amelie);
  story.when(1, book_at(60), amelie).then(refusal::above_gauge);
  auto more = book_at(60);
  more.over_gauge = true;
  more.reason = "interpreter";
  story.when(1, more, amelie).then(refusal::supervisor_is_needed);
  story.after(1, more, chief);
  BOOST_TEST(story.visit_now(2).appointment->claim.above_gauge);
}

// -- moving -------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(an_appointment_is_moved_to_where_there_is_place) {
  auto story = booked_at_ten().after(2, book_at(90), amelie);
  const auto there = move_booking{.visit = visit_no(1), .start = minute(75)};
  story.after(3, there, phone);
  BOOST_TEST(story.visit_now(1).appointment->shown == "2026-11-23T10:15+00:00");
  story.when(4, there, phone).then_nothing();
  story.when(4, move_booking{.visit = visit_no(1), .start = minute(90)}, phone)
      .then(refusal::slot_taken);
  story.when(4, move_booking{.visit = visit_no(1, 1), .start = minute(60)})
      .then(refusal::visit_has_changed);
  story.after(4, hold_at(60), phone);
}

BOOST_AUTO_TEST_CASE(visitors_move_and_cancel_in_time_and_staff_at_any_time) {
  auto setup = booked_hall();
  setup.booking.services[0].change_notice = 30;
  setup.booking.services[0].cancel_notice = 30;
  auto story = given_bookings(setup)
                   .after(0, hold_at(60), phone)
                   .after(1, confirm(1), phone);
  const auto there = move_booking{.visit = visit_no(1), .start = minute(75)};
  story.when(31, there, phone).then(refusal::too_late_to_change);
  story.when(31, office::leave{visit_no(1)}, phone)
      .then(refusal::too_late_to_cancel);
  story.after(31, there, amelie);
}

BOOST_AUTO_TEST_CASE(only_appointments_are_moved) {
  held_at_ten()
      .when(1, move_booking{.visit = visit_no(1), .start = minute(75)})
      .then(refusal::visit_is_not_booked);
}

// -- giving back --------------------------------------------------------------

BOOST_AUTO_TEST_CASE(who_cancels_gives_the_place_back) {
  auto story = booked_at_ten().after(2, office::leave{visit_no(1)}, phone);
  BOOST_TEST(!is_taken(story, 1));
  story.after(3, hold_at(60), phone);
}

BOOST_AUTO_TEST_CASE(a_cancel_is_undone_while_the_place_is_free) {
  auto story
      = booked_at_ten().after(2, office::cancel{visit_no(1), "ill"}, amelie);
  given{story}
      .after(2, hold_at(60), phone)
      .when(2, undo{visit_no(1)}, amelie)
      .then(refusal::too_late_to_undo);
  story.when(2, undo{visit_no(1)}, amelie)
      .then(events{step_undone{{1}, "visit_cancelled"}});
  story.after(2, undo{visit_no(1)}, amelie);
  BOOST_TEST((phase_of(story, 1) == phase::booked));
  BOOST_TEST(is_taken(story, 1));
}

BOOST_AUTO_TEST_CASE(who_waits_for_a_seat_gets_the_first_that_is_free) {
  auto story = given_bookings(sessions())
                   .after(an_hour_before, party(60, 3), phone)
                   .after(an_hour_before, confirm(1), phone)
                   .after(an_hour_before, party(60, 2), phone)
                   .after(an_hour_before, confirm(2), phone);
  BOOST_TEST(story.visit_now(2).appointment->claim.waiting);
  story.after(0, office::leave{visit_no(1)}, phone);
  BOOST_TEST(!story.visit_now(2).appointment->claim.waiting);
  BOOST_TEST(story.visit_now(2).now.reason == "seat_is_free");
}

BOOST_AUTO_TEST_CASE(who_is_to_come_is_not_sent_about_yet) {
  auto story = booked_at_ten().after(1, sign_in{one, {"amelie"}}, amelie);
  story.when(2, requeue{visit_no(1)}).then(refusal::visit_is_not_here);
  story.when(2, transfer{visit_no(1), permits, {}, {}})
      .then(refusal::visit_is_not_here);
  story.when(2, set_priority{visit_no(1), priority::priority}, amelie)
      .then(refusal::visit_is_not_here);
  story.when(2, call_visit{visit_no(1), one}, amelie)
      .then(refusal::visit_is_not_waiting);
  story.when(2, call_next{one}, amelie).then(refusal::nobody_is_waiting);
}

BOOST_AUTO_TEST_CASE(a_set_up_may_leave_appointments_without_a_place) {
  auto without = booked_hall();
  without.booking.openings.clear();
  auto story = booked_at_ten();
  story.after(2, configure{without, clocks_known()});
  BOOST_TEST(is_taken(story, 1));
}

BOOST_AUTO_TEST_CASE(problems_of_appointments_are_named_by_their_fields) {
  auto setup = booked_hall();
  setup.booking.hold_minutes = 0;
  setup.booking.services[0].id = {"unknown"};
  auto text = std::string{};
  for (const auto& it : problems_in(setup, {}))
    text += it.where + ' ' + it.what + '\n';
  for (const auto* part :
       {"booking.hold_minutes is_out_of_range",
        "booking.sites.mairie.zone is_unknown",
        "booking.services.unknown.id is_unknown", "zone is_unknown"})
    BOOST_TEST((text.find(part) != text.npos), part << " in " << text);
}

BOOST_AUTO_TEST_CASE(the_rules_of_appointments_say_no_in_the_same_words) {
  for (auto i = 0; i <= static_cast<int>(booking::refusal::too_late_to_cancel);
       ++i) {
    const auto why = static_cast<booking::refusal>(i);
    BOOST_TEST(name_of(refusal_of(why)) == booking::name_of(why));
  }
}

BOOST_AUTO_TEST_SUITE_END()
