// How many people are inside a site at a time, and whom a full one lets in.

#include "tests/support/guarded_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

const auto in_spite = call_next{two, true, "pushchair in the rain"};

} // namespace

BOOST_AUTO_TEST_SUITE(people_inside)

// -- who counts ---------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_visit_counts_from_its_call_to_its_end) {
  auto story = at_work(guarded(9)).after(1, group(3));
  BOOST_TEST(inside(story) == 0);
  story.after(2, call_next{one}, amelie);
  BOOST_TEST(inside(story) == 3);
  story.after(3, start{visit_no(1)}, amelie);
  BOOST_TEST(inside(story) == 3);
  story.after(4, park{visit_no(1), "photos"}, amelie);
  BOOST_TEST(inside(story) == 3);
  story.after(5, resume{visit_no(1), one}, amelie);
  story.after(6, finish{visit_no(1)}, amelie);
  BOOST_TEST(inside(story) == 0);
}

BOOST_AUTO_TEST_CASE(it_counts_where_its_counter_stands) {
  auto story = at_work(guarded(9))
                   .after(1, group(2))
                   .after(2, call_next{three}, machine);
  BOOST_TEST(inside(story) == 0);
  BOOST_TEST(inside(story, annexe_site) == 2);
}

BOOST_AUTO_TEST_CASE(who_is_sent_on_waits_inside_who_is_sent_back_does_not) {
  auto story = at_work(guarded(9)).after(1, group(2));
  story.after(2, call_next{one}, amelie);
  auto sent_on
      = given(story).after(3, transfer{visit_no(1), passports, {}, {}}, amelie);
  BOOST_TEST(inside(sent_on) == 2);
  BOOST_TEST(inside(given(story).after(3, requeue{visit_no(1)}, amelie)) == 0);
  sent_on.after(4, leave{visit_no(1)}, amelie);
  BOOST_TEST(inside(sent_on) == 0);
}

BOOST_AUTO_TEST_CASE(an_office_without_sites_has_no_gauge) {
  auto story = given()
                   .after(0, sign_in{one, {"amelie"}}, amelie)
                   .after(1, ticket_for(residence))
                   .after(2, call_next{one}, amelie);
  BOOST_TEST(story.now().inside.empty());
  story.when(3, count_inside{mairie_site, 1}, amelie);
  story.then(refusal::no_such_site);
  story.when(3, set_inside{mairie_site, 1}, amelie);
  story.then(refusal::no_such_site);
  story.when(3, set_gauge{mairie_site, 1}, chief).then(refusal::no_such_site);
}

BOOST_AUTO_TEST_CASE(a_counter_stands_at_a_site_there_is) {
  auto setup = guarded(2);
  setup.counters[0].site = {"elsewhere"};
  given_bookings()
      .when(1, configure{setup, clocks_known()})
      .then(refusal::setup_is_invalid);
}

// -- whom a full site lets in -------------------------------------------------

BOOST_AUTO_TEST_CASE(a_full_site_lets_nobody_in_and_nobody_loses_their_place) {
  auto story = full();
  story.when(4, call_next{two}, bruno).then(refusal::gauge_is_full);
  story.when(4, call_visit{visit_no(2), two}, bruno);
  story.then(refusal::gauge_is_full);
  BOOST_TEST((story.line(hall) == std::vector<std::uint64_t>{2}));
  story.after(5, count_inside{mairie_site, -1}, amelie);
  BOOST_TEST(story.when(5, call_next{two}, bruno).called() == 2);
}

BOOST_AUTO_TEST_CASE(another_site_has_its_own_gauge) {
  auto story = full();
  BOOST_TEST(story.when(4, call_next{three}, machine).called() == 2);
  auto narrow = at_work(guarded(0, 1))
                    .after(1, group(2))
                    .when(2, call_next{three}, machine);
  narrow.then(refusal::gauge_is_full);
}

BOOST_AUTO_TEST_CASE(a_group_that_does_not_fit_is_not_passed_by_one_that_does) {
  auto story = at_work(guarded(2))
                   .after(1, ticket_for(residence))
                   .after(2, group(2))
                   .after(3, ticket_for(residence))
                   .after(4, call_next{one}, amelie);
  story.when(5, call_next{two}, bruno).then(refusal::gauge_is_full);
}

// Otherwise a full house could wait for ever for those outside.
BOOST_AUTO_TEST_CASE(who_waits_inside_is_called_while_the_site_is_full) {
  auto story = at_work(guarded(1))
                   .after(1, ticket_for(residence))
                   .after(2, call_next{one}, amelie)
                   .after(3, ticket_for(permits, priority::priority))
                   .after(4, transfer{visit_no(1), permits, {}, {}}, amelie);
  BOOST_TEST((story.line(hall) == std::vector<std::uint64_t>{2, 1}));
  story.when(5, call_next{one}, amelie);
  const auto* call = story.last_event<visit_called>();
  BOOST_TEST_REQUIRE(call != nullptr);
  BOOST_TEST(call->visit.number == 1);
  BOOST_TEST(call->why.overtaken_count == 1);
  story.when(5, call_visit{visit_no(2), one}, amelie);
  story.then(refusal::gauge_is_full);
}

BOOST_AUTO_TEST_CASE(who_is_parked_is_inside_and_comes_back_to_any_counter) {
  auto story = nearly_full()
                   .after(4, park{visit_no(1), "photos"}, amelie)
                   .after(5, count_inside{mairie_site, 1}, amelie)
                   .after(6, resume{visit_no(1), one}, amelie);
  BOOST_TEST(inside(story) == 2);
  auto elsewhere = at_work(guarded(0, 1))
                       .after(1, ticket_for(residence))
                       .after(2, call_next{one}, amelie)
                       .after(3, park{visit_no(1), "photos"}, amelie)
                       .after(4, count_inside{annexe_site, 1}, amelie);
  elsewhere.when(5, resume{visit_no(1), three}, chief);
  elsewhere.then(refusal::gauge_is_full);
}

BOOST_AUTO_TEST_CASE(a_supervisor_goes_beyond_it_and_says_why) {
  auto story = full();
  story.when(4, in_spite, bruno).then(refusal::supervisor_is_needed);
  story.when(4, call_next{two, true}, chief).then(refusal::reason_is_needed);
  story.when(4, in_spite, chief);
  const auto* call = story.last_event<visit_called>();
  BOOST_TEST_REQUIRE(call != nullptr);
  BOOST_TEST(call->over_gauge);
  BOOST_TEST(call->reason == in_spite.reason);
  story.after(4, in_spite, chief);
  BOOST_TEST(inside(story) == 3);
  BOOST_TEST(story.now().sites.at(mairie_site).beyond == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_marked_that_was_within_the_gauge) {
  auto story = nearly_full().when(4, in_spite, chief);
  BOOST_TEST(!story.last_event<visit_called>()->over_gauge);
  BOOST_TEST(story.last_event<visit_called>()->reason.empty());
}

BOOST_AUTO_TEST_CASE(a_misclick_is_undone_though_the_place_is_taken) {
  auto story = full()
                   .after(4, start{visit_no(1)}, amelie)
                   .after(4, finish{visit_no(1)}, amelie)
                   .after(4, call_next{two}, bruno)
                   .after(4, undo{visit_no(1)}, amelie);
  BOOST_TEST(inside(story) == 3);
}

// A log in which a call lets in more than may is not one of ours.
BOOST_AUTO_TEST_CASE(a_call_into_a_full_site_breaks_a_promise) {
  auto office = full().now();
  evolve(office, {office.last_fact + 1,
                  minute(4),
                  {},
                  {},
                  visit_called{{2}, two, {"bruno"}, {}}});
  BOOST_TEST(!broken_invariants(office).empty());
  office = full().now();
  evolve(office, {office.last_fact + 1,
                  minute(4),
                  {},
                  {},
                  visit_called{{2}, two, {"bruno"}, {}, true, "rain"}});
  BOOST_TEST(broken_invariants(office).empty());
}

BOOST_AUTO_TEST_SUITE_END()
