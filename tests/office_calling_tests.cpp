// Who is called next, by whom, and why.

#include "tests/support/given.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

// Amelie at one, Bruno at two, who serves residence only.
given two_agents(const setup& setup = town_hall()) {
  return given(setup)
      .after(0, sign_in{one, {"amelie"}}, amelie)
      .after(0, sign_in{two, {"bruno"}}, bruno);
}

setup with_choice(choice by) {
  auto setup = town_hall();
  setup.counters[2].choose = by;
  return setup;
}

// Amelie at three, who serves all and prefers passports.
given at_three(choice by) {
  return given(with_choice(by)).after(0, sign_in{three, {"amelie"}}, amelie);
}

} // namespace

BOOST_AUTO_TEST_SUITE(calling)

BOOST_AUTO_TEST_CASE(a_call_tells_why_this_person) {
  auto because = why{};
  because.heads = {{0, minute(1), {1}}, {0, minute(2), {2}}};
  two_agents()
      .after(1, ticket_for(residence))
      .after(2, ticket_for(passports))
      .when(3, call_next{one}, amelie)
      .then(events{visit_called{{1}, one, {"amelie"}, because}});
}

BOOST_AUTO_TEST_CASE(two_counters_call_two_people) {
  auto story = two_agents()
                   .after(1, ticket_for(residence))
                   .after(2, ticket_for(residence))
                   .after(3, call_next{one}, amelie);
  BOOST_TEST(story.when(3, call_next{two}, bruno).called() == 2);
}

BOOST_AUTO_TEST_CASE(nobody_is_called_from_empty_lines) {
  two_agents().when(1, call_next{one}, amelie).then(refusal::nobody_is_waiting);
  two_agents()
      .after(1, ticket_for(passports))
      .when(2, call_next{two}, bruno)
      .then(refusal::nobody_is_waiting);
}

BOOST_AUTO_TEST_CASE(only_who_sits_at_a_counter_calls_there) {
  const auto story = two_agents().after(1, ticket_for(residence));
  given(story).when(2, call_next{one}, bruno).then(refusal::counter_is_taken);
  given(story)
      .when(2, call_next{three}, amelie)
      .then(refusal::nobody_is_signed_in);
  given(story)
      .when(2, call_next{{"nine"}}, amelie)
      .then(refusal::no_such_counter);
  BOOST_TEST(given(story).when(2, call_next{one}, chief).called() == 1);
}

BOOST_AUTO_TEST_CASE(a_counter_receives_one_visit_at_a_time) {
  two_agents()
      .after(1, ticket_for(residence))
      .after(1, ticket_for(residence))
      .after(2, call_next{one}, amelie)
      .when(3, call_next{one}, amelie)
      .then(refusal::counter_has_open_visit);
}

BOOST_AUTO_TEST_CASE(nobody_is_called_to_a_counter_on_break) {
  two_agents()
      .after(1, ticket_for(residence))
      .after(2, begin_break{one, "lunch"}, amelie)
      .when(3, call_next{one}, amelie)
      .then(refusal::counter_is_on_break);
}

BOOST_AUTO_TEST_CASE(the_oldest_of_all_lines_comes_first) {
  auto story = at_three(choice::oldest)
                   .after(1, ticket_for(residence))
                   .after(2, ticket_for(passports));
  BOOST_TEST(story.when(3, call_next{three}, amelie).called() == 1);
}

BOOST_AUTO_TEST_CASE(a_preferred_service_comes_first_while_somebody_wants_it) {
  auto story = at_three(choice::preference)
                   .after(1, ticket_for(residence))
                   .after(2, ticket_for(passports));
  BOOST_TEST(story.when(3, call_next{three}, amelie).called() == 2);
  story.after(3, office::leave{visit_no(2)});
  BOOST_TEST(story.when(4, call_next{three}, amelie).called() == 1);
}

BOOST_AUTO_TEST_CASE(a_preferred_service_overtakes_within_its_own_line) {
  auto setup = with_choice(choice::preference);
  setup.counters[2].serves = {permits, residence};
  auto story = given(setup)
                   .after(0, sign_in{three, {"amelie"}}, amelie)
                   .after(1, ticket_for(residence))
                   .after(2, ticket_for(permits));
  story.when(3, call_next{three}, amelie);
  BOOST_REQUIRE(story.called() == 2);
  const auto& because = story.last_event<visit_called>()->why;
  BOOST_TEST(because.overtaken_count == 1);
  BOOST_TEST((because.overtaken == std::vector<place>{{0, minute(1), {1}}}));
  BOOST_TEST((because.choice == choice::preference));
}

BOOST_AUTO_TEST_CASE(the_longest_line_comes_first_and_the_oldest_of_equals) {
  auto story = at_three(choice::longest_line)
                   .after(1, ticket_for(residence))
                   .after(2, ticket_for(passports));
  BOOST_TEST(story.when(3, call_next{three}, amelie).called() == 1);
  story.after(3, ticket_for(passports));
  BOOST_TEST(story.when(4, call_next{three}, amelie).called() == 2);
}

BOOST_AUTO_TEST_CASE(a_bonus_is_worth_its_minutes) {
  auto story = two_agents()
                   .after(0, ticket_for(residence))
                   .after(29, ticket_for(residence, priority::priority), kiosk);
  BOOST_TEST(story.when(30, call_next{two}, bruno).called() == 2);
  story.after(30, office::leave{visit_no(2)})
      .after(31, ticket_for(residence, priority::priority), kiosk);
  BOOST_TEST(story.when(32, call_next{two}, bruno).called() == 1);
}

BOOST_AUTO_TEST_CASE(strict_classes_come_before_any_waiting_time) {
  auto setup = town_hall();
  setup.queues[0].order.by = ordering::strict_classes;
  const auto story
      = two_agents(setup)
            .after(0, ticket_for(residence))
            .after(100, ticket_for(residence, priority::appointment), kiosk)
            .after(200, ticket_for(residence, priority::priority), kiosk);
  BOOST_TEST((story.line(hall) == std::vector<std::uint64_t>{3, 2, 1}));
}

BOOST_AUTO_TEST_CASE(who_waits_for_one_counter_is_called_by_no_other) {
  auto story = two_agents()
                   .after(1, ticket_for(residence))
                   .after(2, ticket_for(residence))
                   .after(3, transfer{visit_no(1), residence, one, {}});
  story.when(4, call_next{two}, bruno);
  BOOST_TEST(story.called() == 2);
  BOOST_TEST(story.last_event<visit_called>()->why.overtaken_count == 1);
  BOOST_TEST(story.when(4, call_next{one}, amelie).called() == 1);
}

BOOST_AUTO_TEST_CASE(a_picked_visitor_is_called_out_of_turn_and_it_shows) {
  auto story = two_agents()
                   .after(1, ticket_for(residence))
                   .after(2, ticket_for(residence));
  story.when(3, call_visit{visit_no(2), one}, amelie);
  BOOST_REQUIRE(story.called() == 2);
  const auto& because = story.last_event<visit_called>()->why;
  BOOST_TEST(because.by_hand);
  BOOST_TEST(because.overtaken_count == 1);
  BOOST_TEST((because.heads == std::vector<place>{{0, minute(1), {1}}}));
}

BOOST_AUTO_TEST_CASE(a_call_already_made_is_made_once) {
  two_agents()
      .after(1, ticket_for(residence))
      .after(2, call_visit{visit_no(1), one}, amelie)
      .when(3, call_visit{visit_no(1), one}, amelie)
      .then_nothing();
}

BOOST_AUTO_TEST_CASE(a_picked_visitor_must_be_one_the_counter_may_call) {
  const auto story = two_agents()
                         .after(1, ticket_for(permits))
                         .after(2, ticket_for(residence))
                         .after(3, transfer{visit_no(2), residence, one, {}});
  given(story)
      .when(4, call_visit{visit_no(1), two}, bruno)
      .then(refusal::counter_does_not_serve_it);
  given(story)
      .when(4, call_visit{visit_no(2), two}, bruno)
      .then(refusal::visit_waits_for_another_counter);
  BOOST_TEST(given(story).when(4, call_visit{visit_no(1), two}, chief).called()
             == 1);
  BOOST_TEST(given(story).when(4, call_visit{visit_no(2), two}, chief).called()
             == 2);
  given(story)
      .after(4, office::leave{visit_no(1)})
      .when(5, call_visit{visit_no(1), one}, amelie)
      .then(refusal::visit_is_closed);
}

BOOST_AUTO_TEST_CASE(two_agents_never_pick_one_person) {
  two_agents()
      .after(1, ticket_for(residence))
      .after(2, call_visit{visit_no(1), one}, amelie)
      .when(2, call_visit{visit_no(1), two}, bruno)
      .then(refusal::visit_is_not_waiting);
}

BOOST_AUTO_TEST_CASE(a_recall_waits_a_minute_and_ends_after_three) {
  auto story = two_agents()
                   .after(1, ticket_for(residence))
                   .after(2, call_next{one}, amelie);
  story.when(2, recall{visit_no(1)}, amelie);
  story.then(refusal::recalled_too_soon);
  story.when(3, recall{visit_no(1)}, amelie);
  story.then(events{visit_recalled{{1}}});
  for (const auto at : {3, 4, 5})
    story.after(at, recall{visit_no(1)}, amelie);
  story.when(6, recall{visit_no(1)}, amelie);
  story.then(refusal::recall_limit_reached);
}

BOOST_AUTO_TEST_CASE(only_who_was_called_is_recalled_and_by_who_called) {
  const auto story = two_agents().after(1, ticket_for(residence));
  given(story)
      .when(2, recall{visit_no(1)}, amelie)
      .then(refusal::visit_is_not_called);
  given(story)
      .after(2, call_next{one}, amelie)
      .when(4, recall{visit_no(1)}, bruno)
      .then(refusal::visit_is_at_another_counter);
}

BOOST_AUTO_TEST_CASE(who_does_not_come_is_missed_and_no_longer_called) {
  auto story = two_agents()
                   .after(1, ticket_for(residence))
                   .after(2, call_next{one}, amelie);
  story.when(3, mark_absent{visit_no(1)}, amelie);
  story.then(events{visit_missed{{1}}});
  story.after(3, mark_absent{visit_no(1)}, amelie);
  story.when(4, mark_absent{visit_no(1)}, amelie);
  story.then_nothing();
  story.when(4, call_next{one}, amelie);
  story.then(refusal::nobody_is_waiting);
  BOOST_TEST(story.when(4, call_visit{visit_no(1), two}, bruno).called() == 1);
}

BOOST_AUTO_TEST_CASE(only_who_was_called_can_be_absent) {
  const auto story = two_agents().after(1, ticket_for(residence));
  given(story)
      .when(2, mark_absent{visit_no(1)}, amelie)
      .then(refusal::visit_is_not_called);
  given(story)
      .after(2, call_next{one}, amelie)
      .when(3, mark_absent{visit_no(1)}, bruno)
      .then(refusal::visit_is_at_another_counter);
}

BOOST_AUTO_TEST_SUITE_END()
