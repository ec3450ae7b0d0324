// Whatever is asked of any office with appointments, in whatever order: nothing
// is ever taken twice, what is offered can be had, and nothing else.

#include "actors/booking/conflicts.hpp"
#include "tests/support/random_wishes.hpp"
#include "tests/support/recount.hpp"

#include <cstdlib>

using namespace suivant;
using namespace suivant::booking;
using namespace suivant::tests;

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr auto towns = 250;
constexpr auto operations_a_town = 4'000;
constexpr auto operations_a_recount = 250;

// SUIVANT_SEED repeats a run that failed.
std::uint32_t first_seed() {
  const auto* given = std::getenv("SUIVANT_SEED");
  return given == nullptr ? 1 : static_cast<std::uint32_t>(std::atoi(given));
}

struct counts {
  int operations = 0;
  int granted = 0;
  int seated = 0;
};

// An office that lives for five days.
class life {
public:
  life(std::uint32_t seed, counts& done)
      : town_{town_maker{seed}.make()}, wishes_{town_, seed}, done_{done} {
    for (const auto& it : problems_in(town_.setup, all_zones()))
      BOOST_ERROR(it.where << ' ' << it.what);
    plan_ = plan_of(town_.setup, all_zones());
    now_ = instant{town_.first} - std::chrono::hours{18};
  }

  void live() {
    for (auto i = 1; i <= operations_a_town; ++i) {
      now_ += std::chrono::seconds{wishes_.roll(0, 180)};
      act();
      ++done_.operations;
      if (i % operations_a_recount == 0)
        check();
    }
  }

private:
  // -- what happens -----------------------------------------------------------

  void act() {
    switch (wishes_.roll(1, 10)) {
    case 1:
    case 2:
      return cancel();
    case 3:
      return move();
    case 4:
      return end_holds();
    default:
      return book(wishes_.one_in(4));
    }
  }

  // At times what is offered, for a packed grid is seldom guessed.
  wanted some_wish(visit_id instead_of = {}) {
    auto out = wishes_.some_wish(now_, instead_of);
    if (wishes_.one_in(8))
      if (const auto all = offered(out.what, wishes_.some_day(now_));
          !all.empty())
        out.start = all[static_cast<std::size_t>(
                            wishes_.roll(0, static_cast<int>(all.size()) - 1))]
                        .start;
    return out;
  }

  void take(visit_id visit, const wanted& asked, bool hold) {
    const auto found = place(plan_, stock_, asked);
    const auto* granted = std::get_if<claim>(&found);
    if (granted == nullptr)
      return;
    ++done_.granted;
    done_.seated += granted->seats > 0 ? 1 : 0;
    if (wishes_.one_in(16))
      was_offered(asked, *granted);
    const auto until = now_ + minutes{15};
    stock_.take(visit, *granted, hold ? std::optional{until} : std::nullopt);
  }

  void book(bool hold) {
    take({++last_.number}, some_wish(), hold);
  }

  visit_id somebody() {
    const auto any = visit_id{static_cast<std::uint64_t>(
        wishes_.roll(0, static_cast<int>(last_.number)))};
    const auto it = stock_.all().lower_bound(any);
    return it == stock_.all().end() ? visit_id{} : it->first;
  }

  void move() {
    if (const auto visit = somebody(); !visit.empty())
      take(visit, some_wish(visit), false);
  }

  void cancel() {
    const auto visit = somebody();
    const auto* its = stock_.find(visit);
    if (its == nullptr)
      return;
    const auto key = session_of(its->claim);
    stock_.release(visit);
    while (const auto next = next_to_be_seated(plan_, stock_, key, now_))
      stock_.take(next->visit, next->claim);
  }

  void end_holds() {
    for (const auto visit : stock_.ended_holds(now_))
      stock_.release(visit);
    BOOST_REQUIRE(stock_.ended_holds(now_).empty());
  }

  // -- what is promised -------------------------------------------------------

  starts offered(const question& asked, calendar_day day) const {
    const auto found = offer(plan_, stock_, asked, day);
    const auto* all = std::get_if<starts>(&found);
    return all == nullptr ? starts{} : *all;
  }

  calendar_day day_of(instant start) const {
    return wall_time_of(zone_in(town_.zone), start).day;
  }

  void was_offered(const wanted& asked, const claim& granted) {
    if (granted.overbooked || granted.above_gauge)
      return;
    const auto all = offered(asked.what, day_of(asked.start));
    const auto it = std::ranges::find(all, asked.start, &start_left::start);
    BOOST_REQUIRE(it != all.end());
    BOOST_REQUIRE(
        (granted.waiting ? it->waiting >= granted.persons : it->left > 0));
  }

  // As many as are said to be left, one after the other; then none.
  void can_be_had(const question& asked, const start_left& it) {
    auto after = stock_;
    auto wish = wanted{.what = asked, .start = it.start};
    for (auto i = 0; i < it.left; ++i) {
      const auto found = place(plan_, after, wish);
      BOOST_REQUIRE(std::holds_alternative<claim>(found));
      BOOST_REQUIRE(!std::get<claim>(found).waiting);
      after.take({last_.number + 1 + static_cast<std::uint64_t>(i)},
                 std::get<claim>(found));
    }
    const auto is_of_one_length = find(plan_, asked.service)->steps == 0;
    if (is_of_one_length)
      BOOST_REQUIRE(std::holds_alternative<refusal>(place(plan_, after, wish)));
    wish.may_wait = true;
    if (it.waiting >= asked.persons)
      BOOST_REQUIRE(std::holds_alternative<claim>(place(plan_, after, wish)));
  }

  // Every five minutes of a day are offered or refused.
  void nothing_else_can_be_had(const question& asked, calendar_day day,
                               const starts& all) {
    const auto begin = instant_of(zone_in(town_.zone), {day, 0});
    for (auto start = begin; start < begin + days{1}; start += minutes{5}) {
      if (day_of(start) != day)
        continue;
      const auto it = std::ranges::find(all, start, &start_left::start);
      const auto is_offered = it != all.end() && it->left > 0;
      const auto found = place(plan_, stock_, {.what = asked, .start = start});
      BOOST_REQUIRE(std::holds_alternative<claim>(found) == is_offered);
    }
  }

  // A month is the same as its days.
  void days_are_as_offered(const question& asked) {
    const auto found = days_left(plan_, stock_, asked, town_.first,
                                 town_.first + days{town_days - 1});
    if (const auto* all = std::get_if<std::vector<day_left>>(&found))
      for (const auto& it : *all)
        BOOST_REQUIRE(it.starts
                      == std::ranges::count_if(
                          offered(asked, it.day),
                          [](const auto& start) { return start.left > 0; }));
  }

  // The same claims in another order make the same offers.
  void is_made_again(const question& asked, calendar_day day) {
    auto again = booking::stock{};
    for (auto it = stock_.all().rbegin(); it != stock_.all().rend(); ++it)
      again.take(it->first, it->second.claim, it->second.held_until);
    const auto found = offer(plan_, again, asked, day);
    BOOST_REQUIRE((found == offer(plan_, stock_, asked, day)));
  }

  void check() {
    const auto found = recount{town_.setup, stock_, wishes_.others()}.wrong();
    for (const auto& it : found)
      BOOST_ERROR(it);
    BOOST_REQUIRE(found.empty());
    BOOST_REQUIRE(conflicts(plan_, stock_, instant::min()).empty()
                  || has_flags());
    const auto asked = wishes_.something(now_);
    const auto day = wishes_.some_day(now_);
    const auto all = offered(asked, day);
    for (const auto& it : all)
      can_be_had(asked, it);
    nothing_else_can_be_had(asked, day, all);
    days_are_as_offered(asked);
    is_made_again(asked, day);
  }

  // Those that staff overbooked may be in the way of earlier ones.
  bool has_flags() const {
    return std::ranges::any_of(stock_.all(), [](const auto& each) {
      return each.second.claim.overbooked || each.second.claim.above_gauge;
    });
  }

  random_town town_;
  random_wishes wishes_;
  counts& done_;
  booking::plan plan_;
  booking::stock stock_;
  instant now_;
  visit_id last_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(any_office_with_appointments)

BOOST_AUTO_TEST_CASE(never_takes_a_place_twice_and_offers_what_can_be_had) {
  auto done = counts{};
  for (auto seed = first_seed(); seed < first_seed() + towns; ++seed) {
    BOOST_TEST_CONTEXT("SUIVANT_SEED=" << seed) {
      life{seed, done}.live();
    }
  }
  BOOST_TEST_MESSAGE("seeds from " << first_seed() << ": " << done.operations
                                   << " operations, " << done.granted
                                   << " granted, " << done.seated
                                   << " of them in sessions");
  BOOST_TEST(done.operations >= 1'000'000);
  BOOST_TEST(done.granted > 100'000);
  BOOST_TEST(done.seated > 10'000);
}

BOOST_AUTO_TEST_SUITE_END()
