// Predicted waits: unknown is never shown as short, and nobody further back is
// promised less.

#include "actors/queue/pace.hpp"
#include "tests/support/town_hall.hpp"

#include <boost/test/unit_test.hpp>

using namespace suivant;
using namespace suivant::queue;
using namespace suivant::tests;

namespace {

office::state staffed(int counters) {
  auto it = office::state{};
  it.setup = town_hall();
  const auto all = {one, two, three};
  for (const auto& counter : all)
    it.counters[counter].agent
        = counters-- > 0 ? agent_id{"agent-" + counter.text} : agent_id{};
  return it;
}

pace pace_in(const pace_book& book, const queue_id& queue,
             const office::state& office) {
  return book.of(queue, office.setup, office.counters);
}

} // namespace

BOOST_AUTO_TEST_SUITE(waits)

BOOST_AUTO_TEST_CASE(nobody_knows_while_no_counter_serves) {
  BOOST_TEST(!predict({10, 0, 0}, 0).has_value());
}

BOOST_AUTO_TEST_CASE(a_free_counter_means_now) {
  BOOST_TEST((predict({10, 2, 1}, 0) == wait_range{0, 1}));
  BOOST_TEST((predict({10, 2, 1}, 1) != wait_range{0, 1}));
}

BOOST_AUTO_TEST_CASE(the_middle_of_a_range_is_the_mean) {
  const auto it = predict({10, 2, 0}, 39).value();
  BOOST_TEST(std::abs((it.low + it.high) / 2 - 200) <= 1);
  BOOST_TEST(it.low < 200);
  BOOST_TEST(it.high > 200);
}

BOOST_AUTO_TEST_CASE(who_stands_further_back_is_never_promised_less) {
  for (const auto& pace : {pace{1, 1, 0}, pace{7.5, 3, 2}, pace{30, 12, 0}}) {
    auto before = wait_range{};
    for (auto rank = std::size_t{0}; rank < 400; ++rank) {
      const auto now = predict(pace, rank).value();
      BOOST_TEST_REQUIRE(now.low >= before.low);
      BOOST_TEST_REQUIRE(now.high >= before.high);
      BOOST_TEST_REQUIRE(now.low <= now.high);
      before = now;
    }
  }
}

BOOST_AUTO_TEST_CASE(more_counters_never_make_it_longer) {
  for (auto rank = std::size_t{0}; rank < 50; ++rank)
    for (auto counters = 1; counters < 20; ++counters)
      BOOST_TEST_REQUIRE(predict({8, counters + 1, 0}, rank)->high
                         <= predict({8, counters, 0}, rank)->high);
}

BOOST_AUTO_TEST_CASE(only_counters_that_could_call_now_are_counted) {
  auto office = staffed(3);
  const auto book = pace_book{};
  BOOST_TEST(pace_in(book, hall, office).counters == 3);
  BOOST_TEST(pace_in(book, papers, office).counters == 2);
  office.counters[one].on_break = true;
  BOOST_TEST(pace_in(book, hall, office).counters == 2);
  office.counters[three].visit = {7};
  BOOST_TEST(pace_in(book, hall, office).idle == 1);
  BOOST_TEST(pace_in(book, hall, staffed(0)).counters == 0);
}

BOOST_AUTO_TEST_CASE(expectations_yield_to_experience_slowly) {
  auto book = pace_book{};
  const auto office = staffed(1);
  const auto expected = pace_in(book, papers, office).service_minutes;
  BOOST_TEST(expected == 10.0);
  for (auto i = 0; i < 10; ++i) {
    book.learn(passports, 20min);
    book.learn(weddings, 20min);
  }
  BOOST_TEST(pace_in(book, papers, office).service_minutes == 15.0);
  for (auto i = 0; i < 1000; ++i) {
    book.learn(passports, 20min);
    book.learn(weddings, 20min);
  }
  BOOST_TEST(pace_in(book, papers, office).service_minutes > 19.8);
}

BOOST_AUTO_TEST_SUITE_END()
