// What the turn of a business day ends, and what goes on over it.

#include "tests/support/given.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto tuesday_morning = 23 * 60; // Eight o'clock.
constexpr auto tuesday = monday + std::chrono::days{1};
constexpr auto wednesday_morning = tuesday_morning + 24 * 60;

given a_day() {
  return given()
      .after(0, sign_in{one, {"amelie"}}, amelie)
      .after(0, sign_in{three, {"bruno"}}, bruno)
      .after(1, ticket_for(residence))
      .after(2, ticket_for(residence), phone, "key")
      .after(3, ticket_for(night_shelter))
      .after(4, call_next{one}, amelie);
}

} // namespace

BOOST_AUTO_TEST_SUITE(days)

BOOST_AUTO_TEST_CASE(a_new_day_ends_the_old_one_first) {
  const auto ended
      = events{day_began{tuesday}, visit_abandoned{{1}}, visit_abandoned{{2}},
               agent_signed_out{one, {"amelie"}, "day_ended"},
               agent_signed_out{three, {"bruno"}, "day_ended"}};
  a_day().when(tuesday_morning, begin_day{}).then(ended);
  auto closed = ended;
  closed.push_back(queue_closed{hall});
  a_day().when(tuesday_morning, close_queue{hall}).then(closed);
}

BOOST_AUTO_TEST_CASE(a_day_begins_once) {
  a_day().when(5, begin_day{}).then_nothing();
  a_day()
      .after(tuesday_morning, begin_day{})
      .when(tuesday_morning, begin_day{})
      .then_nothing();
}

BOOST_AUTO_TEST_CASE(a_refusal_does_not_even_end_the_day) {
  a_day()
      .when(tuesday_morning, call_next{one}, amelie)
      .then(refusal::nobody_is_signed_in);
}

BOOST_AUTO_TEST_CASE(the_very_first_command_begins_a_day) {
  const auto decided = decide(state{}, {configure{town_hall()}, machine, {}},
                              {minute(0), monday});
  BOOST_TEST(
      (decided
       == decision{events{day_began{monday}, office_configured{town_hall()}}}));
}

BOOST_AUTO_TEST_CASE(a_queue_that_goes_on_keeps_its_people_overnight) {
  const auto story = a_day().after(tuesday_morning, begin_day{});
  BOOST_TEST((story.line(night) == std::vector<std::uint64_t>{3}));
  BOOST_TEST(story.line(hall).empty());
}

BOOST_AUTO_TEST_CASE(a_visit_that_goes_on_keeps_its_counter_overnight) {
  const auto story = a_day()
                         .after(5, call_visit{visit_no(3), three}, bruno)
                         .after(tuesday_morning, begin_day{});
  BOOST_TEST((story.visit_now(3).now.phase == phase::called));
  BOOST_TEST((story.now().counters.at(three).visit == visit_id{3}));
  BOOST_TEST(story.now().counters.at(one).agent.empty());
}

BOOST_AUTO_TEST_CASE(nothing_of_yesterday_is_undone) {
  a_day()
      .after(5, transfer{visit_no(2), night_shelter, {}, {}}, amelie)
      .after(tuesday_morning, begin_day{})
      .when(tuesday_morning, undo{visit_no(2)}, chief)
      .then(refusal::nothing_to_undo);
}

BOOST_AUTO_TEST_CASE(a_closed_visit_is_forgotten_on_the_day_after) {
  auto story = a_day().after(5, office::leave{visit_no(2)});
  story.after(tuesday_morning, begin_day{});
  BOOST_TEST(!story.now().visits.contains({2}));
  BOOST_TEST((story.visit_now(1).now.phase == phase::abandoned));
  story.after(wednesday_morning, begin_day{});
  BOOST_TEST(!story.now().visits.contains({1}));
  BOOST_TEST(story.now().visits.contains({3}));
}

BOOST_AUTO_TEST_CASE(a_key_gets_the_same_answer_until_the_day_after) {
  auto story = a_day();
  const auto answer = answered{6, {2}, 1, monday};
  story.when(3, ticket_for(residence), phone, "key");
  story.then(answer);
  story.after(6, office::leave{visit_no(2)});
  story.when(7, ticket_for(residence), phone, "key");
  story.then(answer);
  story.after(tuesday_morning, begin_day{});
  story.when(tuesday_morning, ticket_for(residence), phone, "key");
  story.then(answer);
  story.after(wednesday_morning, begin_day{});
  BOOST_TEST(!story.now().answers.contains("key"));
}

BOOST_AUTO_TEST_CASE(a_key_answers_for_the_command_and_not_for_the_days_end) {
  const auto story
      = a_day().after(tuesday_morning, ticket_for(residence), phone, "new");
  BOOST_TEST((story.now().answers.at("new").visit == visit_id{4}));
}

BOOST_AUTO_TEST_CASE(a_day_never_comes_back) {
  const auto story = a_day().after(tuesday_morning, begin_day{});
  given(story)
      .when({minute(10), monday}, close_queue{hall})
      .then(events{queue_closed{hall}});
}

BOOST_AUTO_TEST_CASE(time_stands_still_when_the_clock_jumps_back) {
  auto story = a_day().after(10, ticket_for(residence));
  story.when(5, ticket_for(residence));
  BOOST_TEST((story.last_event<ticket_taken>()->at.due == minute(10)));
}

BOOST_AUTO_TEST_SUITE_END()
