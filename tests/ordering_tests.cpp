// Where people stand in a line, above all when many came at one instant.

#include "actors/office/office_json.hpp"
#include "actors/office/ordering.hpp"
#include "tests/support/given.hpp"

#include <algorithm>
#include <random>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

using places = std::vector<place>;
using visits = std::vector<std::uint64_t>;

visits visits_in(const places& line) {
  auto all = visits{};
  for (const auto& it : line)
    all.push_back(it.visit.number);
  return all;
}

/// Lines in which most people share their instant with others.
class random_line {
public:
  explicit random_line(std::uint32_t seed) : dice_(seed) {}

  std::size_t roll(std::size_t sides) {
    return dice_() % sides;
  }

  places make() {
    auto line = places{};
    const auto people = 2 + roll(20);
    const auto instants = 1 + roll(3);
    for (auto visit = std::uint64_t{1}; visit <= people; ++visit)
      line.push_back({static_cast<int>(roll(2)),
                      minute(0) + milliseconds{roll(instants)},
                      {visit}});
    std::ranges::shuffle(line, dice_);
    std::ranges::sort(line);
    return line;
  }

private:
  std::mt19937 dice_;
};

/// What letting `wanted` others pass should come to, worked out by hand.
visits expected_after(const places& line, std::size_t who, std::size_t wanted) {
  auto all = visits_in(line);
  auto last = who;
  while (last + 1 < line.size() && line[last + 1].lane == line[who].lane
         && last - who < wanted)
    ++last;
  const auto own = all.begin() + static_cast<std::ptrdiff_t>(who);
  std::rotate(own, own + 1,
              all.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  return all;
}

void let_others_pass_again_and_again(std::uint32_t seed) {
  auto dice = random_line{seed};
  for (auto lines = 0; lines < 200; ++lines) {
    auto line = dice.make();
    for (auto times = 0; times < 40; ++times) {
      const auto who = dice.roll(line.size());
      const auto wanted = 1 + dice.roll(5);
      const auto expected = expected_after(line, who, wanted);
      const auto own = line[who];
      const auto [at, passed]
          = after_passing(line, own, static_cast<int>(wanted));
      line[who] = at;
      std::ranges::sort(line);
      const auto now = std::ranges::find(line, own.visit, &place::visit);
      BOOST_REQUIRE(visits_in(line) == expected);
      BOOST_REQUIRE_EQUAL(now - line.begin(),
                          static_cast<std::ptrdiff_t>(who) + passed);
      BOOST_REQUIRE(std::ranges::adjacent_find(line) == line.end());
    }
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(ordering_rules)

BOOST_AUTO_TEST_CASE(exactly_as_many_pass_as_were_let_pass) {
  for (const auto seed : {1u, 2u, 3u})
    BOOST_TEST_CONTEXT("seed " << seed)
  let_others_pass_again_and_again(seed);
}

BOOST_AUTO_TEST_CASE(who_missed_the_turn_stands_exactly_so_far_behind) {
  auto dice = random_line{4};
  BOOST_TEST_CONTEXT("seed 4")
  for (auto times = 0; times < 5'000; ++times) {
    auto line = dice.make();
    const auto who = dice.roll(line.size());
    const auto own = line[who];
    line.erase(line.begin() + static_cast<std::ptrdiff_t>(who));
    const auto wanted = dice.roll(6);
    const auto lane = std::ranges::count(line, own.lane, &place::lane);
    const auto stood = std::ranges::count_if(
        line, [&](const place& it) { return it.lane == own.lane && it < own; });
    const auto at = after_missing(line, own, static_cast<int>(wanted));
    const auto stands = std::ranges::count_if(
        line, [&](const place& it) { return it.lane == own.lane && it < at; });
    const auto asked = static_cast<std::ptrdiff_t>(wanted);
    BOOST_REQUIRE_EQUAL(stands, std::max(stood, std::min(lane, asked)));
  }
}

// They stand before a third who came at the same instant as well.
BOOST_AUTO_TEST_CASE(
    two_of_one_instant_may_change_places_fifty_thousand_times) {
  auto line = places{{0, minute(0), {1}},
                     {0, minute(0), {2}},
                     {0, minute(0), {3}},
                     {0, minute(0), {4}}};
  for (auto times = 0; times < 50'000; ++times) {
    const auto [at, passed] = after_passing(line, line[1], 1);
    BOOST_REQUIRE_EQUAL(passed, 1);
    line[1] = at;
    std::ranges::sort(line);
  }
  BOOST_TEST(visits_in(line) == (visits{1, 2, 3, 4}),
             boost::test_tools::per_element());
}

// Where there is no room at all it is one person more, and said so.
BOOST_AUTO_TEST_CASE(without_room_between_two_one_more_passes_and_is_counted) {
  const auto line = places{{0, minute(0), {1}},
                           {0, minute(0), {2}, 1'000'000'000'000},
                           {0, minute(0), {3}, 1'000'000'000'001},
                           {0, minute(0), {4}, 2'000'000'000'000}};
  const auto [at, passed] = after_passing(line, line[0], 1);
  BOOST_TEST(passed == 2);
  BOOST_TEST((line[2] < at && at < line[3]));
}

BOOST_AUTO_TEST_CASE(a_place_among_others_of_its_instant_is_kept_by_its_class) {
  auto hall = town_hall().queues[0];
  auto it = visit{.id = {7}, .now = {.at = {0, minute(0), {7}, 12345}}};
  const auto raised = with_priority(hall, it, priority::priority);
  BOOST_TEST((raised.due == minute(-30) && raised.tie == 12345));
  it.priority = priority::priority;
  it.now.at = raised;
  BOOST_TEST((with_priority(hall, it, priority::standard)
              == place{0, minute(0), {7}, 12345}));
}

BOOST_AUTO_TEST_CASE(only_a_place_between_two_is_written_with_its_tie) {
  const auto written = [](const place& at) {
    return office::to_json(fact{.what = visit_requeued{{2}, at}});
  };
  const auto plain = written({0, minute(0), {2}});
  BOOST_TEST(plain.find("tie") == std::string::npos);
  const auto between = written({0, minute(0), {2}, 4'294'967'297});
  BOOST_TEST(between.find("\"tie\":4294967297") != std::string::npos);
  const auto read = std::get<visit_requeued>(fact_reader{}.read(between).what);
  BOOST_TEST((read.at == place{0, minute(0), {2}, 4'294'967'297}));
}

BOOST_AUTO_TEST_SUITE_END()
