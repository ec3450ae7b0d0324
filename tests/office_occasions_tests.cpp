// On which occasions people are told something.

#include "tests/support/talking_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto a_day = 24 * 60;

setup without_booked() {
  auto setup = talking_hall();
  setup.messages.routes[occasion::booked] = route::off;
  return setup;
}

} // namespace

BOOST_AUTO_TEST_SUITE(occasions_to_tell)

// -- reminders ----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(reminders_come_at_their_time_and_once) {
  auto setup = without_booked();
  setup.messages.reminders = {{.minutes = 120}, {.minutes = 60}};
  auto story = booked_by(reached(true, false), setup);
  story.after(a_day - 121, begin_day{});
  BOOST_TEST(messages(story, 1) == "");
  story.after(a_day - 120, begin_day{});
  BOOST_TEST(messages(story, 1) == "reminder/sms waiting");
  story.when(a_day - 119, begin_day{}).then_nothing();
  story.after(a_day - 60, begin_day{});
  BOOST_TEST(messages(story, 1)
             == "reminder/sms waiting, reminder/sms waiting");
  story.when(a_day - 1, begin_day{}).then_nothing();
}

BOOST_AUTO_TEST_CASE(what_is_booked_late_is_not_reminded_of_the_past) {
  // Booked less than a day before, more than an hour.
  const auto story = booked_by(reached(true, false));
  BOOST_REQUIRE_EQUAL(story.now().alarms.all().size(), 1U);
  BOOST_TEST((story.now().alarms.all().begin()->at == minute(a_day - 60)));
}

BOOST_AUTO_TEST_CASE(reminders_follow_the_appointment) {
  auto story = booked_by(reached(true, false));
  story.after(3, move_booking{.visit = visit_no(1), .start = minute(2 * a_day)},
              phone);
  const auto& all = story.now().alarms.all();
  BOOST_REQUIRE_EQUAL(all.size(), 2U);
  BOOST_TEST((all.begin()->at == minute(a_day)));
  story.after(4, leave{visit_no(1)}, phone);
  BOOST_TEST(all.empty());
}

BOOST_AUTO_TEST_CASE(a_day_before_is_the_same_time_on_the_wall) {
  auto setup = talking_hall();
  setup.zone = "Europe/Paris";
  setup.booking.sites[0].zone = "Europe/Paris";
  setup.booking.services[0].horizon_days = 365;
  const auto story_until = [&](instant start) {
    auto story = given{setup, clocks_known()};
    story.after(1, hold_slot{.service = residence, .start = start}, phone);
    story.after(2, confirm_for(1, reached(true, false)), phone);
    return story;
  };
  using namespace std::chrono;
  // Clocks are put forward on the 28th of March, and back on the 31st of
  // October: 10:00 in Paris, both times.
  const auto spring = instant{sys_days{year{2027} / March / 28}} + 8h;
  const auto autumn = instant{sys_days{year{2027} / October / 31}} + 9h;
  BOOST_TEST(
      (story_until(spring).now().alarms.all().begin()->at == spring - 23h));
  BOOST_TEST(
      (story_until(autumn).now().alarms.all().begin()->at == autumn - 25h));
}

BOOST_AUTO_TEST_CASE(at_a_time_on_the_clock_the_day_before) {
  auto setup = without_booked();
  setup.messages.reminders = {{.days = 1, .at = 18 * 60}};
  auto story = booked_by(reached(true, false), setup);
  story.after(9 * 60, begin_day{});
  BOOST_TEST(messages(story, 1) == "reminder/sms waiting");
}

BOOST_AUTO_TEST_CASE(who_cannot_be_reminded_is_not_tried_for_ever) {
  auto story = booked_by({});
  story.after(a_day - 60, begin_day{});
  BOOST_TEST(messages(story, 1) == "reminder/none failed (no_way)");
  story.when(a_day - 59, begin_day{}).then_nothing();
}

// -- called -------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_call_waits_for_the_page_to_show_it) {
  auto story = called();
  BOOST_TEST(messages(story, 1) == "turn/sms waiting");
  BOOST_TEST((message_no(story, 1, 1).due == minute(2) + 5s));
  story.after(2, note_seen{visit_no(1)}, phone);
  BOOST_TEST(messages(story, 1) == "turn/sms dropped (seen)");
  story.when(2, note_seen{visit_no(1)}, phone).then_nothing();
}

BOOST_AUTO_TEST_CASE(each_call_is_told_for_itself) {
  auto story = called();
  story.after(4, recall{visit_no(1)}, amelie);
  BOOST_TEST(messages(story, 1) == "turn/sms waiting, turn/sms waiting");
  story.after(5, may_go(1, 1)).after(5, may_go(1, 2));
  BOOST_TEST(messages(story, 1)
             == "turn/sms dropped (not_needed), turn/sms sending");
}

BOOST_AUTO_TEST_CASE(a_call_that_was_undone_is_not_told) {
  auto story = called();
  story.after(2, undo{visit_no(1)}, amelie).after(3, may_go(1, 1));
  BOOST_TEST(messages(story, 1) == "turn/sms dropped (not_needed)");
}

BOOST_AUTO_TEST_CASE(who_did_not_come_is_told) {
  auto story = called();
  story.after(4, mark_absent{visit_no(1)}, amelie);
  BOOST_TEST(messages(story, 1) == "turn/sms waiting, missed/sms waiting");
}

// -- in line ------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_ticket_from_the_reception_goes_to_the_phone) {
  auto asked = ticket_of(reached(true, false));
  asked.channel = channel::reception;
  auto story = given{talking_hall(), clocks_known()}
                   .after(1, ticket_of({}), phone)
                   .after(1, asked, amelie);
  BOOST_TEST(messages(story, 2) == "ticket/sms waiting");
  BOOST_TEST(message_no(story, 2, 1).places == 1);
}

BOOST_AUTO_TEST_CASE(staff_send_a_ticket_when_asked) {
  auto story = given{talking_hall(), clocks_known()}
                   .after(1, ticket_of(reached(true, false)), phone)
                   .after(2, ticket_of({}), phone)
                   .after(3, send_ticket{visit_no(1)}, amelie);
  BOOST_TEST(messages(story, 1) == "ticket/sms waiting");
  story.when(3, send_ticket{visit_no(2)}, amelie).then(refusal::no_way_to_tell);
  story.when(3, send_ticket{visit_no(1)}, phone)
      .then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_CASE(whoever_asked_is_told_once_when_their_turn_is_near) {
  auto story = given{talking_hall(), clocks_known()}.after(
      0, sign_in{one, {"amelie"}}, amelie);
  for (auto i = 0; i < 4; ++i)
    story.after(1, ticket_of(reached(true, false)), phone);
  story.after(2, ask_notice{visit_no(4), 2}, phone);
  BOOST_TEST(messages(story, 4) == "");
  story.after(3, call_next{one}, amelie);
  BOOST_TEST(messages(story, 4) == "nth/sms waiting");
  BOOST_TEST(message_no(story, 4, 1).places == 2);
  story.after(3, leave{visit_no(2)}, phone);
  BOOST_TEST(messages(story, 4) == "nth/sms waiting");
  // And once more for another number.
  story.after(4, ask_notice{visit_no(4), 1}, phone);
  BOOST_TEST(messages(story, 4) == "nth/sms waiting, nth/sms waiting");
}

// -- the end ------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(after_a_visit_people_are_asked_how_it_was) {
  auto setup = talking_hall();
  setup.messages.survey.questions = {{.id = "wait",
                                      .label = {{"fr", "L'attente ?"}},
                                      .services = {residence}}};
  auto story = given{setup, clocks_known()}
                   .after(0, sign_in{one, {"amelie"}}, amelie)
                   .after(1, ticket_of(reached(true, false)), phone)
                   .after(2, call_next{one}, amelie)
                   .after(2, note_seen{visit_no(1)}, phone)
                   .after(3, start{visit_no(1)}, amelie)
                   .after(9, finish{visit_no(1)}, amelie);
  BOOST_TEST(messages(story, 1)
             == "turn/sms dropped (seen), survey/sms waiting");
  BOOST_TEST((message_no(story, 1, 2).due == minute(9 + 30)));
  story.when(38, may_go(1, 2)).then(refusal::message_is_not_due);
}

// How full it was is known then, and would be another when the text is sent.
BOOST_AUTO_TEST_CASE(a_survey_keeps_how_full_it_was_as_the_visit_ended) {
  const auto gauge_after = [](int most) {
    auto setup = talking_hall();
    setup.messages.survey.questions
        = {{.id = "wait", .label = {{"fr", "L'attente ?"}}}};
    auto& site = setup.booking.sites[0];
    site.gauge = most;
    setup.counters[0].site = site.id;
    auto asked = ticket_of(reached(true, false));
    asked.persons = 2;
    auto story = given{setup, clocks_known()}
                     .after(0, sign_in{one, {"amelie"}}, amelie)
                     .after(0, count_inside{site.id, 1}, amelie)
                     .after(1, asked, phone)
                     .after(2, call_next{one}, amelie)
                     .after(3, start{visit_no(1)}, amelie)
                     .after(9, finish{visit_no(1)}, amelie)
                     .after(9, count_inside{site.id, 1}, amelie);
    return message_no(story, 1, 2).places;
  };
  BOOST_TEST(gauge_after(4) == 75); // Two of them, and one without a visit.
  BOOST_TEST(gauge_after(0) == -1);
}

BOOST_AUTO_TEST_CASE(what_can_wait_waits_for_the_morning) {
  auto setup = talking_hall();
  setup.messages.survey.questions
      = {{.id = "wait", .label = {{"fr", "L'attente ?"}}}};
  setup.messages.survey.after_minutes = 12 * 60 + 15; // From 9:09 to 21:24.
  auto story = given{setup, clocks_known()}
                   .after(0, sign_in{one, {"amelie"}}, amelie)
                   .after(1, ticket_of(reached(true, false)), phone)
                   .after(2, call_next{one}, amelie)
                   .after(3, start{visit_no(1)}, amelie)
                   .after(9, finish{visit_no(1)}, amelie);
  BOOST_TEST((message_no(story, 1, 2).due == minute(a_day - 60)));
}

BOOST_AUTO_TEST_CASE(a_visit_is_kept_until_all_is_said) {
  auto story = booked_by(reached(true, false));
  story.after(3, leave{visit_no(1)}, phone);
  story.after(a_day, begin_day{});
  BOOST_TEST(story.now().visits.contains({1}));
  story.after(a_day, may_go(1, 1)).after(a_day, may_go(1, 2));
  story.after(a_day, came_to(1, 2, handing::taken));
  story.after(2 * a_day, begin_day{});
  BOOST_TEST(!story.now().visits.contains({1}));
  BOOST_TEST(story.now().messages.empty());
}

BOOST_AUTO_TEST_SUITE_END()
