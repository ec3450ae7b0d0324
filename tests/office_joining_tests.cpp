// Tickets: who gets one, with which number, at which place.

#include "tests/support/given.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

BOOST_AUTO_TEST_SUITE(joining)

BOOST_AUTO_TEST_CASE(a_ticket_says_where_its_holder_stands) {
  auto expected = ticket_taken{};
  expected.visit = {1};
  expected.number = "A001";
  expected.value = 1;
  expected.day = monday;
  expected.service = residence;
  expected.queue = hall;
  expected.persons = 3;
  expected.language = "en";
  expected.at = {0, minute(5), {1}};
  auto asked = ticket_for(residence);
  asked.persons = 3;
  asked.language = "en";
  given().when(5, asked, phone).then(events{expected});
}

BOOST_AUTO_TEST_CASE(nobody_joins_for_what_is_not_offered) {
  given()
      .when(0, ticket_for(service_id{"dogs"}), phone)
      .then(refusal::no_such_service);
}

BOOST_AUTO_TEST_CASE(one_to_twenty_people_share_a_ticket) {
  auto asked = ticket_for(residence);
  for (const auto persons : {0, 21, -1}) {
    asked.persons = persons;
    given().when(0, asked, phone).then(refusal::value_out_of_range);
  }
  asked.persons = 20;
  BOOST_TEST(given().after(0, asked, phone).visit_now(1).persons == 20);
}

BOOST_AUTO_TEST_CASE(what_needs_an_appointment_is_for_the_staff_to_grant) {
  given()
      .when(0, ticket_for(weddings), phone)
      .then(refusal::by_appointment_only);
  given()
      .when(0, ticket_for(weddings), kiosk)
      .then(refusal::by_appointment_only);
  BOOST_TEST(given().after(0, ticket_for(weddings), amelie).visit_now(1).number
             == "B001");
}

BOOST_AUTO_TEST_CASE(nobody_grants_priority_to_themselves) {
  const auto asked = ticket_for(residence, priority::priority);
  given().when(0, asked, phone).then(refusal::value_out_of_range);
  for (const auto& by : {kiosk, amelie, chief})
    BOOST_TEST(
        (given().after(0, asked, by).visit_now(1).now.at.due == minute(-30)));
}

BOOST_AUTO_TEST_CASE(nobody_joins_a_closed_queue_whoever_asks) {
  const auto closed = given().after(0, close_queue{hall});
  for (const auto& by : {phone, kiosk, amelie, chief})
    given(closed)
        .when(1, ticket_for(residence), by)
        .then(refusal::queue_is_closed);
  BOOST_TEST(given(closed)
                 .after(1, open_queue{hall})
                 .after(2, ticket_for(residence), phone)
                 .line(hall)
                 .size()
             == 1);
}

BOOST_AUTO_TEST_CASE(nobody_joins_a_full_queue) {
  auto setup = town_hall();
  setup.queues[0].most_waiting = 2;
  given(setup)
      .after(0, ticket_for(residence))
      .after(1, ticket_for(permits))
      .when(2, ticket_for(residence), chief)
      .then(refusal::queue_is_full);
}

BOOST_AUTO_TEST_CASE(numbers_count_queue_by_queue) {
  const auto story = given()
                         .after(0, ticket_for(residence))
                         .after(1, ticket_for(passports))
                         .after(2, ticket_for(permits));
  BOOST_TEST(story.visit_now(2).number == "B001");
  BOOST_TEST(story.visit_now(3).number == "A002");
}

BOOST_AUTO_TEST_CASE(numbers_begin_again_with_the_business_day) {
  const auto story = given()
                         .after(0, ticket_for(residence))
                         .after(17 * 60, ticket_for(residence))
                         .after(19 * 60, ticket_for(residence));
  BOOST_TEST(story.visit_now(2).number == "A002"); // Two in the morning.
  BOOST_TEST(story.visit_now(3).number == "A001"); // After the cut-over.
}

BOOST_AUTO_TEST_CASE(numbers_wrap_past_those_still_held) {
  auto setup = town_hall();
  setup.queues[0].last_number = 3;
  const auto story = given(setup)
                         .after(0, ticket_for(residence))
                         .after(1, ticket_for(residence))
                         .after(2, ticket_for(residence))
                         .after(3, office::leave{visit_no(2)});
  BOOST_TEST(given(story).after(4, ticket_for(residence)).visit_now(4).number
             == "A002");
  given(story)
      .after(4, ticket_for(residence))
      .when(5, ticket_for(residence))
      .then(refusal::numbers_exhausted);
}

BOOST_AUTO_TEST_CASE(two_queues_never_print_one_number) {
  auto setup = town_hall();
  setup.queues[0].first_number = 1001;
  setup.queues[0].last_number = 1002; // A1001
  setup.queues[1].prefix = "A1";      // A1001 too.
  const auto story = given(setup)
                         .after(0, ticket_for(passports))
                         .after(1, ticket_for(residence));
  BOOST_TEST(story.visit_now(1).number == "A1001");
  BOOST_TEST(story.visit_now(2).number == "A1002");
}

BOOST_AUTO_TEST_CASE(overnight_visits_keep_their_numbers_from_being_reused) {
  const auto story = given()
                         .after(0, ticket_for(night_shelter))
                         .after(20 * 60, ticket_for(night_shelter));
  BOOST_TEST(story.visit_now(1).number == "N001");
  BOOST_TEST(story.visit_now(2).number == "N002");
}

BOOST_AUTO_TEST_CASE(a_person_is_described_once) {
  const auto known = sealed_person{"key", "box"};
  const auto story = given().after(0, ticket_for(residence));
  given(story)
      .when(1, describe_person{visit_no(1), known})
      .then(events{person_described{{1}, known}});
  given(story)
      .after(1, describe_person{visit_no(1), known})
      .when(2, describe_person{visit_no(1), known})
      .then_nothing();
  given(story)
      .after(1, office::leave{visit_no(1)})
      .when(2, describe_person{visit_no(1), known})
      .then(refusal::visit_is_closed);
}

BOOST_AUTO_TEST_CASE(a_priority_granted_later_moves_its_holder_forward) {
  const auto story = given()
                         .after(0, ticket_for(residence))
                         .after(20, ticket_for(residence));
  given(story)
      .when(21, set_priority{visit_no(2), priority::priority}, amelie)
      .then(events{
          priority_changed{{2}, priority::priority, {0, minute(-10), {2}}}});
  BOOST_TEST(given(story)
                 .after(21, set_priority{visit_no(2), priority::priority})
                 .line(hall)
                 .front()
             == 2);
}

BOOST_AUTO_TEST_CASE(a_priority_taken_back_leaves_everything_as_it_was) {
  const auto story = given()
                         .after(0, ticket_for(residence))
                         .after(1, ticket_for(residence))
                         .after(2, let_pass{visit_no(1), 1}, phone);
  const auto back
      = given(story)
            .after(3, set_priority{visit_no(1), priority::priority})
            .after(4, set_priority{visit_no(1), priority::standard});
  BOOST_TEST((back.visit_now(1).now == story.visit_now(1).now));
}

BOOST_AUTO_TEST_CASE(a_priority_already_granted_changes_nothing) {
  given()
      .after(0, ticket_for(residence))
      .when(1, set_priority{visit_no(1), priority::standard}, amelie)
      .then_nothing();
  given()
      .when(1, set_priority{visit_no(9), priority::priority}, amelie)
      .then(refusal::no_such_visit);
}

BOOST_AUTO_TEST_SUITE_END()
