// Moving somebody elsewhere: transfers, other services, letting others pass.

#include "tests/support/given.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

using numbers = std::vector<std::uint64_t>;

// Six wait for residence, one a minute from minute 1; Amelie is at one.
given six_waiting(const setup& setup = town_hall()) {
  auto story = given(setup).after(0, sign_in{one, {"amelie"}}, amelie);
  for (const auto at : {1, 2, 3, 4, 5, 6})
    story.after(at, ticket_for(residence), phone);
  return story;
}

given first_called() {
  return six_waiting().after(7, call_next{one}, amelie);
}

given first_missed() {
  return first_called().after(8, mark_absent{visit_no(1)}, amelie);
}

} // namespace

BOOST_AUTO_TEST_SUITE(moving)

BOOST_AUTO_TEST_CASE(an_undecided_call_goes_back_to_its_old_place) {
  auto story = first_called();
  story.when(8, requeue{visit_no(1)}, amelie);
  story.then(events{visit_requeued{{1}, {0, minute(1), {1}}}});
  story.after(8, requeue{visit_no(1)}, amelie);
  BOOST_TEST((story.line(hall) == numbers{1, 2, 3, 4, 5, 6}));
  story.when(9, requeue{visit_no(1)}, amelie);
  story.then_nothing();
}

BOOST_AUTO_TEST_CASE(the_served_and_the_parked_may_go_back_to_the_line) {
  auto story = first_called().after(8, start{visit_no(1)}, amelie);
  BOOST_TEST(given(story).after(9, requeue{visit_no(1)}, amelie).line(hall)[0]
             == 1);
  story.after(9, park{visit_no(1), "photo"}, amelie);
  BOOST_TEST(story.after(10, requeue{visit_no(1)}, bruno).line(hall)[0] == 1);
}

BOOST_AUTO_TEST_CASE(who_missed_the_turn_returns_three_places_behind_the_head) {
  auto story = first_missed();
  story.after(9, requeue{visit_no(1)}, phone);
  BOOST_TEST((story.line(hall) == numbers{2, 3, 4, 1, 5, 6}));
}

BOOST_AUTO_TEST_CASE(who_missed_the_turn_never_gains_by_it) {
  auto story = six_waiting()
                   .after(7, call_visit{visit_no(6), one}, amelie)
                   .after(8, mark_absent{visit_no(6)}, amelie)
                   .after(9, requeue{visit_no(6)}, phone);
  BOOST_TEST((story.line(hall) == numbers{1, 2, 3, 4, 5, 6}));
}

BOOST_AUTO_TEST_CASE(who_missed_the_turn_returns_even_to_a_short_line) {
  auto story = first_missed();
  for (const auto gone : {3, 4, 5, 6})
    story.after(9, office::leave{visit_no(static_cast<std::uint64_t>(gone))});
  story.after(9, requeue{visit_no(1)}, phone);
  BOOST_TEST((story.line(hall) == numbers{2, 1}));
}

BOOST_AUTO_TEST_CASE(by_phone_only_a_missed_turn_leads_back_to_the_line) {
  first_called()
      .when(8, requeue{visit_no(1)}, phone)
      .then(refusal::visit_has_changed);
  first_called()
      .when(8, requeue{visit_no(1)}, bruno)
      .then(refusal::visit_is_at_another_counter);
  first_missed()
      .after(9, office::leave{visit_no(1)}, phone)
      .when(9, requeue{visit_no(1)}, phone)
      .then(refusal::visit_is_closed);
}

BOOST_AUTO_TEST_CASE(a_transfer_counts_the_time_since_the_first_arrival) {
  auto story = first_called().after(7, ticket_for(passports), phone);
  story.when(8, transfer{visit_no(1), passports, {}, {}}, amelie);
  story.then(events{
      visit_transferred{{1}, passports, papers, {}, {0, minute(1), {1}}, {}}});
  story.after(8, transfer{visit_no(1), passports, {}, {}}, amelie);
  BOOST_TEST((story.line(papers) == numbers{1, 7}));
  BOOST_TEST(story.visit_now(1).number == "A001");
  BOOST_TEST(story.now().counters.at(one).visit.empty());
}

BOOST_AUTO_TEST_CASE(a_transfer_to_where_one_is_changes_nothing) {
  six_waiting()
      .when(7, transfer{visit_no(1), residence, {}, {}}, amelie)
      .then_nothing();
}

BOOST_AUTO_TEST_CASE(a_transfer_needs_somebody_there) {
  six_waiting()
      .when(7, transfer{visit_no(1), {"dogs"}, {}, {}}, amelie)
      .then(refusal::no_such_service);
  six_waiting()
      .when(7, transfer{visit_no(1), passports, {"nine"}, {}}, amelie)
      .then(refusal::no_such_counter);
  six_waiting()
      .when(7, transfer{visit_no(1), passports, two, {}}, amelie)
      .then(refusal::counter_does_not_serve_it);
}

BOOST_AUTO_TEST_CASE(a_transfer_to_a_closed_or_full_queue_needs_a_reason) {
  auto setup = town_hall();
  setup.queues[1].most_waiting = 1;
  const auto full = six_waiting(setup).after(7, ticket_for(passports));
  given(full)
      .when(8, transfer{visit_no(1), passports, {}, {}}, amelie)
      .then(refusal::queue_is_full);
  const auto closed = six_waiting().after(7, close_queue{papers});
  given(closed)
      .when(8, transfer{visit_no(1), passports, {}, {}}, amelie)
      .then(refusal::queue_is_closed);
  for (auto story : {given(full), given(closed)})
    BOOST_TEST(
        story.after(8, transfer{visit_no(1), passports, {}, "urgent"}, amelie)
            .line(papers)
            .front()
        == 1);
}

BOOST_AUTO_TEST_CASE(nobody_is_transferred_away_from_another_counter) {
  first_called()
      .when(8, transfer{visit_no(1), passports, {}, {}}, bruno)
      .then(refusal::visit_is_at_another_counter);
  six_waiting()
      .after(7, office::leave{visit_no(1)})
      .when(8, transfer{visit_no(1), passports, {}, {}}, amelie)
      .then(refusal::visit_is_closed);
}

BOOST_AUTO_TEST_CASE(a_wrong_choice_of_service_moves_who_waits) {
  auto story = six_waiting();
  story.when(7, change_service{visit_no(2), passports}, amelie);
  story.then(
      events{service_changed{{2}, passports, papers, {0, minute(2), {2}}}});
  story.after(7, change_service{visit_no(2), passports}, amelie);
  BOOST_TEST((story.line(papers) == numbers{2}));
  story.when(8, change_service{visit_no(2), passports}, amelie);
  story.then_nothing();
}

BOOST_AUTO_TEST_CASE(a_wrong_choice_of_service_is_put_right_at_the_counter) {
  auto story = first_called()
                   .after(8, start{visit_no(1)}, amelie)
                   .after(9, change_service{visit_no(1), passports}, amelie);
  BOOST_TEST((story.now().counters.at(one).visit == visit_id{1}));
  BOOST_TEST((story.visit_now(1).now.phase == phase::serving));
  story.after(10, requeue{visit_no(1)}, amelie);
  BOOST_TEST((story.line(papers) == numbers{1}));
}

BOOST_AUTO_TEST_CASE(a_service_is_changed_only_where_the_visitor_is) {
  six_waiting()
      .when(7, change_service{visit_no(1), {"dogs"}}, amelie)
      .then(refusal::no_such_service);
  first_called()
      .when(8, change_service{visit_no(1), permits}, bruno)
      .then(refusal::visit_is_at_another_counter);
  first_missed()
      .when(9, change_service{visit_no(1), permits}, amelie)
      .then(refusal::visit_is_not_at_a_counter);
}

BOOST_AUTO_TEST_CASE(others_are_let_pass_place_by_place) {
  auto story = six_waiting();
  story.when(7, let_pass{visit_no(2), 3}, phone);
  story.then(events{others_let_pass{{2}, 3, {0, minute(5) + 1ms, {2}}}});
  story.after(7, let_pass{visit_no(2), 3}, phone);
  BOOST_TEST((story.line(hall) == numbers{1, 3, 4, 5, 2, 6}));
  story.after(8, let_pass{visit_no(2), 10}, phone);
  BOOST_TEST((story.line(hall) == numbers{1, 3, 4, 5, 6, 2}));
  story.when(9, let_pass{visit_no(2), 1}, phone);
  story.then(refusal::nobody_to_let_pass);
}

BOOST_AUTO_TEST_CASE(who_came_at_one_instant_is_passed_one_by_one_too) {
  auto story = given().after(0, sign_in{one, {"amelie"}}, amelie);
  for (auto people = 0; people < 6; ++people)
    story.after(1, ticket_for(residence), phone);
  story.after(2, let_pass{visit_no(1), 2}, phone);
  BOOST_TEST((story.line(hall) == numbers{2, 3, 1, 4, 5, 6}));
  story.after(2, let_pass{visit_no(5), 1}, phone);
  BOOST_TEST((story.line(hall) == numbers{2, 3, 1, 4, 6, 5}));
  story.after(3, call_next{one}, amelie);
  story.after(4, mark_absent{visit_no(2)}, amelie);
  story.after(5, requeue{visit_no(2)}, phone);
  BOOST_TEST((story.line(hall) == numbers{3, 1, 4, 2, 6, 5}));
}

BOOST_AUTO_TEST_CASE(others_are_let_pass_only_while_waiting_and_within_reason) {
  for (const auto places : {0, 11})
    six_waiting()
        .when(7, let_pass{visit_no(1), places}, phone)
        .then(refusal::value_out_of_range);
  first_called()
      .when(8, let_pass{visit_no(1), 1}, phone)
      .then(refusal::visit_is_not_waiting);
}

BOOST_AUTO_TEST_CASE(whoever_leaves_frees_line_and_counter) {
  six_waiting()
      .when(7, office::leave{visit_no(3)}, phone)
      .then(events{visit_left{{3}}});
  const auto story = first_called().after(8, office::leave{visit_no(1)}, phone);
  BOOST_TEST(story.now().counters.at(one).visit.empty());
  given(story).when(9, office::leave{visit_no(1)}, phone).then_nothing();
  BOOST_TEST((first_missed()
                  .after(9, office::leave{visit_no(1)}, phone)
                  .visit_now(1)
                  .now.phase
              == phase::left));
}

BOOST_AUTO_TEST_CASE(nobody_leaves_by_phone_while_being_served) {
  first_called()
      .after(8, start{visit_no(1)}, amelie)
      .when(9, office::leave{visit_no(1)}, phone)
      .then(refusal::visit_is_not_waiting);
  first_called()
      .when(8, office::leave{visit_no(1)}, bruno)
      .then(refusal::visit_is_at_another_counter);
}

BOOST_AUTO_TEST_CASE(a_cancelled_visit_has_a_reason) {
  auto story = six_waiting();
  story.when(7, cancel{visit_no(1), ""}, amelie);
  story.then(refusal::reason_is_needed);
  story.when(7, cancel{visit_no(1), "twice"}, amelie);
  story.then(events{visit_cancelled{{1}, "twice"}});
  story.after(7, cancel{visit_no(1), "twice"}, amelie);
  story.when(8, cancel{visit_no(1), "twice"}, amelie);
  story.then_nothing();
}

BOOST_AUTO_TEST_CASE(nobody_cancels_what_is_over_or_elsewhere) {
  six_waiting()
      .after(7, office::leave{visit_no(1)})
      .when(8, cancel{visit_no(1), "twice"}, amelie)
      .then(refusal::visit_is_closed);
  first_called()
      .when(8, cancel{visit_no(1), "twice"}, bruno)
      .then(refusal::visit_is_at_another_counter);
}

BOOST_AUTO_TEST_SUITE_END()
