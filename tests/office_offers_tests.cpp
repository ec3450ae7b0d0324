// Places are offered one after the other, each kept for one person at a time.

#include "actors/office/booking_view.hpp"
#include "tests/support/called_off.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

using visits = std::vector<std::uint64_t>;

given called_off(turn by = turn::by_start, int offers_each = 3) {
  auto asked = call_off_tuesday();
  asked.terms.by = by;
  asked.terms.offers_each = offers_each;
  return three_on_tuesday().after(10, asked, chief);
}

/// So many places come back, for those on the list.
given places_back(int quarters, given story = called_off()) {
  story.after(20, configure{with_places_kept(quarters), clocks_known()});
  return story.after(20, begin_day{});
}

given waits_for_earlier(std::uint64_t visit) {
  auto story = three_on_tuesday();
  const auto& claim = story.visit_now(visit).appointment->claim;
  const auto wish
      = wait_for_earlier{visit_no(visit), minute(a_day), claim.time.from};
  return story.after(5, wish, phone);
}

} // namespace

BOOST_AUTO_TEST_SUITE(places_offered)

// -- lists --------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(as_many_are_offered_a_place_as_there_are) {
  const auto story = places_back(2);
  BOOST_TEST(offered(story) == (visits{1, 2}));
  const auto& it = *story.visit_now(1).offer;
  BOOST_TEST((it.claim.time.from == minute(3 * a_day)));
  BOOST_TEST((it.until == minute(20 + 120)));
  BOOST_TEST(it.claim.opening.text == "kept");
  BOOST_TEST((phase_of(story, 1) == phase::postponed));
}

BOOST_AUTO_TEST_CASE(nobody_else_is_shown_what_is_kept) {
  auto setup = with_places_kept(2);
  setup.booking.openings[0].days = {.first = monday + std::chrono::days{1}};
  auto story = called_off();
  story.after(20, configure{setup, clocks_known()});
  for (const auto& who : {phone, chief})
    story.when(21, hold_at(3 * a_day), who).then(refusal::outside_opening);
  auto question = offer_question{.kind = offer_kind::slots,
                                 .by_staff = true,
                                 .service = residence,
                                 .first = monday + std::chrono::days{3}};
  const auto text = office::offer_of(story.now(), question, minute(21)).text;
  BOOST_TEST(text.find("\"slots\":[]") != text.npos, text);
}

BOOST_AUTO_TEST_CASE(who_accepts_is_booked_and_off_the_list) {
  auto story = places_back(1);
  story.after(21, to_offer<accept_offer>(story, 1), phone);
  const auto& it = story.visit_now(1);
  BOOST_TEST((it.now.phase == phase::booked));
  BOOST_TEST((it.appointment->claim.time.from == minute(3 * a_day)));
  BOOST_TEST((it.day == monday + std::chrono::days{3}));
  BOOST_TEST(!it.offer);
  BOOST_TEST(!it.wish);
  story.after(22, begin_day{});
  story.when(22, accept_offer{visit_no(1), minute(3 * a_day)}, phone)
      .then_nothing();
}

BOOST_AUTO_TEST_CASE(who_declines_keeps_their_turn_but_not_for_that_place) {
  auto story = places_back(1);
  story.after(21, to_offer<decline_offer>(story, 1), phone);
  story.after(22, begin_day{});
  BOOST_TEST(offered(story) == visits{2});
  story.after(23, configure{with_places_kept(2), clocks_known()});
  story.after(23, begin_day{});
  BOOST_TEST(offered(story) == (visits{1, 2}));
  BOOST_TEST(
      (story.visit_now(1).offer->claim.time.from == minute(3 * a_day + 15)));
}

BOOST_AUTO_TEST_CASE(who_does_not_answer_comes_after_all_others) {
  auto story = places_back(1);
  story.when(20 + 119, begin_day{}).then_nothing();
  story.after(20 + 120, begin_day{});
  BOOST_TEST(offered(story) == visits{2});
  story.after(20 + 121, configure{with_places_kept(2), clocks_known()});
  story.after(20 + 121, begin_day{});
  BOOST_TEST(offered(story) == (visits{2, 3}));
}

BOOST_AUTO_TEST_CASE(after_the_last_offer_others_are_asked_only) {
  auto story = places_back(1, called_off(turn::by_start, 1));
  story.after(21, to_offer<decline_offer>(story, 1), phone);
  BOOST_TEST((phase_of(story, 1) == phase::cancelled));
  BOOST_TEST(story.visit_now(1).now.reason == "offers_used_up");
}

BOOST_AUTO_TEST_CASE(an_answer_to_an_older_offer_is_refused) {
  auto story = places_back(1);
  story.when(21, accept_offer{visit_no(1), minute(3 * a_day + 15)}, phone)
      .then(refusal::offer_is_gone);
  story.when(21, accept_offer{visit_no(2), minute(3 * a_day)}, phone)
      .then(refusal::offer_is_gone);
  const auto late = to_offer<accept_offer>(story, 1);
  story.when(20 + 120, late, phone).then(refusal::offer_is_gone);
}

BOOST_AUTO_TEST_CASE(a_list_may_go_by_who_booked_first_or_by_lot) {
  auto late = book_at(a_day + 45);
  for (const auto by : {turn::by_booking, turn::by_lot}) {
    auto story = places_back(1, called_off(by));
    BOOST_TEST(offered(story).size() == 1u);
  }
  auto story = given_bookings();
  story.after(1, late, chief).after(2, book_at(a_day), chief);
  auto asked = call_off_tuesday();
  asked.terms.by = turn::by_booking;
  story.after(10, asked, chief);
  story = places_back(1, story);
  BOOST_TEST(offered(story) == visits{1});
}

BOOST_AUTO_TEST_CASE(a_place_given_back_goes_to_the_next_on_the_list) {
  auto story = places_back(1);
  story.after(21, to_offer<accept_offer>(story, 1), phone);
  story.after(22, leave{visit_no(1)}, phone);
  story.after(23, begin_day{});
  BOOST_TEST(offered(story) == visits{2});
}

BOOST_AUTO_TEST_CASE(when_the_list_ends_what_was_kept_is_everybodys) {
  auto story = places_back(2);
  story.after(21, to_offer<accept_offer>(story, 1), phone);
  story.after(22, end_list{flood}, chief);
  // The offer that is open stays so, and then counts no more.
  BOOST_TEST(offered(story) == visits{2});
  BOOST_TEST((phase_of(story, 3) == phase::cancelled));
  story.after(20 + 120, begin_day{});
  BOOST_TEST((phase_of(story, 2) == phase::cancelled));
  story.after(20 + 121, hold_at(3 * a_day + 15), phone);
  story.after(20 + 121, hold_at(3 * a_day + 15), phone);
}

BOOST_AUTO_TEST_CASE(staff_book_a_place_that_is_kept_for_who_has_priority) {
  auto setup = with_places_kept(4);
  setup.booking.openings[0].days = {.first = monday + std::chrono::days{1}};
  auto story = called_off();
  story.after(20, configure{setup, clocks_known()});
  story.after(20, begin_day{});
  auto move = move_booking{};
  move.visit = visit_no(3);
  move.start = minute(3 * a_day + 45);
  story.when(21, move, phone).then(refusal::outside_opening);
  story.after(21, move, amelie);
  BOOST_TEST((phase_of(story, 3) == phase::booked));
  BOOST_TEST(!story.visit_now(3).offer);
}

// -- an earlier start ---------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_start_that_becomes_free_is_kept_for_who_waits_for_it) {
  auto story = waits_for_earlier(3);
  story.after(10, leave{visit_no(1)}, phone);
  story.when(10, hold_at(a_day), phone).then(refusal::slot_taken);
  story.after(10, begin_day{});
  BOOST_TEST(offered(story) == visits{3});
  BOOST_TEST((story.visit_now(3).offer->until == minute(10 + 120)));
  BOOST_TEST((phase_of(story, 3) == phase::booked));
  story.after(11, to_offer<accept_offer>(story, 3), phone);
  BOOST_TEST(
      (story.visit_now(3).appointment->claim.time.from == minute(a_day)));
  // And what it had is everybody's.
  story.after(12, hold_at(a_day + 30), phone);
}

BOOST_AUTO_TEST_CASE(what_was_freed_by_moving_serves_the_next_who_waits) {
  auto story = waits_for_earlier(2);
  story.after(6,
              wait_for_earlier{visit_no(3), minute(a_day), minute(a_day + 30)},
              phone);
  story.after(10, leave{visit_no(1)}, phone).after(10, begin_day{});
  BOOST_TEST(offered(story) == visits{2});
  story.after(11, to_offer<accept_offer>(story, 2), phone);
  story.after(11, begin_day{});
  BOOST_TEST(offered(story) == visits{3});
  BOOST_TEST((story.visit_now(3).offer->claim.time.from == minute(a_day + 15)));
}

BOOST_AUTO_TEST_CASE(who_says_no_lets_the_next_have_it_and_then_everybody) {
  auto story = waits_for_earlier(3);
  story.after(10, leave{visit_no(1)}, phone).after(10, begin_day{});
  story.after(11, to_offer<decline_offer>(story, 3), phone);
  story.after(11, hold_at(a_day), phone);
  BOOST_TEST(offered(story).empty());
  BOOST_TEST(static_cast<bool>(story.visit_now(3).wish));
}

BOOST_AUTO_TEST_CASE(who_does_not_answer_waits_no_longer) {
  auto story = waits_for_earlier(3);
  story.after(10, leave{visit_no(1)}, phone).after(10, begin_day{});
  story.after(10 + 120, begin_day{});
  BOOST_TEST(!story.visit_now(3).wish);
  BOOST_TEST(offered(story).empty());
}

BOOST_AUTO_TEST_CASE(nobody_is_offered_what_begins_before_they_can_answer) {
  auto story = waits_for_earlier(3);
  story.after(a_day - 119, leave{visit_no(1)}, phone);
  story.after(a_day - 119, hold_at(a_day), phone);
  BOOST_TEST(offered(story).empty());
}

BOOST_AUTO_TEST_CASE(one_waits_for_what_is_earlier_than_what_one_has) {
  auto story = three_on_tuesday();
  story
      .when(5, wait_for_earlier{visit_no(1), minute(a_day), minute(a_day + 1)},
            phone)
      .then(refusal::value_out_of_range);
  story.when(5, wait_for_earlier{visit_no(9), minute(0), minute(1)}, phone)
      .then(refusal::no_such_visit);
}

BOOST_AUTO_TEST_CASE(who_gives_up_waiting_keeps_the_appointment_only) {
  auto story = waits_for_earlier(3);
  story.after(10, leave{visit_no(1)}, phone).after(10, begin_day{});
  story.after(11, give_up_waiting{visit_no(3)}, phone);
  BOOST_TEST(offered(story).empty());
  BOOST_TEST((phase_of(story, 3) == phase::booked));
  story.after(12, hold_at(a_day), phone);
  story.when(13, give_up_waiting{visit_no(3)}, phone).then_nothing();
}

BOOST_AUTO_TEST_SUITE_END()
