// Appointments through the front door: offered, taken by one of two, and still
// there after a restart.

#include "tests/support/booked_hall.hpp"
#include "tests/support/running_office.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;
using mood = paper_journal::mood;

namespace {

// It is noon on Monday; all that is asked about is on Tuesday.
constexpr auto tuesday_at_ten = 25 * 60;
constexpr auto tuesday = monday + std::chrono::days{1};

struct booked_office : running_office {
  booked_office() {
    set_up(booked_hall());
  }

  pending<offer_told> start_offer(const offer_question& asked) {
    auto it = std::make_shared<slip<offer_told>>();
    door->offer(mairie, asked, noted_on<offer_told>(it));
    system.run();
    return it;
  }

  json::object offer(const offer_question& asked) {
    const auto it = start_offer(asked);
    BOOST_TEST_REQUIRE(it->answer.has_value());
    BOOST_TEST_REQUIRE(!it->answer->refused.has_value());
    return json::parse(it->answer->text).as_object();
  }

  boost::json::array slots() {
    return offer({.kind = offer_kind::slots,
                  .service = residence,
                  .first = tuesday})
        .at("slots")
        .as_array();
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(booking_at_an_office, booked_office)

BOOST_AUTO_TEST_CASE(services_days_and_starts_are_offered) {
  const auto services = offer({}).at("services").as_array();
  BOOST_TEST(services.size() == 2u);
  BOOST_TEST(services[0].at("id") == "residence");
  const auto days = offer({.kind = offer_kind::days,
                           .service = residence,
                           .first = monday,
                           .last = tuesday})
                        .at("days")
                        .as_array();
  BOOST_TEST(days.size() == 2u);
  BOOST_TEST(days[1].at("day") == "2026-11-24");
  BOOST_TEST(days[1].at("starts") == 12);
  const auto starts = slots();
  BOOST_TEST(starts.size() == 12u);
  BOOST_TEST(starts[4].at("local") == "2026-11-24T10:00+00:00");
  BOOST_TEST(starts[4].at("start")
             == json::write(minute(tuesday_at_ten)).as_int64());
}

BOOST_AUTO_TEST_CASE(too_many_days_at_a_time_are_not_looked_at) {
  const auto it = start_offer({.kind = offer_kind::days,
                               .service = residence,
                               .first = monday,
                               .last = monday + std::chrono::days{62}});
  BOOST_TEST((it->answer->refused == refusal::value_out_of_range));
}

BOOST_AUTO_TEST_CASE(of_two_who_want_the_last_place_one_is_told_of_others) {
  const auto first = ask(hold_at(tuesday_at_ten), phone);
  const auto second = ask(hold_at(tuesday_at_ten), phone);
  BOOST_TEST(!first.refused.has_value());
  BOOST_TEST((second.refused == refusal::slot_taken));
  const auto near = json::parse(second.near).as_array();
  BOOST_TEST(near.size() == 3u);
  BOOST_TEST(near[1].at("local") == "2026-11-24T09:45+00:00");
  BOOST_TEST(near[2].at("local") == "2026-11-24T10:15+00:00");
}

BOOST_AUTO_TEST_CASE(of_two_late_confirmations_of_one_place_one_is_granted) {
  ask(hold_at(tuesday_at_ten), phone);
  now += 15min;
  ask(hold_at(tuesday_at_ten), phone);
  now += 15min;
  BOOST_TEST(!ask(confirm(1), phone).refused.has_value());
  const auto second = ask(confirm(2), phone);
  BOOST_TEST((second.refused == refusal::hold_expired));
  BOOST_TEST(json::parse(second.near).as_array().size() == 3u);
}

BOOST_AUTO_TEST_CASE(what_was_decided_is_not_offered_and_waits_for_the_disk) {
  pass(1s);
  journal.now = mood::holds_back;
  start_asking(hold_at(tuesday_at_ten), phone);
  const auto told = start_offer(
      {.kind = offer_kind::slots, .service = residence, .first = tuesday});
  BOOST_TEST(told->is_blank());
  journal.release();
  system.run();
  const auto said = json::parse(told->answer->text).as_object();
  BOOST_TEST(said.at("slots").as_array().size() == 11u);
}

BOOST_AUTO_TEST_CASE(a_hold_ends_though_nobody_asks_anything) {
  ask(hold_at(tuesday_at_ten), phone);
  pass(15min);
  BOOST_TEST((std::holds_alternative<hold_expired>(facts().back().what)));
}

BOOST_AUTO_TEST_CASE(after_a_restart_the_same_places_are_taken) {
  ask(book_at(tuesday_at_ten), amelie);
  ask(hold_at(tuesday_at_ten + 15), phone);
  const auto before = slots();
  const auto hash_before = hash();
  restart();
  BOOST_TEST(hash() == hash_before);
  BOOST_TEST((slots() == before));
  BOOST_TEST(!ask(confirm(2), phone).refused.has_value());
  BOOST_TEST(
      (ask(hold_at(tuesday_at_ten), phone).refused == refusal::slot_taken));
}

BOOST_AUTO_TEST_CASE(a_link_shows_the_appointment_until_it_is_a_place_in_line) {
  auto wish = book_at(tuesday_at_ten);
  wish.token_hash = "link-ada";
  ask(wish, amelie);
  const auto to_come = view("link-ada");
  BOOST_TEST(to_come.at("phase") == "booked");
  BOOST_TEST(to_come.at("appointment").at("local") == "2026-11-24T10:00+00:00");
  now = minute(tuesday_at_ten - 10);
  ask(office::arrive{visit_no(1), entrance::link}, phone);
  BOOST_TEST(view("link-ada").at("rank") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
