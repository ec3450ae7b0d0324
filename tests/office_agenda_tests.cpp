// What staff keep beside the visits: who is to be called, who is not there,
// which calendars are open to other programs; and what the agenda shows.

#include "tests/support/hall_with_agents.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

booking::wall_span hours_of_monday(int from, int to) {
  return {{monday, from * 60}, {monday, to * 60}};
}

add_absence away(const booking::resource_id& who, int from = 9, int to = 12) {
  return {who, hours_of_monday(from, to)};
}

given two_at_ten() {
  return given_bookings(with_agents())
      .after(0, book_at(60), amelie)
      .after(0, book_at(60), amelie);
}

using numbers = std::vector<std::uint64_t>;

ask_call_back call_somebody() {
  return {.service = residence, .person = {"key", "box"}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(agenda)

// -- absences -----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(who_is_absent_gets_no_new_appointments) {
  auto story = given_bookings(with_agents());
  story.when(0, away(roux), chief)
      .then(events{absence_added{roux, hours_of_monday(9, 12)}});
  story.after(0, away(roux), chief).after(1, book_at(60), amelie);
  BOOST_TEST((who_has(story, 1) == haddad));
  story.when(2, book_at(60), amelie).then(refusal::nobody_available);
}

BOOST_AUTO_TEST_CASE(an_absence_leaves_appointments_as_they_are) {
  auto story = two_at_ten().after(1, away(roux), chief);
  BOOST_TEST((who_has(story, 1) == roux || who_has(story, 2) == roux));
  const auto seen = agenda_of(story.now(), monday_only(), minute(2));
  BOOST_TEST(seen.entries.size() == 2u);
  for (const auto& it : seen.entries) {
    const auto& who = it.visit->appointment->claim.resources.at(0);
    BOOST_TEST(it.on_duty == (who == haddad));
  }
}

BOOST_AUTO_TEST_CASE(an_absence_is_kept_once_and_taken_away_once) {
  auto story = given_bookings(with_agents()).after(0, away(roux), chief);
  story.when(1, away(roux), chief).then_nothing();
  const auto back = remove_absence{roux, hours_of_monday(9, 12)};
  story.when(1, back, chief)
      .then(events{absence_removed{roux, hours_of_monday(9, 12)}});
  story.after(1, back, chief).when(2, back, chief).then_nothing();
  BOOST_TEST(story.now().absences.empty());
  story.after(2, book_at(60), amelie).after(2, book_at(60), amelie);
}

BOOST_AUTO_TEST_CASE(an_absence_needs_somebody_and_some_time) {
  auto story = given_bookings(with_agents());
  story.when(0, away(booking::resource_id{"nobody"}), chief)
      .then(refusal::no_such_resource);
  story.when(0, away(roux, 10, 10), chief).then(refusal::value_out_of_range);
  story.when(0, away(roux, 12, 10), chief).then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_CASE(a_new_set_up_forgets_no_absence) {
  auto changed = with_agents();
  changed.booking.openings[0].public_places = 3;
  auto story = given_bookings(with_agents()).after(0, away(roux), chief);
  story.after(1, configure{changed, clocks_known()}, chief)
      .after(2, book_at(60), amelie);
  BOOST_TEST((who_has(story, 1) == haddad));
}

BOOST_AUTO_TEST_CASE(absences_survive_being_written_down) {
  const auto story = given_bookings(with_agents()).after(0, away(roux), chief);
  const auto again = state_from_json(to_json(story.now()));
  BOOST_TEST((again == story.now()));
  BOOST_TEST((again.absences == story.now().absences));
  const auto& agents = again.booked.plan().resources;
  BOOST_TEST(agents.at(0).absent.size() == 1u);
}

BOOST_AUTO_TEST_CASE(who_would_be_touched_is_told_before) {
  auto story = two_at_ten().after(0, book_at(90), amelie);
  const auto mine = who_has(story, 1) == roux ? 1u : 2u;
  auto asked = agenda_question{.kind = agenda_kind::touched,
                               .resource = roux,
                               .away = hours_of_monday(10, 11)};
  const auto told = agenda_of(story.now(), asked, minute(1));
  const auto expected
      = who_has(story, 3) == roux ? numbers{mine, 3} : numbers{mine};
  auto touched = numbers{};
  for (const auto& it : told.entries)
    touched.push_back(it.visit->id.number);
  BOOST_TEST(touched == expected, boost::test_tools::per_element());
  BOOST_TEST(!told.entries.at(0).others_are_free, "both are busy at ten");
  asked.away = hours_of_monday(9, 10);
  BOOST_TEST(shown(story, asked).empty(), "the next hour is another one");
  asked.resource = booking::resource_id{"nobody"};
  BOOST_TEST((agenda_of(story.now(), asked, minute(1)).refused
              == refusal::no_such_resource));
}

BOOST_AUTO_TEST_CASE(another_agent_takes_over_at_the_same_time) {
  auto story = given_bookings(with_agents()).after(0, book_at(60), amelie);
  const auto first = who_has(story, 1);
  story.after(1, away(first), chief);
  const auto same_time
      = move_booking{.visit = visit_no(1), .start = minute(60)};
  story.after(2, same_time, amelie);
  BOOST_TEST((who_has(story, 1) != first));
  story.when(3, same_time, amelie).then_nothing();
}

BOOST_AUTO_TEST_CASE(staff_say_who_is_to_take_it) {
  auto story = given_bookings(with_agents()).after(0, book_at(60), amelie);
  const auto other = who_has(story, 1) == roux ? haddad : roux;
  auto move = move_booking{
      .visit = visit_no(1), .start = minute(60), .resource = other};
  story.after(1, move, amelie);
  BOOST_TEST((who_has(story, 1) == other));
  story.after(2, book_at(90), amelie);
  move.start = minute(90);
  move.resource = who_has(story, 2);
  story.when(3, move, amelie).then(refusal::nobody_available);
  move.start = minute(105);
  move.resource = booking::resource_id{"nobody"};
  story.when(3, move, amelie).then(refusal::nobody_available);
}

// -- calling back -------------------------------------------------------------

BOOST_AUTO_TEST_CASE(who_was_not_reached_stays_on_the_list) {
  auto story = given_bookings().after(0, call_somebody(), amelie);
  story.after(5, note_call{1, call_result::not_reached}, amelie);
  const auto& call = story.now().call_backs.at(0);
  BOOST_TEST(call.tries == 1);
  BOOST_TEST((call.last_try == minute(5)));
  story.after(6, note_call{1, call_result::reached}, amelie);
  BOOST_TEST(story.now().call_backs.empty());
  story.when(7, note_call{1, call_result::reached}, amelie)
      .then(refusal::no_such_call);
}

BOOST_AUTO_TEST_CASE(a_call_needs_a_person_or_a_visit_there_is) {
  auto story = given_bookings().after(0, book_at(60), amelie);
  story.when(1, ask_call_back{}, amelie).then(refusal::nobody_to_call);
  story.when(1, ask_call_back{.about = {9}}, amelie)
      .then(refusal::no_such_visit);
  story
      .when(1, ask_call_back{.service = night_shelter, .person = {"k", "b"}},
            amelie)
      .then(events{call_back_asked{1, {}, night_shelter, {"k", "b"}}});
  auto unknown = call_somebody();
  unknown.service = service_id{"nothing"};
  story.when(1, unknown, amelie).then(refusal::no_such_service);
  story.after(1, ask_call_back{.about = {1}}, amelie);
}

BOOST_AUTO_TEST_CASE(the_list_of_calls_has_an_end) {
  auto story = given_bookings();
  for (auto i = 0; i < 500; ++i)
    story.after(0, call_somebody(), amelie);
  story.when(1, call_somebody(), amelie).then(refusal::list_is_full);
}

BOOST_AUTO_TEST_CASE(a_summary_is_wanted_of_what_is_booked) {
  auto story = given_bookings().after(0, book_at(60), amelie);
  const auto wish = ask_summary{visit_no(1), way::letter};
  story.when(1, wish, amelie).then(events{summary_asked{{1}, way::letter}});
  story.after(1, wish, amelie).when(2, wish, amelie).then_nothing();
  BOOST_TEST((story.visit_now(1).summary == way::letter));
  story.after(3, cancel{visit_no(1), "asked"}, amelie)
      .when(4, ask_summary{visit_no(1), way::sms}, amelie)
      .then(refusal::visit_is_closed);
}

// -- calendars ----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_calendar_opens_with_its_newest_link_only) {
  auto story = two_at_ten()
                   .after(1, open_feed{roux, false, "first"}, chief)
                   .after(2, open_feed{roux, true, "second"}, chief);
  auto asked = agenda_question{.kind = agenda_kind::feed};
  asked.token_hash = "first";
  BOOST_TEST((agenda_of(story.now(), asked, minute(3)).refused.has_value()));
  asked.token_hash = "second";
  const auto told = agenda_of(story.now(), asked, minute(3));
  BOOST_TEST(told.names);
  BOOST_TEST(told.entries.size() == 1u, "not those of the other agent");
  story.after(4, close_feed{roux}, chief);
  BOOST_TEST((agenda_of(story.now(), asked, minute(5)).refused.has_value()));
  story.when(5, close_feed{roux}, chief).then_nothing();
}

BOOST_AUTO_TEST_CASE(a_calendar_needs_somebody_and_a_link) {
  auto story = given_bookings(with_agents());
  story.when(0, open_feed{booking::resource_id{"nobody"}, false, "t"}, chief)
      .then(refusal::no_such_resource);
  story.when(0, open_feed{roux, false, ""}, chief)
      .then(refusal::value_out_of_range);
}

// -- what is shown ------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_agenda_shows_what_takes_time_in_order) {
  auto story = given_bookings(booked_hall(3))
                   .after(0, book_at(90), amelie)
                   .after(0, hold_at(60), phone)
                   .after(0, book_at(75), amelie)
                   .after(1, cancel{visit_no(3), "asked"}, amelie);
  BOOST_TEST(shown(story, monday_only()) == (numbers{2, 1}),
             boost::test_tools::per_element());
  auto tuesday = monday_only();
  tuesday.first = tuesday.last = monday + std::chrono::days{1};
  BOOST_TEST(shown(story, tuesday).empty());
  auto of_weddings = monday_only();
  of_weddings.service = weddings;
  BOOST_TEST(shown(story, of_weddings).empty());
}

BOOST_AUTO_TEST_CASE(the_agenda_says_when_it_is_open) {
  const auto seen = agenda_of(given_bookings().now(), monday_only(), minute(0));
  const auto& open = seen.head.at("days").at(0).at("open").as_array();
  BOOST_TEST(open.size() == 1u);
  BOOST_TEST(open.at(0).at("from") == json::write(minute(0)));
  BOOST_TEST(open.at(0).at("to") == json::write(minute(180)));
}

BOOST_AUTO_TEST_CASE(nobody_asks_for_years) {
  auto asked = monday_only();
  asked.last = monday + std::chrono::days{31};
  const auto seen = agenda_of(given_bookings().now(), asked, minute(0));
  BOOST_TEST((seen.refused == refusal::value_out_of_range));
}

BOOST_AUTO_TEST_SUITE_END()
