// What partners take through their doors is counted by the office itself.

#include "actors/office/booking_view.hpp"
#include "tests/support/booked_hall.hpp"

#include <boost/json.hpp>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

const auto partner = asker{role::partner, "wish"};
const auto rival = asker{role::partner, "rival"};

hold_slot hold_by_quota(int at, const door_quota& quota) {
  auto asked = hold_at(at);
  asked.quota = quota;
  return asked;
}

confirm_booking confirm_by_quota(std::uint64_t visit, const door_quota& quota) {
  auto asked = confirm(visit);
  asked.quota = quota;
  return asked;
}

// A wall of desks, of which nobody sees the end.
given wide_hall() {
  return given_bookings(booked_hall(10));
}

std::size_t slots_for(const given& story, const offer_question& asked) {
  const auto said = offer_of(story.now(), asked, minute(0));
  return boost::json::parse(said.text).at("slots").as_array().size();
}

offer_question question_at(const std::string& door, int share) {
  return {.kind = offer_kind::slots,
          .service = residence,
          .first = monday,
          .last = monday,
          .door = door,
          .door_share = share};
}

} // namespace

BOOST_AUTO_TEST_SUITE(doors_of_partners)

BOOST_AUTO_TEST_CASE(a_visit_keeps_the_partner_it_came_by) {
  auto story = given_bookings().after(0, hold_at(60), partner);
  const auto& it = story.visit_now(1);
  BOOST_TEST(it.appointment->claim.door == "wish");
  BOOST_TEST((it.appointment->made == business_day{}));
  story.after(1, confirm(1), partner);
  BOOST_TEST((story.visit_now(1).appointment->made == monday));
  auto later = move_booking{.visit = visit_no(1), .start = minute(90)};
  story.after(2, later, amelie);
  BOOST_TEST(story.visit_now(1).appointment->claim.door == "wish");
  BOOST_TEST((story.visit_now(1).appointment->made == monday));
}

BOOST_AUTO_TEST_CASE(what_visitors_and_staff_book_is_nobodys_door) {
  auto story = wide_hall()
                   .after(0, hold_by_quota(60, {1, 1, 1}), phone)
                   .after(0, hold_by_quota(60, {1, 1, 1}), phone)
                   .after(1, confirm(1), phone)
                   .after(2, book_at(60), amelie);
  BOOST_TEST(story.visit_now(1).appointment->claim.door == "");
  BOOST_TEST((story.visit_now(1).appointment->made == business_day{}));
}

BOOST_AUTO_TEST_CASE(a_partner_holds_so_many_at_once_until_one_ends) {
  const auto two = door_quota{.open_holds = 2};
  auto story = wide_hall()
                   .after(0, hold_by_quota(60, two), partner)
                   .after(1, hold_by_quota(60, two), partner);
  story.when(2, hold_by_quota(75, two), partner)
      .then(refusal::partner_holds_enough);
  story.after(2, hold_by_quota(75, two), rival);
  story.after(3, confirm_by_quota(1, two), partner)
      .after(4, hold_by_quota(75, two), partner);
  story.when(5, hold_by_quota(75, two), partner)
      .then(refusal::partner_holds_enough);
  story.after(20, hold_by_quota(75, two), partner);
}

BOOST_AUTO_TEST_CASE(a_partner_books_so_many_a_day_whatever_becomes_of_them) {
  const auto two = door_quota{.bookings_a_day = 2};
  auto story = wide_hall()
                   .after(0, hold_by_quota(60, two), partner)
                   .after(1, confirm_by_quota(1, two), partner)
                   .after(2, hold_by_quota(60, two), partner);
  story.when(3, hold_by_quota(75, two), partner)
      .then(refusal::partner_booked_enough);
  story.after(3, confirm_by_quota(2, two), partner)
      .after(4, leave{visit_no(1)}, partner);
  story.when(5, hold_by_quota(75, two), partner)
      .then(refusal::partner_booked_enough);
  const auto a_day = 24 * 60;
  story.after(a_day, hold_by_quota(a_day + 60, two), partner);
}

BOOST_AUTO_TEST_CASE(a_late_confirmation_does_not_get_round_the_day) {
  const auto one = door_quota{.bookings_a_day = 1};
  auto story = wide_hall()
                   .after(0, hold_by_quota(60, one), partner)
                   .after(15, hold_by_quota(60, one), partner)
                   .after(16, confirm_by_quota(2, one), partner);
  story.when(17, confirm_by_quota(1, one), partner)
      .then(refusal::partner_booked_enough);
  story.when(17, confirm_by_quota(2, one), partner).then_nothing();
}

BOOST_AUTO_TEST_CASE(a_partner_has_its_share_of_the_desks_at_a_time) {
  const auto third = door_quota{.share_percent = 30};
  auto story = wide_hall();
  for (auto i = 0; i < 3; ++i)
    story.after(i, hold_by_quota(60, third), partner);
  story.when(3, hold_by_quota(60, third), partner).then(refusal::slot_taken);
  story.after(3, hold_by_quota(60, third), rival);
  story.after(3, hold_at(60), phone);
  story.after(4, hold_by_quota(75, third), partner);
}

BOOST_AUTO_TEST_CASE(a_share_is_never_rounded_to_nothing) {
  const auto tenth = door_quota{.share_percent = 10};
  given_bookings()
      .after(0, hold_by_quota(60, tenth), partner)
      .when(1, hold_by_quota(60, tenth), partner)
      .then(refusal::slot_taken);
}

BOOST_AUTO_TEST_CASE(a_partner_is_shown_what_it_can_have) {
  auto story
      = wide_hall().after(0, hold_by_quota(60, {.share_percent = 10}), partner);
  BOOST_TEST(slots_for(story, question_at("wish", 10)) == 11u);
  BOOST_TEST(slots_for(story, question_at("rival", 10)) == 12u);
  BOOST_TEST(slots_for(story, question_at("", 0)) == 12u);
}

BOOST_AUTO_TEST_CASE(the_counts_are_the_same_after_a_restart) {
  const auto quota = door_quota{.open_holds = 1, .bookings_a_day = 2};
  auto story = wide_hall()
                   .after(0, hold_by_quota(60, quota), partner)
                   .after(1, confirm_by_quota(1, quota), partner)
                   .after(2, hold_by_quota(60, quota), partner);
  const auto again = state_from_json(to_json(story.now()));
  BOOST_TEST(again.booked.partners().holds("wish") == 1);
  BOOST_TEST(again.booked.partners().booked("wish", monday) == 1);
  BOOST_TEST((again == story.now()));
}

BOOST_AUTO_TEST_SUITE_END()
