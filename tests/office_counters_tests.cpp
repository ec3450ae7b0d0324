// Agents at counters: signing in and out, breaks, lost desks.

#include "tests/support/given.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

given amelie_at_one() {
  return given().after(0, sign_in{one, {"amelie"}}, amelie);
}

// Amelie at one parked visit 1; Bruno at three could serve anybody.
given one_parked() {
  return amelie_at_one()
      .after(0, sign_in{three, {"bruno"}}, bruno)
      .after(1, ticket_for(residence))
      .after(2, call_next{one}, amelie)
      .after(3, park{visit_no(1), "photo"}, amelie);
}

} // namespace

BOOST_AUTO_TEST_SUITE(counters)

BOOST_AUTO_TEST_CASE(an_agent_sits_down_once) {
  given()
      .when(0, sign_in{one, {"amelie"}}, amelie)
      .then(events{agent_signed_in{one, {"amelie"}}});
  given()
      .when(0, sign_in{one, {}}, amelie)
      .then(events{agent_signed_in{one, {"amelie"}}});
  amelie_at_one().when(1, sign_in{one, {"amelie"}}, amelie).then_nothing();
}

BOOST_AUTO_TEST_CASE(an_agent_returning_to_a_lost_desk_is_back) {
  amelie_at_one()
      .after(1, report_desk{one, false})
      .when(2, sign_in{one, {"amelie"}}, amelie)
      .then(events{desk_returned{one}});
}

BOOST_AUTO_TEST_CASE(a_counter_has_one_agent_and_an_agent_one_counter) {
  amelie_at_one()
      .when(1, sign_in{one, {"bruno"}}, bruno)
      .then(refusal::counter_is_taken);
  amelie_at_one()
      .when(1, sign_in{two, {"amelie"}}, amelie)
      .then(refusal::agent_is_elsewhere);
  given()
      .when(1, sign_in{{"nine"}, {"amelie"}}, amelie)
      .then(refusal::no_such_counter);
}

BOOST_AUTO_TEST_CASE(agents_sign_in_themselves_and_supervisors_anybody) {
  given()
      .when(0, sign_in{one, {"amelie"}}, bruno)
      .then(refusal::value_out_of_range);
  given().when(0, sign_in{one, {}}, machine).then(refusal::value_out_of_range);
  given()
      .when(0, sign_in{one, {"amelie"}}, chief)
      .then(events{agent_signed_in{one, {"amelie"}}});
}

BOOST_AUTO_TEST_CASE(an_agent_leaves_once) {
  amelie_at_one()
      .when(1, sign_out{one, parked::refuse, "bye"}, amelie)
      .then(events{agent_signed_out{one, {"amelie"}, "bye"}});
  given().when(1, sign_out{.counter = one}, amelie).then_nothing();
}

BOOST_AUTO_TEST_CASE(only_supervisors_sign_out_somebody_else) {
  amelie_at_one()
      .when(1, sign_out{.counter = one}, bruno)
      .then(refusal::counter_is_taken);
  amelie_at_one()
      .when(1, sign_out{.counter = one}, chief)
      .then(events{agent_signed_out{one, {"amelie"}, {}}});
  amelie_at_one()
      .when(1, sign_out{.counter = {"nine"}}, chief)
      .then(refusal::no_such_counter);
}

BOOST_AUTO_TEST_CASE(nobody_leaves_a_visitor_standing_at_the_counter) {
  amelie_at_one()
      .after(1, ticket_for(residence))
      .after(2, call_next{one}, amelie)
      .when(3, sign_out{.counter = one, .reason = "bye"}, amelie)
      .then(refusal::counter_has_open_visit);
}

BOOST_AUTO_TEST_CASE(who_leaves_says_what_becomes_of_the_parked) {
  one_parked()
      .when(4, sign_out{one, parked::refuse, {}}, amelie)
      .then(refusal::parked_visits_remain);
  const auto left = agent_signed_out{one, {"amelie"}, {}};
  one_parked()
      .when(4, sign_out{one, parked::keep, {}}, amelie)
      .then(events{left});
  one_parked()
      .when(4, sign_out{one, parked::give_to_pool, {}}, amelie)
      .then(events{visit_parked{{1}, {}, "photo"}, left});
  one_parked()
      .when(4, sign_out{one, parked::requeue, {}}, amelie)
      .then(events{visit_requeued{{1}, {0, minute(1), {1}}}, left});
}

BOOST_AUTO_TEST_CASE(a_visit_given_to_the_pool_is_parked_since_it_was_parked) {
  auto story
      = one_parked().after(4, sign_out{one, parked::give_to_pool, {}}, amelie);
  BOOST_TEST((story.visit_now(1).now.since == minute(3)));
  story.when(5, resume{visit_no(1), three}, bruno);
  story.then(events{visit_resumed{{1}, three, {"bruno"}}});
}

BOOST_AUTO_TEST_CASE(the_last_to_serve_those_waiting_gives_a_reason) {
  auto story = amelie_at_one().after(1, ticket_for(permits));
  given(story)
      .after(1, sign_in{two, {"bruno"}}, bruno) // Serves residence only.
      .when(2, sign_out{.counter = one}, amelie)
      .then(refusal::people_are_waiting);
  given(story)
      .when(2, sign_out{one, parked::refuse, "fire"}, amelie)
      .then(events{agent_signed_out{one, {"amelie"}, "fire"}});
  given(story)
      .after(1, sign_in{three, {"bruno"}}, bruno)
      .when(2, sign_out{.counter = one}, amelie)
      .then(events{agent_signed_out{one, {"amelie"}, {}}});
}

BOOST_AUTO_TEST_CASE(who_waits_for_one_counter_is_not_left_by_its_agent) {
  amelie_at_one()
      .after(0, sign_in{three, {"bruno"}}, bruno)
      .after(1, ticket_for(permits))
      .after(2, transfer{visit_no(1), permits, one, {}})
      .when(3, sign_out{.counter = one}, amelie)
      .then(refusal::people_are_waiting);
}

BOOST_AUTO_TEST_CASE(sending_the_parked_back_may_leave_them_waiting) {
  one_parked()
      .after(4, sign_out{.counter = three}, bruno)
      .when(5, sign_out{one, parked::requeue, {}}, amelie)
      .then(refusal::people_are_waiting);
}

BOOST_AUTO_TEST_CASE(a_break_begins_and_ends_once) {
  auto story = amelie_at_one();
  story.when(1, begin_break{one, "lunch"}, amelie);
  story.then(events{break_began{one, "lunch"}});
  story.after(1, begin_break{one, "lunch"}, amelie);
  story.when(2, begin_break{one, "lunch"}, amelie);
  story.then_nothing();
  story.when(2, end_break{one}, amelie);
  story.then(events{break_ended{one}});
  story.after(2, end_break{one}, amelie);
  story.when(3, end_break{one}, amelie);
  story.then_nothing();
}

BOOST_AUTO_TEST_CASE(a_break_is_for_who_is_there_and_free) {
  given()
      .when(1, begin_break{one, {}}, amelie)
      .then(refusal::nobody_is_signed_in);
  given().when(1, end_break{one}, amelie).then(refusal::nobody_is_signed_in);
  amelie_at_one()
      .when(1, begin_break{one, {}}, bruno)
      .then(refusal::counter_is_taken);
  amelie_at_one()
      .after(1, ticket_for(residence))
      .after(2, call_next{one}, amelie)
      .when(3, begin_break{one, {}}, amelie)
      .then(refusal::counter_has_open_visit);
}

BOOST_AUTO_TEST_CASE(a_desk_is_lost_and_found_once) {
  auto story = amelie_at_one();
  story.when(1, report_desk{one, true});
  story.then_nothing();
  story.when(1, report_desk{one, false});
  story.then(events{desk_lost{one}});
  story.after(1, report_desk{one, false});
  story.when(2, report_desk{one, true});
  story.then(events{desk_returned{one}});
}

BOOST_AUTO_TEST_CASE(a_desk_nobody_sits_at_cannot_be_lost) {
  given().when(1, report_desk{one, false}).then_nothing();
  given().when(1, report_desk{{"nine"}, false}).then(refusal::no_such_counter);
}

BOOST_AUTO_TEST_SUITE_END()
