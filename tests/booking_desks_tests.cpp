// How many desks some appointments need, held against every way of giving them
// out; and how many there are at each instant, held against counting.

#include "actors/booking/desks.hpp"
#include "actors/booking/level_line.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

using namespace suivant;
using namespace suivant::booking;

namespace {

using std::chrono::minutes;

instant minute(int it) {
  return instant{minutes{it}};
}

busy appointment(int from, int to, int before, int after) {
  return {.time = {minute(from), minute(to)},
          .before = minutes{before},
          .after = minutes{after}};
}

class random_day {
public:
  explicit random_day(std::uint32_t seed) : dice_{seed} {}

  int roll(int least, int most) {
    return least
           + static_cast<int>(dice_()
                              % static_cast<unsigned>(most - least + 1));
  }

  std::vector<busy> appointments(int most) {
    auto out = std::vector<busy>{};
    for (auto left = roll(1, most); left > 0; --left) {
      const auto from = roll(0, 30);
      out.push_back(
          appointment(from, from + roll(1, 12), roll(0, 8), roll(0, 8)));
    }
    return out;
  }

private:
  std::mt19937 dice_;
};

// The gap by its definition.
bool fit_one_desk(gap rule, const busy& one, const busy& other) {
  const auto& [earlier, later]
      = std::minmax(one, other, [](const auto& a, const auto& b) {
          return a.time.from < b.time.from;
        });
  const auto apart = rule == gap::max ? std::max(earlier.after, later.before)
                                      : earlier.after + later.before;
  return earlier.time.to + apart <= later.time.from;
}

// Tries every way.
bool fit_desks(gap rule, const std::vector<busy>& all, std::size_t next,
               std::vector<std::vector<busy>>& desks, std::size_t most) {
  if (next == all.size())
    return true;
  for (auto i = std::size_t{0}; i < most; ++i) {
    const auto is_free = std::ranges::all_of(desks[i], [&](const auto& it) {
      return fit_one_desk(rule, it, all[next]);
    });
    if (is_free) {
      desks[i].push_back(all[next]);
      if (fit_desks(rule, all, next + 1, desks, most))
        return true;
      desks[i].pop_back();
    }
    if (desks[i].empty())
      break; // Empty desks are alike.
  }
  return false;
}

int desks_by_trying(gap rule, const std::vector<busy>& all) {
  auto most = std::size_t{0};
  for (auto fits = false; !fits;) {
    auto desks = std::vector<std::vector<busy>>(++most);
    fits = fit_desks(rule, all, 0, desks, most);
  }
  return static_cast<int>(most);
}

} // namespace

BOOST_AUTO_TEST_SUITE(desks)

BOOST_AUTO_TEST_CASE(are_never_more_than_the_best_way_of_giving_them_out) {
  auto world = random_day{11};
  for (auto i = 0; i < 4'000; ++i)
    for (const auto rule : {gap::max, gap::sum}) {
      const auto all = world.appointments(8);
      const auto counted = agenda_of(rule, [&] {
        auto sorted = all;
        std::ranges::sort(sorted, {},
                          [](const auto& it) { return it.time.from; });
        return sorted;
      }());
      BOOST_TEST_REQUIRE(desks_for(counted.all) == desks_by_trying(rule, all));
    }
}

// Who is not in the way of one more does not count: so looking at the nearest
// is enough.
BOOST_AUTO_TEST_CASE(for_one_more_are_known_from_what_is_in_its_way) {
  auto world = random_day{12};
  for (auto i = 0; i < 4'000; ++i)
    for (const auto rule : {gap::max, gap::sum}) {
      auto all = world.appointments(8);
      const auto one = world.appointments(1).front();
      std::ranges::sort(all, {}, [](const auto& it) { return it.time.from; });
      const auto before = desks_by_trying(rule, all);
      const auto others
          = in_the_way(agenda_of(rule, all), counted_by(rule, one));
      const auto near = desks_for(others) + 1;
      all.push_back(one);
      BOOST_TEST_REQUIRE(desks_by_trying(rule, all) == std::max(before, near));
    }
}

BOOST_AUTO_TEST_CASE(keep_the_longer_time_between_two_not_both) {
  const auto first = appointment(0, 10, 0, 5);
  const auto second = appointment(15, 25, 5, 0);
  BOOST_TEST(may_follow(first, second));
  BOOST_TEST(desks_for(std::vector{first, second}) == 1);
  BOOST_TEST(
      collide(counted_by(gap::sum, first), counted_by(gap::sum, second)));
  BOOST_TEST(collide(first, appointment(14, 20, 0, 0)));
  BOOST_TEST(collide(first, first));
  BOOST_TEST(desks_for(std::vector<busy>{}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(a_line_of_levels)

BOOST_AUTO_TEST_CASE(tells_what_counting_tells) {
  auto world = random_day{13};
  auto line = level_line{};
  auto other = level_line{};
  auto counted = std::vector<int>(60);
  for (auto i = 0; i < 3'000; ++i) {
    const auto from = world.roll(0, 58);
    const auto to = world.roll(from + 1, 59);
    const auto change = world.roll(-3, 3);
    (world.roll(0, 1) == 0 ? line : other)
        .add({minute(from), minute(to)}, change);
    for (auto at = from; at < to; ++at)
      counted[static_cast<std::size_t>(at)] += change;
    const auto begin = world.roll(0, 40);
    const auto within = interval{minute(world.roll(begin, 45)), minute(50)};
    const auto levels = sum_of(line.during({minute(begin), minute(55)}),
                               other.during({minute(begin), minute(55)}));
    const auto first
        = counted.begin() + within.from.time_since_epoch() / minutes{1};
    BOOST_TEST_REQUIRE(highest(levels, within)
                       == *std::max_element(first, counted.begin() + 50));
  }
}

BOOST_AUTO_TEST_CASE(is_as_it_was_once_all_is_taken_back) {
  auto line = level_line{};
  line.add({minute(0), minute(10)}, 2);
  line.add({minute(5), minute(15)}, 1);
  line.add({minute(5), minute(15)}, -1);
  line.add({minute(0), minute(10)}, -2);
  const auto part = interval{minute(-5), minute(20)};
  BOOST_TEST((line.during(part) == std::vector<level>{{minute(-5), 0}}));
}

BOOST_AUTO_TEST_SUITE_END()
