// A dry run tells all that a change would do, and does nothing.

#include "actors/office/setup_trial.hpp"
#include "tests/support/booked_hall.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

json::object tried(const given& office, const setup& wanted,
                   int at_minute = 5) {
  const auto clocks = clocks_known();
  return outcome_of({wanted, clocks, problems_in(wanted, clocks)}, office.now(),
                    minute(at_minute));
}

/// "1 closed, 2 over_places": who no longer fits, and why.
std::string conflicts_of(const json::object& outcome) {
  auto text = std::string{};
  for (const auto& it : outcome.at("conflicts").as_array())
    text += (text.empty() ? "" : ", ")
            + std::to_string(it.at("visit").to_number<int>()) + ' '
            + std::string{it.at("why").as_string()};
  return text;
}

given two_booked(const setup& as) {
  auto office = given_bookings(as);
  office.after(1, book_at(60), chief).after(2, book_at(90), chief);
  return office;
}

} // namespace

BOOST_AUTO_TEST_SUITE(trials)

BOOST_AUTO_TEST_CASE(the_set_up_in_force_changes_nothing) {
  const auto outcome = tried(two_booked(booked_hall()), booked_hall());
  BOOST_TEST(outcome.at("changes").as_array().empty());
  BOOST_TEST(outcome.at("offer").as_array().empty());
  BOOST_TEST(conflicts_of(outcome) == "");
}

BOOST_AUTO_TEST_CASE(all_that_is_wrong_is_told_and_not_only_the_first) {
  auto wanted = booked_hall();
  wanted.queues[0].prefix = "B";
  wanted.booking.openings[0].services = {{"moon"}};
  const auto outcome = tried(two_booked(booked_hall()), wanted);
  BOOST_TEST(outcome.at("problems").as_array().size() == 2u);
  BOOST_TEST(!outcome.at("changes").as_array().empty());
  BOOST_TEST(outcome.at("conflicts").as_array().empty());
}

BOOST_AUTO_TEST_CASE(shorter_hours_leave_those_outside_them) {
  auto wanted = booked_hall();
  wanted.booking.openings[0].hours = {{9 * 60, 10 * 60 + 15}};
  const auto outcome = tried(two_booked(booked_hall()), wanted);
  BOOST_TEST(conflicts_of(outcome) == "2 closed");
  const auto& it = outcome.at("conflicts").at(0);
  BOOST_TEST(it.at("local") == "2026-11-23T10:30+00:00");
  BOOST_TEST(it.at("service") == "residence");
}

BOOST_AUTO_TEST_CASE(an_opening_or_a_service_that_is_gone_leaves_all) {
  auto wanted = booked_hall();
  wanted.booking.openings[0].services = {weddings};
  BOOST_TEST(conflicts_of(tried(two_booked(booked_hall()), wanted))
             == "1 service_gone, 2 service_gone");
}

BOOST_AUTO_TEST_CASE(another_length_is_for_new_appointments_only) {
  auto wanted = booked_hall();
  wanted.booking.services[0].minutes = {60};
  const auto outcome = tried(two_booked(booked_hall()), wanted);
  BOOST_TEST(conflicts_of(outcome) == "");
  BOOST_TEST(outcome.at("offer").at(0).at("service") == "residence");
}

BOOST_AUTO_TEST_CASE(fewer_seats_leave_who_came_last) {
  auto before = booked_hall();
  before.booking.services[0].seats = 2;
  auto office = given_bookings(before);
  office.after(1, book_at(60), chief).after(2, book_at(60), chief);
  auto wanted = before;
  wanted.booking.services[0].seats = 1;
  BOOST_TEST(conflicts_of(tried(office, wanted)) == "2 over_seats");
}

BOOST_AUTO_TEST_CASE(who_did_not_fit_before_is_not_named_again) {
  auto shorter = booked_hall();
  shorter.booking.openings[0].hours = {{9 * 60, 10 * 60 + 15}};
  auto office = two_booked(booked_hall());
  office.after(3, configure{shorter, clocks_known()});
  auto wanted = shorter;
  wanted.queues[0].most_waiting = 5;
  const auto outcome = tried(office, wanted);
  BOOST_TEST(outcome.at("changes").as_array().size() == 1u);
  BOOST_TEST(conflicts_of(outcome) == "");
}

BOOST_AUTO_TEST_CASE(people_in_a_line_that_would_be_gone_are_in_the_way) {
  auto office = given_bookings();
  office.after(1, ticket_for(permits), phone);
  auto wanted = booked_hall();
  std::erase_if(wanted.services,
                [](const auto& it) { return it.id == permits; });
  for (auto& counter : wanted.counters)
    std::erase(counter.serves, permits);
  BOOST_TEST(tried(office, wanted).at("in_use").as_bool());
}

BOOST_AUTO_TEST_CASE(four_weeks_of_what_would_be_offered_are_told) {
  auto wanted = booked_hall();
  auto& opening = wanted.booking.openings[0];
  opening.days.first = monday + std::chrono::days{7};
  const auto outcome = tried(two_booked(booked_hall()), wanted);
  BOOST_REQUIRE(outcome.at("offer").as_array().size() == 2u);
  const auto& days = outcome.at("offer").at(0).at("days").as_array();
  BOOST_REQUIRE(days.size() == 28u);
  BOOST_TEST(days[0].at("day") == "2026-11-30");
  BOOST_TEST(days[0].at("starts") == 12);
}

BOOST_AUTO_TEST_SUITE_END()
