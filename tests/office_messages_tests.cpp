// Who is told what, by which way, and what becomes of it.

#include "tests/support/talking_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto a_day = 24 * 60;

setup with_route(occasion about, route by) {
  auto setup = talking_hall();
  setup.messages.routes[about] = by;
  return setup;
}

// The text is with the gateway; a mail would be the other way.
given reminded() {
  auto setup = talking_hall();
  setup.messages.reminders = {{.minutes = 60}};
  setup.messages.routes[occasion::booked] = route::off;
  return booked_by(reached(true, true), setup)
      .after(a_day - 60, begin_day{})
      .after(a_day - 60, may_go(1, 1))
      .after(a_day - 60, came_to(1, 1, handing::taken));
}

} // namespace

BOOST_AUTO_TEST_SUITE(messages_to_people)

// -- ways ---------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(what_is_kept_goes_by_both_ways) {
  BOOST_TEST(messages(booked_by(reached(true, true)), 1)
             == "booked/sms waiting, booked/email waiting");
}

BOOST_AUTO_TEST_CASE(a_way_that_leads_nowhere_is_left_out) {
  BOOST_TEST(messages(booked_by(reached(false, true)), 1)
             == "booked/email waiting");
  BOOST_TEST(messages(booked_by(reached(true, false)), 1)
             == "booked/sms waiting");
  BOOST_TEST(messages(booked_by({}), 1) == "");
}

BOOST_AUTO_TEST_CASE(an_office_may_choose_the_way) {
  const auto by = [](route wanted) {
    return messages(
        booked_by(reached(true, true), with_route(occasion::booked, wanted)),
        1);
  };
  BOOST_TEST(by(route::sms_first) == "booked/sms waiting");
  BOOST_TEST(by(route::email_first) == "booked/email waiting");
  BOOST_TEST(by(route::off) == "");
}

BOOST_AUTO_TEST_CASE(an_office_that_tells_nothing_plans_nothing) {
  auto setup = talking_hall();
  setup.messages.on = false;
  const auto story = booked_by(reached(true, true), setup);
  BOOST_TEST(messages(story, 1) == "");
  BOOST_TEST(story.now().alarms.all().empty());
}

BOOST_AUTO_TEST_CASE(who_must_know_and_cannot_be_told_is_to_be_called) {
  auto story = booked_by({});
  story.after(3, cancel{visit_no(1), "flood"}, chief);
  BOOST_TEST(messages(story, 1) == "cancelled/none failed (no_way)");
  BOOST_REQUIRE_EQUAL(story.now().call_backs.size(), 1U);
  BOOST_TEST(story.now().call_backs[0].reason == "cancelled");
}

// -- being handed over --------------------------------------------------------

BOOST_AUTO_TEST_CASE(each_try_is_granted_once) {
  auto story = booked_by(reached(true, false));
  story.after(2, may_go(1, 1)).when(2, may_go(1, 1));
  story.then(refusal::message_is_not_due);
  BOOST_TEST(messages(story, 1) == "booked/sms sending");
  BOOST_TEST(message_no(story, 1, 1).tries == 1);
}

BOOST_AUTO_TEST_CASE(only_the_house_itself_hands_over) {
  auto story = booked_by(reached(true, false));
  for (const auto& who : {phone, amelie, chief})
    story.when(2, may_go(1, 1), who).then(refusal::value_out_of_range);
  story.when(2, may_go(1, 9)).then(refusal::no_such_message);
  story.when(2, may_go(9, 1)).then(refusal::no_such_message);
}

BOOST_AUTO_TEST_CASE(a_gateway_that_is_busy_is_tried_again_later) {
  auto story = booked_by(reached(true, false));
  story.after(2, may_go(1, 1)).after(2, came_to(1, 1, handing::later, "503"));
  BOOST_TEST(messages(story, 1) == "booked/sms waiting (503)");
  BOOST_TEST((message_no(story, 1, 1).due == minute(2) + 10s));
  story.when(2, may_go(1, 1)).then(refusal::message_is_not_due);
  story.after(3, may_go(1, 1));
  story.after(3, came_to(1, 1, handing::later, "503", 2));
  BOOST_TEST((message_no(story, 1, 1).due == minute(3) + 20s));
}

BOOST_AUTO_TEST_CASE(an_answer_to_an_older_try_says_nothing) {
  auto story = booked_by(reached(true, false));
  story.after(2, may_go(1, 1)).after(2, came_to(1, 1, handing::later));
  story.after(3, may_go(1, 1));
  story.when(3, came_to(1, 1, handing::taken, {}, 1)).then_nothing();
  story.after(3, came_to(1, 1, handing::taken, {}, 2));
  BOOST_TEST(messages(story, 1) == "booked/sms handed");
}

BOOST_AUTO_TEST_CASE(what_may_have_been_sent_is_not_sent_again) {
  auto story = booked_by(reached(true, false));
  story.after(2, may_go(1, 1)).after(2, came_to(1, 1, handing::unknown));
  BOOST_TEST(messages(story, 1) == "booked/sms failed (unknown)");
  story.when(30, may_go(1, 1)).then(refusal::message_is_not_due);
}

BOOST_AUTO_TEST_CASE(what_is_late_is_dropped_and_never_sent) {
  auto story = called();
  story.after(13, may_go(1, 1));
  BOOST_TEST(messages(story, 1) == "turn/sms dropped (late)");
}

BOOST_AUTO_TEST_CASE(what_is_no_longer_so_is_not_said) {
  auto story = booked_by(reached(true, false));
  story.after(3, leave{visit_no(1)}, phone).after(4, may_go(1, 1));
  BOOST_TEST(messages(story, 1)
             == "booked/sms dropped (not_needed), cancelled/sms waiting");
}

// -- receipts, and the other way ----------------------------------------------

BOOST_AUTO_TEST_CASE(a_receipt_says_that_it_arrived_however_often) {
  auto story = booked_by(reached(true, false));
  story.after(2, may_go(1, 1));
  // It may be quicker than the gateway's answer.
  story.after(2, note_receipt{visit_no(1), 1});
  BOOST_TEST(messages(story, 1) == "booked/sms delivered");
  story.when(3, note_receipt{visit_no(1), 1}).then_nothing();
  story.when(3, came_to(1, 1, handing::taken)).then_nothing();
}

BOOST_AUTO_TEST_CASE(without_a_receipt_it_goes_the_other_way_in_time) {
  auto story = reminded();
  story.when(a_day - 51, begin_day{}).then_nothing();
  story.after(a_day - 50, begin_day{});
  BOOST_TEST(messages(story, 1)
             == "reminder/sms failed (no_receipt), reminder/email waiting");
  // The text arrived after all.
  story.after(a_day - 49, note_receipt{visit_no(1), 1});
  BOOST_TEST(messages(story, 1)
             == "reminder/sms delivered, reminder/email waiting");
}

BOOST_AUTO_TEST_CASE(a_receipt_in_time_keeps_it_to_one_way) {
  auto story = reminded();
  story.after(a_day - 55, note_receipt{visit_no(1), 1});
  story.when(a_day - 50, begin_day{}).then_nothing();
  BOOST_TEST(messages(story, 1) == "reminder/sms delivered");
}

BOOST_AUTO_TEST_CASE(what_is_refused_goes_the_other_way_at_once) {
  auto setup = with_route(occasion::booked, route::sms_first);
  auto story = booked_by(reached(true, true), setup);
  story.after(2, may_go(1, 1));
  story.after(2, came_to(1, 1, handing::refused, "number_is_unknown"));
  BOOST_TEST(messages(story, 1)
             == "booked/sms failed (number_is_unknown), "
                "booked/email waiting");
}

BOOST_AUTO_TEST_CASE(when_no_way_is_left_somebody_is_to_call) {
  auto story = booked_by(reached(true, false),
                         with_route(occasion::booked, route::off));
  story.after(3, cancel{visit_no(1), "flood"}, chief).after(3, may_go(1, 1));
  story.after(3, came_to(1, 1, handing::refused, "number_is_unknown"));
  BOOST_REQUIRE_EQUAL(story.now().call_backs.size(), 1U);
  BOOST_TEST(story.now().call_backs[0].about.number == 1U);
}

// -- what people want ---------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_number_that_wants_nothing_gets_nothing) {
  auto story = booked_by(reached(true, true));
  story.after(3, stop_messages{"hash"}, phone).after(3, may_go(1, 1));
  BOOST_TEST(messages(story, 1)
             == "booked/sms dropped (stopped), booked/email waiting");
  story.after(4, move_booking{.visit = visit_no(1), .start = minute(2 * a_day)},
              phone);
  BOOST_TEST((message_no(story, 1, 3).about == occasion::moved));
  BOOST_TEST((message_no(story, 1, 3).by == way::email));
  story.after(5, allow_messages{"hash"}, phone);
  story.after(5, leave{visit_no(1)}, phone);
  BOOST_TEST((message_no(story, 1, 4).by == way::sms));
}

BOOST_AUTO_TEST_CASE(staff_say_it_again) {
  auto story = booked_by(reached(true, false));
  story.after(2, may_go(1, 1)).after(2, came_to(1, 1, handing::unknown));
  story.after(5, resend_message{visit_no(1), 1}, amelie);
  BOOST_TEST(messages(story, 1)
             == "booked/sms failed (unknown), booked/sms waiting");
  story.when(5, resend_message{visit_no(1), 7}, amelie)
      .then(refusal::no_such_message);
}

BOOST_AUTO_TEST_CASE(a_code_goes_to_who_holds_a_place) {
  auto story
      = given{talking_hall(), clocks_known()}.after(1, hold_at(a_day), phone);
  story.after(2, send_code{visit_no(1), reached(true, false)}, phone);
  BOOST_TEST(messages(story, 1) == "code/sms waiting");
  story.after(3, confirm_for(1, reached(true, false)), phone);
  story.when(4, send_code{visit_no(1), reached(true, false)}, phone)
      .then(refusal::visit_is_not_held);
}

// -- what is stored ---------------------------------------------------------

BOOST_AUTO_TEST_CASE(all_of_it_is_read_back_as_it_was) {
  auto story = reminded();
  story.after(a_day - 59, stop_messages{"other"}, phone);
  const auto again = state_from_json(to_json(story.now()));
  BOOST_TEST((again == story.now()));
  BOOST_TEST((again.alarms == story.now().alarms));
}

BOOST_AUTO_TEST_SUITE_END()
