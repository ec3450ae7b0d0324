// Misclicks can be taken back, for a while, without a trace but a version.

#include "tests/support/given.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

// Amelie at one, Bruno at two, two visitors waiting for residence.
given two_waiting() {
  return given()
      .after(0, sign_in{one, {"amelie"}}, amelie)
      .after(0, sign_in{two, {"bruno"}}, bruno)
      .after(1, ticket_for(residence))
      .after(2, ticket_for(residence));
}

given one_served() {
  return two_waiting()
      .after(3, call_next{one}, amelie)
      .after(4, start{visit_no(1)}, amelie);
}

// Checks that `step` and its undoing leave no trace but a version.
void is_undone(const given& story, const command& step, const char* name) {
  auto before = story.now();
  auto told = given(story).after(5, step, amelie);
  told.when(5, undo{visit_no(1)}, amelie);
  told.then(events{step_undone{{1}, name}});
  const auto after = told.after(5, undo{visit_no(1)}, amelie).now();
  BOOST_TEST((after.visits.at({1}).now == before.visits.at({1}).now));
  BOOST_TEST((after.queues == before.queues));
  BOOST_TEST((after.counters == before.counters));
}

} // namespace

BOOST_AUTO_TEST_SUITE(undoing)

BOOST_AUTO_TEST_CASE(a_misclick_leaves_no_trace) {
  is_undone(two_waiting(), call_next{one}, "visit_called");
  is_undone(two_waiting(), transfer{visit_no(1), passports, {}, {}},
            "visit_transferred");
  is_undone(two_waiting(), cancel{visit_no(1), "twice"}, "visit_cancelled");
  is_undone(two_waiting().after(3, call_next{one}, amelie),
            mark_absent{visit_no(1)}, "visit_missed");
  is_undone(one_served(), finish{visit_no(1)}, "visit_finished");
  is_undone(one_served(), cancel{visit_no(1), "twice"}, "visit_cancelled");
  is_undone(one_served(), transfer{visit_no(1), passports, {}, {}},
            "visit_transferred");
}

BOOST_AUTO_TEST_CASE(a_step_is_undone_once) {
  two_waiting()
      .after(3, call_next{one}, amelie)
      .after(3, undo{visit_no(1)}, amelie)
      .when(3, undo{visit_no(1)}, amelie)
      .then(refusal::nothing_to_undo);
}

BOOST_AUTO_TEST_CASE(nothing_is_undone_after_ten_seconds) {
  auto story = two_waiting().after(3, call_next{one}, amelie);
  story.when({minute(3) + 10s, monday}, undo{visit_no(1)}, amelie);
  story.then(events{step_undone{{1}, "visit_called"}});
  story.when({minute(3) + 10001ms, monday}, undo{visit_no(1)}, amelie);
  story.then(refusal::too_late_to_undo);
}

BOOST_AUTO_TEST_CASE(a_step_followed_by_another_is_not_undone) {
  one_served()
      .when(4, undo{visit_no(1)}, amelie)
      .then(refusal::nothing_to_undo);
  two_waiting()
      .when(2, undo{visit_no(1)}, amelie)
      .then(refusal::nothing_to_undo);
}

BOOST_AUTO_TEST_CASE(only_its_own_counter_undoes_a_step) {
  auto story = one_served().after(5, finish{visit_no(1)}, amelie);
  story.when(5, undo{visit_no(1)}, bruno);
  story.then(refusal::visit_is_at_another_counter);
  story.when(5, undo{visit_no(1)}, chief);
  story.then(events{step_undone{{1}, "visit_finished"}});
}

BOOST_AUTO_TEST_CASE(what_was_at_no_counter_any_of_the_staff_undoes) {
  auto story = two_waiting().after(5, cancel{visit_no(1), "twice"}, amelie);
  story.when(5, undo{visit_no(1)}, bruno);
  story.then(events{step_undone{{1}, "visit_cancelled"}});
  story.when(5, undo{visit_no(1)}, phone);
  story.then(refusal::nothing_to_undo);
}

BOOST_AUTO_TEST_CASE(nobody_returns_to_a_counter_that_moved_on) {
  const auto story = one_served().after(5, finish{visit_no(1)}, amelie);
  given(story)
      .after(5, call_next{one}, amelie)
      .when(5, undo{visit_no(1)}, amelie)
      .then(refusal::counter_has_open_visit);
  given(story)
      .after(5, begin_break{one, {}}, amelie)
      .when(5, undo{visit_no(1)}, amelie)
      .then(refusal::counter_is_on_break);
  const auto alone = given(story).after(5, sign_out{.counter = one}, amelie);
  given(alone)
      .when(5, undo{visit_no(1)}, chief)
      .then(refusal::nobody_is_signed_in);
  given(alone)
      .after(5, sign_out{.counter = two, .reason = "swap"}, bruno)
      .after(5, sign_in{one, {"bruno"}}, bruno)
      .when(5, undo{visit_no(1)}, bruno)
      .then(refusal::agent_is_elsewhere);
}

BOOST_AUTO_TEST_CASE(nobody_returns_under_a_number_given_to_another) {
  auto setup = town_hall();
  setup.queues[0].last_number = 1;
  given(setup)
      .after(0, sign_in{one, {"amelie"}}, amelie)
      .after(1, ticket_for(residence))
      .after(2, cancel{visit_no(1), "twice"}, amelie)
      .after(2, ticket_for(residence))
      .when(2, undo{visit_no(1)}, amelie)
      .then(refusal::too_late_to_undo);
}

BOOST_AUTO_TEST_CASE(nobody_returns_to_what_is_no_longer_offered) {
  auto setup = town_hall();
  setup.services.erase(setup.services.begin() + 3);
  setup.counters[2].serves = {passports};
  auto story = given()
                   .after(1, ticket_for(weddings))
                   .after(2, transfer{visit_no(1), residence, {}, {}})
                   .after(2, configure{setup});
  story.when(2, undo{visit_no(1)}, chief);
  story.then(refusal::nothing_to_undo);
}

BOOST_AUTO_TEST_SUITE_END()
