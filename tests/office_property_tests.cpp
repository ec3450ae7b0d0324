// What must hold whatever is asked of an office, in whatever order.

#include "actors/booking/conflicts.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/invariants.hpp"
#include "actors/office/office_json.hpp"
#include "tests/support/hall_with_bookings.hpp"
#include "tests/support/random_office.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <optional>
#include <set>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto commands_asked = 2'500;

// An office that lives through whatever is asked, and keeps its log.
struct living {
  state now;
  std::vector<fact> log;

  void make_true(const events& decided, const request& asked, instant at) {
    for (const auto& event : decided) {
      log.push_back({now.last_fact + 1, std::max(at, now.last_at), "somebody",
                     asked.key, event});
      evolve(now, log.back());
    }
  }
};

state replayed(const std::vector<fact>& log, state from = {}) {
  const auto tail = static_cast<std::ptrdiff_t>(from.last_fact);
  std::for_each(log.begin() + tail, log.end(),
                [&](const fact& each) { evolve(from, each); });
  return from;
}

// -- setups that are hard in different ways -----------------------------------

setup strict() {
  auto setup = town_hall();
  for (auto& queue : setup.queues)
    queue.order.by = ordering::strict_classes;
  return setup;
}

setup choosing_by(choice by) {
  auto setup = town_hall();
  for (auto& counter : setup.counters)
    counter.choose = by;
  return setup;
}

setup with_few_numbers() {
  auto setup = town_hall();
  for (auto& queue : setup.queues)
    queue.last_number = 4;
  setup.queues[0].most_waiting = 3;
  return setup;
}

setup always_open() {
  auto setup = town_hall();
  for (auto& queue : setup.queues)
    queue.continuous = true;
  setup.rules.undo_seconds = 600;
  return setup;
}

// A gauge, sessions with seats to wait for, and one desk.
setup crowded_sessions() {
  auto setup = booked_hall();
  setup.booking.sites[0].gauge = 4;
  auto& sessions = setup.booking.services[1];
  sessions.most_persons = 3;
  sessions.seats = 3;
  sessions.waiting_seats = 4;
  return setup;
}

// Two sites, each with a gauge that is often full; late people are given up.
setup guarded() {
  auto setup = booked_hall(2);
  setup.booking.sites[0].gauge = 20;
  setup.booking.sites.push_back(setup.booking.sites[0]);
  setup.booking.sites[1].id = annexe_site;
  setup.booking.sites[1].gauge = 12;
  setup.counters[2].site = annexe_site;
  setup.booking.services[0].absent_after = 20;
  setup.booking.services[1].code_at_door = true;
  return setup;
}

setup one_counter_less() {
  auto setup = town_hall();
  setup.counters.pop_back();
  setup.services[1].queue = papers;
  return setup;
}

// -- what is promised ---------------------------------------------------------

void same_key_same_answer(const living& office, const request& asked,
                          const moment& later) {
  const auto again = decide(office.now, asked, later);
  const auto* known = std::get_if<answered>(&again);
  BOOST_REQUIRE(known != nullptr);
  BOOST_REQUIRE(known->last == office.now.last_fact);
}

// Open visits stay, and versions only grow, one by each event.
void nobody_is_lost(const state& before, const state& after) {
  for (const auto& [id, was] : before.visits) {
    const auto* found = after.visits.find(id);
    if (is_open(was->now.phase))
      BOOST_REQUIRE(found != nullptr);
    if (found != nullptr)
      BOOST_REQUIRE(found->version >= was->version);
  }
  BOOST_REQUIRE(after.last_visit >= before.last_visit);
}

// By the office's rule nobody overtakes in a line who could have been called,
// and let in.
void nobody_was_passed_over(const state& before, const visit_called& call) {
  if (call.why.by_hand)
    return;
  const auto& chosen = before.visits.at(call.visit).now;
  const auto& counter = *find(before.setup, call.counter);
  for (const auto& at : before.queues.at(chosen.queue).line) {
    const auto& rival_visit = before.visits.at(at.visit);
    const auto& other = rival_visit.now;
    const auto wanted = other.wanted.empty() || other.wanted == call.counter;
    const auto served = std::ranges::count(counter.serves, other.service) > 0;
    const auto rival = counter.choose != choice::preference
                       || other.service == chosen.service;
    if (wanted && served && rival && lets_in(before, rival_visit, call.counter))
      BOOST_REQUIRE(!(at < chosen.at));
  }
}

// Whatever may be undone at once leaves no trace but a version.
void undoing_restores(const living& office, const state& before,
                      const moment& when) {
  const auto& step = office.log.back().what;
  const auto subject = subject_of(step);
  const auto* found = office.now.visits.find(subject);
  if (found == nullptr || !found->last || found->last->step != name_of(step))
    return;
  const auto asked = request{undo{{subject, 0}}, machine, {}};
  const auto decided = decide(office.now, asked, when);
  const auto* events = std::get_if<office::events>(&decided);
  if (events == nullptr || events->size() != 1)
    return;
  auto back = office;
  back.make_true(*events, asked, when.at);
  BOOST_REQUIRE(
      (back.now.visits.at(subject).now == before.visits.at(subject).now));
  // A number once handed out is not handed out again.
  for (auto& [id, queue] : back.now.queues)
    queue.last_value = before.queues.at(id).last_value;
  for (auto& [id, queue] : back.now.queues)
    queue.numbered = before.queues.at(id).numbered;
  BOOST_REQUIRE((back.now.queues == before.queues));
  BOOST_REQUIRE((back.now.counters == before.counters));
  BOOST_REQUIRE(broken_invariants(back.now).empty());
}

// Called off once, and at no time on two lists.
void nobody_is_on_two_lists(const state& now) {
  auto seen = std::set<visit_id>{};
  for (const auto& [id, list] : now.campaigns)
    for (const auto& it : list.people)
      if (it.now == phase::postponed)
        BOOST_REQUIRE(seen.insert(it.visit).second);
}

// What is kept for a list, only those on it are given.
void kept_places_are_kept(const state& before, const event& happened) {
  const auto* it = std::get_if<slot_held>(&happened);
  if (it == nullptr)
    return;
  for (const auto& opening : before.booked.plan().openings)
    if (opening.setup.id == it->claim.opening)
      BOOST_REQUIRE(opening.setup.kept_for.empty());
}

// While the set-up stays, nobody is given what is not there.
void nothing_is_given_twice(const state& before, const state& after) {
  if (before.setup != after.setup)
    return;
  for (const auto& it : booking::conflicts(after.booked.plan(),
                                           after.booked.stock(), after.last_at))
    BOOST_REQUIRE(std::ranges::count(booking::conflicts(before.booked.plan(),
                                                        before.booked.stock(),
                                                        after.last_at),
                                     it)
                  > 0);
}

void live_through_one(living& office, random_office& world) {
  const auto asked = world.ask(office.now);
  const auto when = world.next_moment();
  const auto decided = decide(office.now, asked, when);
  const auto* events = std::get_if<office::events>(&decided);
  if (events == nullptr || events->empty())
    return;
  const auto before = office.now;
  office.make_true(*events, asked, when.at);
  for (const auto& broken : broken_invariants(office.now))
    BOOST_REQUIRE_MESSAGE(false, broken << " after " << name_of(asked.what));
  nobody_is_lost(before, office.now);
  nothing_is_given_twice(before, office.now);
  nobody_is_on_two_lists(office.now);
  kept_places_are_kept(office.now, events->back());
  if (!asked.key.empty())
    same_key_same_answer(office, asked, when);
  if (events->size() > 1)
    return;
  if (const auto* call = std::get_if<visit_called>(&events->front()))
    nobody_was_passed_over(before, *call);
  undoing_restores(office, before, when);
}

void live_through(const std::vector<setup>& setups, std::uint32_t seed,
                  const booking::zones& clocks = {}) {
  auto world = random_office{seed, setups, clocks};
  auto office = living{};
  const auto first = request{configure{setups.front(), clocks}, machine, {}};
  const auto began = decide(office.now, first, {minute(0), monday});
  office.make_true(std::get<events>(began), first, minute(0));
  auto halfway = std::optional<state>{};
  for (auto asked = 0; asked < commands_asked; ++asked) {
    live_through_one(office, world);
    if (asked == commands_asked / 2)
      halfway = office.now;
  }
  BOOST_TEST(office.log.size() > commands_asked / 8);
  BOOST_TEST((replayed(office.log) == office.now));
  const auto snapshot = state_from_json(to_json(*halfway));
  BOOST_TEST((replayed(office.log, snapshot) == office.now));
}

} // namespace

BOOST_AUTO_TEST_SUITE(any_office)

BOOST_AUTO_TEST_CASE(a_town_hall_holds_its_promises) {
  live_through({town_hall(), one_counter_less()}, 1);
  live_through({town_hall(), strict()}, 2);
}

BOOST_AUTO_TEST_CASE(strict_classes_hold_their_promises) {
  live_through({strict()}, 3);
}

BOOST_AUTO_TEST_CASE(every_way_of_choosing_holds_its_promises) {
  live_through({choosing_by(choice::longest_line)}, 4);
  live_through({choosing_by(choice::preference)}, 5);
}

BOOST_AUTO_TEST_CASE(an_office_with_appointments_holds_its_promises) {
  live_through({booked_hall(2), crowded_sessions()}, 8, clocks_known());
  live_through({crowded_sessions()}, 9, clocks_known());
  live_through({booked_hall()}, 10, clocks_known());
}

BOOST_AUTO_TEST_CASE(an_office_that_offers_places_holds_its_promises) {
  live_through({hall_with_kept_places()}, 11, clocks_known());
  live_through({hall_with_kept_places(), crowded_sessions()}, 12,
               clocks_known());
}

BOOST_AUTO_TEST_CASE(an_office_with_gauges_holds_its_promises) {
  live_through({guarded(), booked_hall(2)}, 13, clocks_known());
  live_through({guarded()}, 14, clocks_known());
}

BOOST_AUTO_TEST_CASE(few_numbers_hold_their_promises) {
  live_through({with_few_numbers()}, 6);
}

BOOST_AUTO_TEST_CASE(an_office_that_never_closes_holds_its_promises) {
  live_through({always_open(), town_hall()}, 7);
}

BOOST_AUTO_TEST_SUITE_END()
