// The next set-up: drafted, published at once or at an instant, and the way
// back to the one before.

#include "actors/office/booking_view.hpp"
#include "actors/office/draft_view.hpp"
#include "tests/support/booked_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

setup next_hall() {
  auto hall = booked_hall();
  hall.booking.openings[0].hours = {{9 * 60, 10 * 60}};
  return hall;
}

draft_setup drafted(const setup& it = next_hall(), std::uint64_t instead = 0) {
  return {it, instead, "hash", clocks_known()};
}

std::uint64_t number_of_draft(const given& office) {
  BOOST_REQUIRE(office.now().draft);
  return office.now().draft->number;
}

struct drafting {
  given office = given_bookings();

  drafting() {
    office.after(1, drafted());
  }

  publish_draft publish(instant at = {}) const {
    return {number_of_draft(office), at};
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(drafts, drafting)

BOOST_AUTO_TEST_CASE(a_draft_changes_nothing_until_it_is_published) {
  BOOST_TEST((office.now().setup == booked_hall()));
  office.after(2, publish());
  BOOST_TEST((office.now().setup == next_hall()));
  BOOST_TEST(!office.now().draft);
}

BOOST_AUTO_TEST_CASE(a_draft_of_a_colleague_is_not_replaced_unseen) {
  office.when(2, drafted()).then(refusal::draft_has_changed);
  const auto first = number_of_draft(office);
  office.after(2, drafted(booked_hall(2), first));
  BOOST_TEST(number_of_draft(office) > first);
  office.when(3, publish_draft{first, {}}).then(refusal::draft_has_changed);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_used_is_not_even_drafted) {
  auto wrong = next_hall();
  wrong.queues[0].prefix = "B";
  office.when(2, drafted(wrong)).then(refusal::setup_is_invalid);
}

BOOST_AUTO_TEST_CASE(
    nothing_is_published_over_what_somebody_changed_meanwhile) {
  office.after(2, configure{booked_hall(3), clocks_known()});
  office.when(3, publish()).then(refusal::setup_has_changed);
  const auto view = draft_view(office.now(), minute(3));
  BOOST_TEST(view.at("draft").at("since").at(0).at("where")
             == "booking.openings.mornings.public_places");
}

BOOST_AUTO_TEST_CASE(nothing_is_published_over_people_who_wait) {
  auto without = next_hall();
  std::erase_if(without.services,
                [](const auto& it) { return it.id == permits; });
  for (auto& counter : without.counters)
    std::erase(counter.serves, permits);
  office.after(2, drafted(without, number_of_draft(office)));
  office.after(3, ticket_for(permits), phone);
  office.when(4, publish()).then(refusal::setup_still_in_use);
}

BOOST_AUTO_TEST_CASE(a_draft_is_published_at_its_instant_by_the_clock) {
  office.after(2, publish(minute(30)));
  office.when(2, publish(minute(30))).then_nothing();
  office.when(29, begin_day{}).then_nothing();
  office.after(30, begin_day{});
  BOOST_TEST((office.now().setup == next_hall()));
}

BOOST_AUTO_TEST_CASE(whoever_asks_at_that_instant_meets_the_new_set_up) {
  office.after(2, publish(minute(30)));
  office.when(30, hold_at(75), phone).then(refusal::outside_opening);
}

BOOST_AUTO_TEST_CASE(an_instant_that_finds_it_impossible_leaves_the_draft) {
  office.after(2, publish(minute(30)));
  office.after(3, configure{booked_hall(3), clocks_known()});
  office.after(30, begin_day{});
  BOOST_TEST((office.now().setup == booked_hall(3)));
  BOOST_TEST(office.now().draft->missed == "setup_has_changed");
  office.when(31, begin_day{}).then_nothing();
}

BOOST_AUTO_TEST_CASE(a_draft_can_be_dropped_once) {
  const auto number = number_of_draft(office);
  office.after(2, drop_draft{number});
  office.when(3, drop_draft{number}).then_nothing();
  office.when(3, publish_draft{number, {}}).then(refusal::no_such_draft);
}

BOOST_AUTO_TEST_CASE(one_step_leads_back_and_appointments_stay) {
  office.after(2, publish()).after(3, book_at(30), chief);
  BOOST_TEST(draft_view(office.now(), minute(4)).at("restorable").as_bool());
  office.after(4, restore_setup{});
  BOOST_TEST((office.now().setup == booked_hall()));
  BOOST_TEST((office.visit_now(1).now.phase == phase::booked));
  office.when(5, restore_setup{}).then(refusal::nothing_to_restore);
}

BOOST_AUTO_TEST_CASE(there_is_no_way_back_over_a_later_change) {
  office.after(2, publish())
      .after(3, configure{booked_hall(3), clocks_known()});
  office.when(4, restore_setup{}).then(refusal::setup_has_changed);
  BOOST_TEST(!draft_view(office.now(), minute(4)).at("restorable").as_bool());
}

BOOST_AUTO_TEST_CASE(a_draft_and_the_way_back_outlive_a_restart) {
  office.after(2, publish(minute(30)));
  BOOST_TEST((state_from_json(to_json(office.now())) == office.now()));
  office.after(30, begin_day{});
  BOOST_TEST((state_from_json(to_json(office.now())) == office.now()));
}

BOOST_AUTO_TEST_CASE(its_link_shows_what_there_would_be_to_book) {
  auto asked = offer_question{.kind = offer_kind::slots,
                              .service = residence,
                              .site = mairie_site,
                              .first = monday,
                              .last = monday};
  const auto starts = [&] {
    const auto told = offer_of(office.now(), asked, minute(5));
    BOOST_REQUIRE(!told.refused);
    return json::parse(told.text).at("slots").as_array().size();
  };
  BOOST_TEST(starts() == 11u);
  asked.preview = "hash";
  BOOST_TEST(starts() == 3u);
  asked.preview = "other";
  BOOST_TEST((offer_of(office.now(), asked, minute(5)).refused
              == refusal::no_such_draft));
}

BOOST_AUTO_TEST_SUITE_END()

// -- appointments that belong together
// -----------------------------------------

namespace {

setup hall_with_doses() {
  auto hall = booked_hall();
  hall.booking.services[0].followed_by = {weddings, 1, 3};
  return hall;
}

hold_slot second_in(int days, std::uint64_t first = 1) {
  auto asked = hold_at(60 + days * 1440);
  asked.service = weddings;
  asked.follows = {first};
  return asked;
}

struct doses {
  given office = given_bookings(hall_with_doses());

  doses() {
    office.after(1, hold_at(60), phone);
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(follow_ups, doses)

BOOST_AUTO_TEST_CASE(both_are_booked_in_one_step) {
  office.after(2, second_in(2), phone).after(3, confirm(1), phone);
  BOOST_TEST((office.visit_now(1).now.phase == phase::booked));
  BOOST_TEST((office.visit_now(2).now.phase == phase::booked));
  office.when(4, confirm(1), phone).then_nothing();
}

BOOST_AUTO_TEST_CASE(the_second_is_due_within_its_days) {
  for (const auto days : {0, 4})
    office.when(2, second_in(days), phone).then(refusal::not_in_interval);
  office.when(2, second_in(1), phone);
  BOOST_TEST(office.last_event<slot_held>() != nullptr);
  auto other = second_in(2);
  other.service = residence;
  office.when(2, other, phone).then(refusal::no_such_service);
  office.when(2, second_in(2, 7), phone).then(refusal::no_such_visit);
}

BOOST_AUTO_TEST_CASE(another_time_for_the_second_gives_the_first_one_back) {
  office.after(2, second_in(2), phone).after(3, second_in(3), phone);
  BOOST_TEST((office.visit_now(2).now.phase == phase::expired));
  office.after(4, confirm(1), phone);
  BOOST_TEST((office.visit_now(2).now.phase == phase::expired));
  BOOST_TEST((office.visit_now(3).now.phase == phase::booked));
}

BOOST_AUTO_TEST_CASE(neither_is_booked_when_one_is_lost) {
  office.after(2, second_in(2), phone);
  auto quicker = second_in(2);
  quicker.follows = {};
  office.after(20, begin_day{}).after(21, quicker, phone);
  office.when(22, confirm(1), phone).then(refusal::hold_expired);
}

BOOST_AUTO_TEST_CASE(both_are_renewed_when_their_times_are_still_free) {
  office.after(2, second_in(2), phone).after(22, confirm(1), phone);
  BOOST_TEST((office.visit_now(1).now.phase == phase::booked));
  BOOST_TEST((office.visit_now(2).now.phase == phase::booked));
}

BOOST_AUTO_TEST_CASE(neither_moves_out_of_the_days_of_the_other) {
  office.after(2, second_in(2), phone).after(3, confirm(1), phone);
  auto move = move_booking{};
  move.visit = visit_no(1);
  move.start = minute(60 + 2 * 1440);
  office.when(4, move, phone).then(refusal::not_in_interval);
  move.visit = visit_no(2);
  move.start = minute(60 + 5 * 1440);
  office.when(4, move, phone).then(refusal::not_in_interval);
  move.start = minute(75 + 3 * 1440);
  office.after(4, move, phone);
}

BOOST_AUTO_TEST_SUITE_END()
