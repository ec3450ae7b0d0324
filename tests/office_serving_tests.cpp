// From the call to the end of the service, and everything in between.

#include "tests/support/given.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

// Amelie at one has called visit 1; Bruno at two is free.
given one_called() {
  return given()
      .after(0, sign_in{one, {"amelie"}}, amelie)
      .after(0, sign_in{two, {"bruno"}}, bruno)
      .after(1, ticket_for(residence))
      .after(2, call_next{one}, amelie);
}

given one_served() {
  return one_called().after(3, start{visit_no(1)}, amelie);
}

given one_parked() {
  return one_served().after(4, park{visit_no(1), "photo"}, amelie);
}

} // namespace

BOOST_AUTO_TEST_SUITE(serving)

BOOST_AUTO_TEST_CASE(service_starts_once) {
  one_called()
      .when(3, start{visit_no(1)}, amelie)
      .then(events{service_started{{1}}});
  one_served().when(4, start{visit_no(1)}, amelie).then_nothing();
}

BOOST_AUTO_TEST_CASE(service_starts_only_after_a_call_and_at_its_counter) {
  one_called()
      .after(3, ticket_for(residence))
      .when(4, start{visit_no(2)}, amelie)
      .then(refusal::visit_is_not_called);
  one_called()
      .when(3, start{visit_no(1)}, bruno)
      .then(refusal::visit_is_at_another_counter);
}

BOOST_AUTO_TEST_CASE(a_finished_visit_frees_its_counter) {
  one_served()
      .when(4, finish{visit_no(1), outcome::documents_missing}, amelie)
      .then(events{visit_finished{{1}, outcome::documents_missing}});
  const auto story = one_served().after(4, finish{visit_no(1)}, amelie);
  BOOST_TEST((story.visit_now(1).now.phase == phase::served));
  BOOST_TEST(story.now().counters.at(one).visit.empty());
}

BOOST_AUTO_TEST_CASE(a_visit_is_finished_once) {
  const auto story = one_served().after(4, finish{visit_no(1)}, amelie);
  given(story).when(5, finish{visit_no(1)}, amelie).then_nothing();
  given(story)
      .when(5, finish{visit_no(1), outcome::redirected}, amelie)
      .then(refusal::visit_is_closed);
}

BOOST_AUTO_TEST_CASE(who_was_not_served_is_not_finished) {
  one_called()
      .when(3, finish{visit_no(1)}, amelie)
      .then(refusal::visit_is_not_being_served);
  one_served()
      .when(4, finish{visit_no(1)}, bruno)
      .then(refusal::visit_is_at_another_counter);
  one_served()
      .when(4, finish{visit_no(7)}, amelie)
      .then(refusal::no_such_visit);
}

BOOST_AUTO_TEST_CASE(an_old_page_is_told_that_the_visit_has_changed) {
  one_served()
      .when(4, finish{visit_no(1, 2)}, amelie)
      .then(refusal::visit_has_changed);
  one_served()
      .when(4, finish{visit_no(1, 3)}, amelie)
      .then(events{visit_finished{{1}, outcome::served}});
}

BOOST_AUTO_TEST_CASE(a_parked_visit_frees_its_counter_and_stays_its_agents) {
  one_served()
      .when(4, park{visit_no(1), "photo"}, amelie)
      .then(events{visit_parked{{1}, {"amelie"}, "photo"}});
  one_called()
      .when(4, park{visit_no(1), "photo"}, amelie)
      .then(events{visit_parked{{1}, {"amelie"}, "photo"}});
  one_parked().when(5, park{visit_no(1), "photo"}, amelie).then_nothing();
  BOOST_TEST(one_parked().now().counters.at(one).visit.empty());
}

BOOST_AUTO_TEST_CASE(parking_needs_a_visit_at_the_counter_and_a_reason) {
  one_served()
      .when(4, park{visit_no(1), ""}, amelie)
      .then(refusal::reason_is_needed);
  one_served()
      .after(4, ticket_for(residence))
      .when(5, park{visit_no(2), "photo"}, amelie)
      .then(refusal::visit_is_not_at_a_counter);
  one_served()
      .when(4, park{visit_no(1), "photo"}, bruno)
      .then(refusal::visit_is_at_another_counter);
}

BOOST_AUTO_TEST_CASE(a_parked_visitor_is_never_called_as_the_next) {
  one_parked().when(5, call_next{one}, amelie).then(refusal::nobody_is_waiting);
}

BOOST_AUTO_TEST_CASE(who_parked_a_visit_resumes_it) {
  one_parked()
      .when(5, resume{visit_no(1), one}, amelie)
      .then(events{visit_resumed{{1}, one, {"amelie"}}});
  one_parked()
      .after(5, resume{visit_no(1), one}, amelie)
      .when(6, resume{visit_no(1), one}, amelie)
      .then_nothing();
}

BOOST_AUTO_TEST_CASE(a_parked_visit_is_resumed_where_it_may_be) {
  one_parked()
      .when(5, resume{visit_no(1), two}, bruno)
      .then(refusal::visit_is_at_another_counter);
  one_parked()
      .when(5, resume{visit_no(1), two}, chief)
      .then(events{visit_resumed{{1}, two, {"bruno"}}});
  one_parked()
      .when(5, resume{visit_no(1), three}, amelie)
      .then(refusal::nobody_is_signed_in);
  one_parked()
      .after(5, ticket_for(residence))
      .after(5, call_next{one}, amelie)
      .when(6, resume{visit_no(1), one}, amelie)
      .then(refusal::counter_has_open_visit);
  one_called()
      .when(5, resume{visit_no(1), two}, bruno)
      .then(refusal::visit_is_not_parked);
}

BOOST_AUTO_TEST_CASE(a_lost_desk_keeps_its_visit_for_five_minutes) {
  const auto lost = one_served().after(4, report_desk{one, false});
  for (const auto& asked :
       {command{park{visit_no(1), "lost"}},
        command{cancel{visit_no(1), "lost"}}, command{requeue{visit_no(1)}},
        command{transfer{visit_no(1), passports, {}, {}}}}) {
    given(lost)
        .when(9, asked, bruno)
        .then(refusal::visit_is_at_another_counter);
    BOOST_TEST((given(lost).after(10, asked, bruno).visit_now(1).now.phase
                != phase::serving));
  }
  given(lost)
      .when(10, finish{visit_no(1)}, bruno)
      .then(refusal::visit_is_at_another_counter);
}

BOOST_AUTO_TEST_CASE(a_visit_freed_from_a_lost_desk_is_anybodys) {
  const auto freed = one_served()
                         .after(4, report_desk{one, false})
                         .after(10, park{visit_no(1), "lost"}, bruno);
  given(freed)
      .when(11, resume{visit_no(1), two}, bruno)
      .then(events{visit_resumed{{1}, two, {"bruno"}}});
}

BOOST_AUTO_TEST_SUITE_END()
