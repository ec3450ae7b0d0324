// Where appointments are due: at the counter of who serves them, and once they
// were called, there.

#include "actors/office/setup_rules.hpp"
#include "tests/support/hall_with_agents.hpp"

#include <algorithm>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

// They sit at the counters of the hall, which stand at its only site.
setup with_agents_at_counters() {
  auto setup = with_agents();
  setup.booking.resources[0].counter = one;
  setup.booking.resources[1].counter = two;
  return setup;
}

std::string problems_with(const counter_id& counter,
                          const booking::site_id& site = {}) {
  auto setup = with_agents_at_counters();
  setup.booking.sites.push_back(setup.booking.sites[0]);
  setup.booking.sites[1].id = {"annexe"};
  setup.counters[1].site = site;
  setup.booking.resources[1].counter = counter;
  auto text = std::string{};
  for (const auto& it : problems_in(setup, clocks_known()))
    text += it.where + ' ' + it.what + '\n';
  return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(agenda_of_counters)

BOOST_AUTO_TEST_CASE(what_stands_at_a_counter_stands_at_its_site) {
  BOOST_TEST(problems_with(two) == "");
  BOOST_TEST(problems_with({}) == "");
  BOOST_TEST(problems_with(one) == "", "two may share a counter");
  BOOST_TEST(problems_with(two, {"mairie"}) == "");
  BOOST_TEST(problems_with(two, {"annexe"})
             == "booking.resources.haddad.counter is_malformed\n");
  BOOST_TEST(problems_with({"nowhere"})
             == "booking.resources.haddad.counter is_unknown\n");
}

BOOST_AUTO_TEST_CASE(an_appointment_is_due_where_its_agent_sits) {
  auto story = given_bookings(with_agents_at_counters())
                   .after(0, book_at(60), amelie)
                   .after(0, book_at(90), amelie);
  for (auto visit = 1u; visit <= 2; ++visit) {
    const auto at = who_has(story, visit) == roux ? one : two;
    BOOST_TEST((counters_of(story.now().setup, story.visit_now(visit))
                == std::vector{at}));
    auto asked = monday_only();
    asked.counter = at;
    const auto seen = shown(story, asked);
    BOOST_TEST((std::ranges::find(seen, visit) != seen.end()));
  }
  auto elsewhere = monday_only();
  elsewhere.counter = three;
  BOOST_TEST(shown(story, elsewhere).empty());
}

BOOST_AUTO_TEST_CASE(once_called_it_is_due_where_it_was_called_to) {
  auto story = given_bookings(with_agents_at_counters())
                   .after(0, book_at(60), amelie)
                   .after(50, arrive{visit_no(1)}, amelie)
                   .after(51, sign_in{three, {"amelie"}}, amelie);
  const auto planned = counters_of(story.now().setup, story.visit_now(1));
  BOOST_TEST((planned != std::vector{three}));
  story.after(52, call_next{three}, amelie);
  BOOST_TEST((counters_of(story.now().setup, story.visit_now(1))
              == std::vector{three}));
  auto asked = monday_only();
  asked.counter = planned.at(0);
  BOOST_TEST(shown(story, asked, 53).empty());
}

BOOST_AUTO_TEST_CASE(a_counter_has_a_calendar_of_its_own) {
  auto story = given_bookings(with_agents_at_counters())
                   .after(0, book_at(60), amelie)
                   .after(0, book_at(60), amelie)
                   .after(1, open_feed{{}, true, "hash", one}, chief);
  auto asked = agenda_question{.kind = agenda_kind::feed};
  asked.token_hash = "hash";
  const auto told = agenda_of(story.now(), asked, minute(2));
  BOOST_TEST((told.counter == one));
  BOOST_TEST(told.names);
  BOOST_TEST_REQUIRE(told.entries.size() == 1u);
  BOOST_TEST((who_has(story, told.entries[0].visit->id.number) == roux));
  BOOST_TEST((state_from_json(to_json(story.now())) == story.now()));
  story.after(3, close_feed{{}, one}, chief);
  BOOST_TEST((agenda_of(story.now(), asked, minute(4)).refused.has_value()));
  story.when(5, close_feed{{}, one}, chief).then_nothing();
}

BOOST_AUTO_TEST_CASE(a_calendar_is_of_one_counter_that_there_is) {
  auto story = given_bookings(with_agents_at_counters());
  story.when(0, open_feed{{}, false, "t", counter_id{"nowhere"}}, chief)
      .then(refusal::no_such_counter);
  story.when(0, open_feed{roux, false, "t", one}, chief)
      .then(refusal::value_out_of_range);
}

BOOST_AUTO_TEST_SUITE_END()
