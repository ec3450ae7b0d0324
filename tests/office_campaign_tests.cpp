// Many appointments are called off at once; each by one fact, and once.

#include "tests/support/called_off.hpp"

#include <algorithm>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

const list_entry& entry(const given& story, std::uint64_t visit) {
  return *find(story.now().campaigns.at(flood), {visit});
}

std::size_t count_of_facts(const given& story) {
  return story.now().last_fact;
}

given called_off() {
  return three_on_tuesday().after(10, call_off_tuesday(), chief, "flood-1");
}

} // namespace

BOOST_AUTO_TEST_SUITE(appointments_called_off)

BOOST_AUTO_TEST_CASE(each_that_is_meant_is_postponed_once_and_told_why) {
  auto story = three_on_tuesday();
  const auto before = count_of_facts(story);
  story.after(10, call_off_tuesday(), chief, "flood-1");
  BOOST_TEST(count_of_facts(story) == before + 4);
  for (const auto visit : {1, 2, 3}) {
    BOOST_TEST((phase_of(story, visit) == phase::postponed));
    BOOST_TEST(story.visit_now(visit).now.reason == "flood");
    BOOST_TEST(story.now().booked.stock().find({std::uint64_t(visit)})
               == nullptr);
  }
  BOOST_TEST((entry(story, 2).start == minute(a_day + 15)));
  BOOST_TEST(entry(story, 2).shown == "2026-11-24T09:15+00:00");
}

BOOST_AUTO_TEST_CASE(asking_again_changes_nothing) {
  auto story = called_off();
  const auto known = story.now().last_fact;
  story.when(11, call_off_tuesday(), chief, "flood-1");
  story.when(11, call_off_tuesday(), chief, "another-key");
  story.after(11, call_off_tuesday(), chief, "another-key");
  // Only that there is nothing to offer yet.
  BOOST_TEST(story.now().last_fact <= known + 1);
  auto other = call_off_tuesday();
  other.reason = "strike";
  story.when(12, other, chief).then(refusal::campaign_is_known);
}

BOOST_AUTO_TEST_CASE(only_a_supervisor_calls_off_and_says_why) {
  auto silent = call_off_tuesday();
  silent.reason.clear();
  auto story = three_on_tuesday();
  story.when(10, call_off_tuesday(), amelie)
      .then(refusal::supervisor_is_needed);
  story.when(10, silent, chief).then(refusal::reason_is_needed);
}

BOOST_AUTO_TEST_CASE(a_filter_that_means_nothing_or_nobody_is_refused) {
  auto backward = call_off_tuesday();
  backward.of.last = backward.of.first - std::chrono::days{1};
  auto nobody = call_off_tuesday();
  nobody.of.services = {weddings};
  auto half_closed = call_off_tuesday();
  half_closed.of.services = {residence};
  half_closed.close = true;
  auto story = three_on_tuesday();
  story.when(10, backward, chief).then(refusal::value_out_of_range);
  story.when(10, nobody, chief).then(refusal::nobody_is_meant);
  story.when(10, half_closed, chief).then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_CASE(hours_are_those_of_the_start_and_the_last_is_not_meant) {
  auto asked = call_off_tuesday();
  asked.of.from = 9 * 60 + 15;
  asked.of.to = 9 * 60 + 30;
  const auto story = three_on_tuesday().after(10, asked, chief);
  BOOST_TEST((phase_of(story, 1) == phase::booked));
  BOOST_TEST((phase_of(story, 2) == phase::postponed));
  BOOST_TEST((phase_of(story, 3) == phase::booked));
}

BOOST_AUTO_TEST_CASE(
    who_was_shown_but_has_gone_or_moved_is_skipped_and_listed) {
  auto story = three_on_tuesday();
  story.after(5, leave{visit_no(1)}, phone);
  auto move = move_booking{};
  move.visit = visit_no(2);
  move.start = minute(2 * a_day);
  story.after(6, move, phone);
  auto asked = call_off_tuesday();
  asked.seen = {{1}, {2}, {3}};
  story.after(10, asked, chief);
  const auto skipped = std::vector<visit_id>{{1}, {2}};
  BOOST_TEST((story.now().campaigns.at(flood).skipped == skipped));
  BOOST_TEST((phase_of(story, 2) == phase::booked));
  BOOST_TEST((phase_of(story, 3) == phase::postponed));
}

BOOST_AUTO_TEST_CASE(who_cannot_be_reached_is_noted) {
  auto asked = call_off_tuesday();
  asked.unreachable = {{3}};
  const auto story = three_on_tuesday().after(10, asked, chief);
  BOOST_TEST(entry(story, 1).reachable);
  BOOST_TEST(!entry(story, 3).reachable);
}

BOOST_AUTO_TEST_CASE(without_vouchers_they_are_cancelled_and_there_is_no_list) {
  auto asked = call_off_tuesday();
  asked.vouchers = false;
  const auto story = three_on_tuesday().after(10, asked, chief);
  BOOST_TEST((phase_of(story, 1) == phase::cancelled));
  BOOST_TEST((entry(story, 1).now == phase::cancelled));
  BOOST_TEST(!story.now().campaigns.at(flood).is_open);
}

BOOST_AUTO_TEST_CASE(who_is_about_to_book_then_must_choose_another_start) {
  auto story = given_bookings();
  story.after(1, hold_at(a_day), phone);
  story.after(2, call_off_tuesday(), chief);
  BOOST_TEST((phase_of(story, 1) == phase::expired));
}

BOOST_AUTO_TEST_CASE(what_is_closed_as_well_cannot_be_booked_anew) {
  auto asked = call_off_tuesday();
  asked.close = true;
  auto story = three_on_tuesday().after(10, asked, chief);
  story.when(11, hold_at(a_day), phone).then(refusal::outside_opening);
  story.when(11, book_at(a_day), chief).then(refusal::outside_opening);
  BOOST_TEST(story.now().setup.booking.sites[0].closed.size() == 1);
}

BOOST_AUTO_TEST_CASE(agents_who_are_called_off_are_absent_then_and_no_more) {
  auto setup = booked_hall(2);
  setup.booking.resources
      = {{.id = {"anne"}, .site = mairie_site, .name = {{"fr", "Anne"}}},
         {.id = {"beate"}, .site = mairie_site, .name = {{"fr", "Beate"}}}};
  setup.booking.resources[0].skills = {residence};
  setup.booking.resources[1].skills = {residence};
  setup.booking.services[0].needs = {{}};
  auto story = given_bookings(setup);
  story.after(1, hold_at(a_day), phone).after(1, confirm(1), phone);
  story.after(1, hold_at(a_day), phone).after(1, confirm(2), phone);
  auto asked = call_off_tuesday();
  asked.of.resources = {{"anne"}};
  asked.close = true;
  story.after(10, asked, chief);
  const auto has_anne = [&](std::uint64_t visit) {
    const auto& claim = story.visit_now(visit).appointment->claim;
    return claim.resources == std::vector<booking::resource_id>{{"anne"}};
  };
  for (const auto visit : {1u, 2u})
    BOOST_TEST((phase_of(story, visit) == phase::postponed) == has_anne(visit));
  story.when(11, book_at(a_day), chief).then(refusal::nobody_available);
}

BOOST_AUTO_TEST_CASE(a_postponed_visit_waits_beyond_its_day) {
  auto story = called_off();
  story.after(2 * a_day, begin_day{});
  BOOST_TEST((phase_of(story, 1) == phase::postponed));
  story.when(2 * a_day, arrive{visit_no(1), entrance::desk}, chief)
      .then(refusal::visit_is_not_booked);
}

BOOST_AUTO_TEST_CASE(who_books_again_alone_leaves_the_list) {
  auto story = called_off();
  auto move = move_booking{};
  move.visit = visit_no(1);
  move.start = minute(2 * a_day);
  story.after(12, move, phone);
  BOOST_TEST((phase_of(story, 1) == phase::booked));
  BOOST_TEST((entry(story, 1).now == phase::booked));
  BOOST_TEST(entry(story, 1).again == "2026-11-25T09:00+00:00");
  BOOST_TEST(!story.visit_now(1).wish);
}

BOOST_AUTO_TEST_CASE(a_new_appointment_of_the_same_person_uses_up_one_voucher) {
  auto story = given_bookings();
  for (const auto at : {0, 15}) {
    story.after(1, hold_at(a_day + at), phone);
    auto sure = confirm(at == 0 ? 1 : 2);
    sure.person_key = "somebody";
    story.after(1, sure, phone);
  }
  story.after(10, call_off_tuesday(), chief);
  auto again = book_at(2 * a_day);
  again.person_key = "somebody";
  story.after(11, again, chief);
  BOOST_TEST((phase_of(story, 1) == phase::cancelled));
  BOOST_TEST(entry(story, 1).reason == "booked_again");
  BOOST_TEST((phase_of(story, 2) == phase::postponed));
}

BOOST_AUTO_TEST_CASE(the_end_of_a_list_is_told_to_each_who_is_left) {
  auto story = called_off();
  story.when(12, end_list{flood}, amelie).then(refusal::supervisor_is_needed);
  story.when(12, end_list{{"drought"}}, chief).then(refusal::no_such_campaign);
  story.after(12, end_list{flood}, chief);
  BOOST_TEST((phase_of(story, 1) == phase::cancelled));
  BOOST_TEST(entry(story, 1).reason == "list_ended");
  story.when(13, end_list{flood}, chief).then_nothing();
}

BOOST_AUTO_TEST_CASE(a_list_on_which_nobody_is_left_ends) {
  auto story = called_off();
  for (const auto visit : {1, 2, 3})
    story.after(12, leave{visit_no(visit)}, phone);
  story.after(13, begin_day{});
  BOOST_TEST(!story.now().campaigns.at(flood).is_open);
}

BOOST_AUTO_TEST_CASE(the_report_is_kept_for_ninety_days) {
  auto story = called_off();
  story.after(12, end_list{flood}, chief);
  story.after(91 * a_day - a_day, begin_day{});
  BOOST_TEST(!story.now().campaigns.at(flood).people.empty());
  story.after(92 * a_day, begin_day{});
  BOOST_TEST(story.now().campaigns.at(flood).people.empty());
  story.when(92 * a_day, call_off_tuesday(), chief).then_nothing();
}

BOOST_AUTO_TEST_CASE(a_state_with_a_list_is_read_back_as_it_was) {
  const auto story = called_off();
  const auto back = state_from_json(to_json(story.now()));
  BOOST_TEST((back == story.now()));
}

BOOST_AUTO_TEST_SUITE_END()
