// Phones that only hear which ranks left and came know their true place.

#include "actors/queue/line.hpp"
#include "tests/support/town_hall.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <random>

using namespace suivant;
using namespace suivant::queue;
using namespace suivant::tests;
using office::place;

namespace {

step at(std::uint64_t visit, int due) {
  return {{visit}, place{0, minute(due), {visit}}};
}

step gone(std::uint64_t visit) {
  return {{visit}, std::nullopt};
}

// People at random who join, leave, and move about in the line.
class random_line {
public:
  explicit random_line(std::uint32_t seed) : dice_{seed} {}

  void move(line& it) {
    for (auto steps = 1 + dice_() % 6; steps > 0; --steps) {
      const auto visit = 1 + dice_() % 40;
      it.apply(dice_() % 3 == 0 ? gone(visit)
                                : at(visit, static_cast<int>(dice_() % 50)));
    }
  }

private:
  std::mt19937 dice_;
};

void phones_follow(std::uint32_t seed) {
  auto people = random_line{seed};
  auto known = line{};
  auto phones = std::map<std::uint64_t, rank>{};
  for (auto frames = 0; frames < 300; ++frames) {
    people.move(known);
    const auto happened = known.publish();
    auto after = std::map<std::uint64_t, rank>{};
    for (const auto& [visit, mine] : phones)
      if (const auto now = follow(mine, happened))
        after[visit] = *now;
    for (auto visit = std::uint64_t{1}; visit <= 40; ++visit) {
      const auto truth = known.published_rank({visit});
      const auto followed = after.find(visit);
      // Who was moved waits for a personal word; all others know.
      if (followed != after.end())
        BOOST_REQUIRE(truth.has_value() && *truth == followed->second);
      if (truth)
        after[visit] = *truth;
    }
    phones = std::move(after);
    BOOST_REQUIRE(phones.size() == known.size());
  }
}

} // namespace

BOOST_AUTO_TEST_SUITE(a_line_by_ranks)

BOOST_AUTO_TEST_CASE(a_newcomer_at_the_end_moves_nobody) {
  auto it = line{{place{0, minute(0), {1}}}};
  it.apply(at(2, 1));
  BOOST_TEST((it.publish() == change{{}, {1}}));
  BOOST_TEST(follow(0, {{}, {1}}).value() == 0u);
}

BOOST_AUTO_TEST_CASE(who_is_put_in_front_moves_all_behind) {
  BOOST_TEST(follow(0, {{}, {0}}).value() == 1u);
  BOOST_TEST(follow(5, {{}, {0, 1}}).value() == 7u);
}

BOOST_AUTO_TEST_CASE(a_call_brings_all_behind_forward) {
  BOOST_TEST(follow(3, {{0}, {}}).value() == 2u);
}

BOOST_AUTO_TEST_CASE(who_left_is_told_in_person) {
  BOOST_TEST(!follow(3, {{0, 3}, {}}).has_value());
}

BOOST_AUTO_TEST_CASE(who_comes_and_goes_between_frames_leaves_no_trace) {
  auto it = line{{place{0, minute(0), {1}}}};
  it.apply(at(2, 1));
  it.apply(gone(2));
  BOOST_TEST((it.publish() == change{}));
}

BOOST_AUTO_TEST_CASE(a_place_is_counted_in_the_line_last_published) {
  auto it = line{{place{0, minute(0), {1}}, place{0, minute(1), {2}}}};
  it.apply(gone(1));
  BOOST_TEST(it.published_rank({2}).value() == 1u);
  BOOST_TEST(it.has_unpublished());
  it.publish();
  BOOST_TEST(it.published_rank({2}).value() == 0u);
  BOOST_TEST(!it.published_rank({1}).has_value());
  BOOST_TEST(!it.has_unpublished());
}

BOOST_AUTO_TEST_CASE(lanes_come_before_times) {
  auto it = line{{place{1, minute(0), {1}}}};
  it.apply({{2}, place{0, minute(9), {2}}});
  it.publish();
  BOOST_TEST(it.published_rank({2}).value() == 0u);
}

BOOST_AUTO_TEST_CASE(every_phone_knows_its_true_place_whatever_happens) {
  for (auto seed = 1u; seed <= 25; ++seed)
    phones_follow(seed);
}

BOOST_AUTO_TEST_SUITE_END()
