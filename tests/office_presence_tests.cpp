// People inside without a visit, the number of the day, and what both mean for
// appointments.

#include "tests/support/guarded_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

BOOST_AUTO_TEST_SUITE(presence)

// -- people without a visit ---------------------------------------------------

BOOST_AUTO_TEST_CASE(the_door_counts_who_comes_and_goes) {
  auto story = at_work(guarded(2));
  story.when(1, count_inside{mairie_site, 1}, amelie)
      .then(events{people_counted{mairie_site, 1, minute(91)}});
  story.after(1, count_inside{mairie_site, 2}, kiosk);
  BOOST_TEST(inside(story) == 2);
  story.after(2, count_inside{mairie_site, -3}, amelie);
  BOOST_TEST(inside(story) == 0);
  story.when(3, count_inside{mairie_site, -1}, amelie).then_nothing();
  story.when(3, count_inside{mairie_site, 0}, amelie);
  story.then(refusal::value_out_of_range);
  story.when(3, count_inside{mairie_site, 21}, amelie);
  story.then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_CASE(who_comes_by_itself_is_counted_above_the_gauge) {
  auto story = full().after(4, count_inside{mairie_site, 5}, amelie);
  BOOST_TEST(inside(story) == 7);
}

BOOST_AUTO_TEST_CASE(people_are_thought_to_go_half_an_hour_after_their_time) {
  auto story = at_work(guarded(2))
                   .after(1, count_inside{mairie_site, 1}, amelie)
                   .after(20, count_inside{mairie_site, 2}, amelie);
  story.when(90, begin_day{}).then_nothing();
  story.when(91, begin_day{}).then(events{presence_expired{mairie_site, 1}});
  story.after(91, ticket_for(residence));
  BOOST_TEST(inside(story) == 2);
  story.after(111, begin_day{});
  BOOST_TEST(inside(story) == 0);
}

BOOST_AUTO_TEST_CASE(a_count_of_heads_sets_the_number_right) {
  auto story = full();
  story.when(4, set_inside{mairie_site, 5}, amelie)
      .then(events{people_recounted{mairie_site, 4, minute(94)}});
  story.after(4, set_inside{mairie_site, 5}, amelie);
  BOOST_TEST(inside(story) == 5);
  story.when(4, set_inside{mairie_site, 5}, amelie).then_nothing();
  story.after(5, set_inside{mairie_site, 1}, amelie);
  BOOST_TEST(inside(story) == 1);
  story.when(6, set_inside{mairie_site, 1}, amelie).then_nothing();
  story.when(6, set_inside{mairie_site, 0}, amelie);
  story.then(refusal::visits_are_inside);
  story.when(6, set_inside{mairie_site, -1}, amelie);
  story.then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_CASE(the_house_is_empty_in_the_morning) {
  auto story = full()
                   .after(5, set_gauge{mairie_site, 1}, chief)
                   .after(24 * 60, begin_day{});
  BOOST_TEST(inside(story) == 0);
  BOOST_TEST(*gauge_at(story.now(), mairie_site).most == 2);
}

// -- the number of the day ----------------------------------------------------

BOOST_AUTO_TEST_CASE(a_supervisor_sets_the_number_of_the_day) {
  auto story = full();
  story.when(4, set_gauge{mairie_site, 3}, bruno);
  story.then(refusal::supervisor_is_needed);
  story.when(4, set_gauge{mairie_site, 3}, chief);
  story.then(events{gauge_changed{mairie_site, 3}});
  story.after(4, set_gauge{mairie_site, 3}, chief);
  story.when(4, set_gauge{mairie_site, 3}, chief).then_nothing();
  BOOST_TEST(story.when(5, call_next{two}, bruno).called() == 2);
  story.after(5, set_gauge{mairie_site, 0}, chief);
  story.when(5, call_next{two}, bruno).then(refusal::gauge_is_full);
  story.after(6, set_gauge{mairie_site, -1}, chief);
  BOOST_TEST(*gauge_at(story.now(), mairie_site).most == 2);
  story.when(6, set_gauge{mairie_site, -2}, chief);
  story.then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_CASE(it_holds_until_the_set_up_says_another_number) {
  auto renamed = guarded(2);
  renamed.name["fr"] = "Hôtel de ville";
  auto story = full()
                   .after(4, set_gauge{mairie_site, 5}, chief)
                   .after(5, configure{renamed, clocks_known()});
  BOOST_TEST(*gauge_at(story.now(), mairie_site).most == 5);
  story.after(6, configure{guarded(3), clocks_known()});
  BOOST_TEST(*gauge_at(story.now(), mairie_site).most == 3);
  BOOST_TEST(inside(story) == 2);
}

BOOST_AUTO_TEST_CASE(people_move_with_their_counter_to_another_site) {
  auto moved = guarded(2, 1);
  moved.counters[0].site = annexe_site;
  auto story = nearly_full().after(4, configure{moved, clocks_known()});
  BOOST_TEST(inside(story) == 0);
  BOOST_TEST(inside(story, annexe_site) == 1);
}

// -- and booking --------------------------------------------------------------

BOOST_AUTO_TEST_CASE(appointments_of_now_leave_room_for_who_is_inside) {
  auto story = full().after(4, count_inside{mairie_site, 1}, amelie);
  story.when(5, book_at(15), amelie).then(refusal::above_gauge);
  story.when(5, book_at(105), amelie);
  BOOST_TEST(story.last_event<visit_booked>() != nullptr);
}

BOOST_AUTO_TEST_CASE(a_lower_number_of_the_day_binds_appointments_of_the_day) {
  auto story = at_work(guarded(2)).after(1, set_gauge{mairie_site, 0}, chief);
  story.when(2, book_at(60), amelie).then(refusal::above_gauge);
  story.when(2, book_at(60 + 24 * 60), amelie);
  BOOST_TEST(story.last_event<visit_booked>() != nullptr);
}

// Whoever arrived for one is not counted twice.
BOOST_AUTO_TEST_CASE(an_appointment_in_its_time_counts_once) {
  auto story = at_work(guarded(2))
                   .after(1, book_at(15), amelie)
                   .after(15, arrive{visit_no(1)}, amelie)
                   .after(15, call_next{one}, amelie);
  story.when(16, hold_at(15 + 15), phone);
  BOOST_TEST(story.last_event<slot_held>() != nullptr);
  auto overlapping = book_at(20);
  overlapping.overbook = true;
  overlapping.reason = "child";
  story.when(16, overlapping, amelie);
  BOOST_TEST(story.last_event<visit_booked>() != nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
