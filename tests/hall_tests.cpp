// What pages show of an office: boards name no person, calls come newest
// first, and a patch makes the old picture the new one.

#include "actors/hall/hall_json.hpp"
#include "tests/support/given.hpp"
#include "tests/support/merged.hpp"
#include "tests/support/random_office.hpp"

#include <random>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

suivant::hall::hall hall_of(const given& it) {
  return suivant::hall::from({"mairie"}, it.now(), {});
}

suivant::hall::board board_of(const given& it) {
  return suivant::hall::board_of(hall_of(it));
}

given busy() {
  auto story = given{};
  story.after(0, sign_in{one, {"amelie"}}).after(0, sign_in{three, {"bruno"}});
  for (auto i = 0; i < 12; ++i)
    story.after(i, ticket_for(i % 3 == 0 ? passports : residence));
  return story;
}

// What the office says has changed between two of its states.
suivant::hall::change between(const state& was, const state& is) {
  auto change = suivant::hall::change{};
  if (was.setup != is.setup)
    change.setup = is.setup;
  change.day = is.day;
  for (const auto& [id, visit] : was.visits)
    if (!is.visits.contains(id))
      change.visits[id] = nullptr;
  for (const auto& [id, visit] : is.visits)
    if (was.visits.share(id) != visit)
      change.visits[id] = visit;
  change.counters = is.counters;
  for (const auto& [id, queue] : is.queues)
    change.open[id] = queue.open;
  return change;
}

std::vector<setup> some_and_strict_classes() {
  auto strict = town_hall();
  for (auto& queue : strict.queues)
    queue.order.by = ordering::strict_classes;
  return {town_hall(), strict};
}

// -- pictures at random -------------------------------------------------------

class random_json {
public:
  explicit random_json(std::uint32_t seed) : dice_{seed} {}

  json::object object(int depth) {
    auto out = json::object{};
    for (auto members = dice_() % 5; members > 0; --members)
      out[std::string(1, static_cast<char>('a' + dice_() % 6))] = value(depth);
    return out;
  }

private:
  // Without null, which a merge patch cannot tell from nothing.
  json::value value(int depth) {
    switch (dice_() % (depth > 0 ? 5 : 3)) {
    case 0:
      return dice_() % 4;
    case 1:
      return dice_() % 2 == 0;
    case 2:
      return "text";
    case 3:
      return boost::json::array{value(0), value(0)};
    default:
      return object(depth - 1);
    }
  }

  std::mt19937 dice_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(a_hall)

BOOST_AUTO_TEST_CASE(is_kept_by_changes_as_it_would_be_made_anew) {
  auto world = random_office{7, some_and_strict_classes()};
  auto now = given{}.now();
  auto kept = suivant::hall::from({"mairie"}, now, {});
  for (auto i = 0; i < 2'000; ++i) {
    const auto asked = world.ask(now);
    const auto when = world.next_moment();
    const auto decided = decide(now, asked, when);
    const auto before = now;
    if (const auto* happened = std::get_if<events>(&decided))
      for (const auto& event : *happened)
        evolve(now, {now.last_fact + 1,
                     std::max(when.at, now.last_at),
                     {},
                     asked.key,
                     event});
    suivant::hall::apply(kept, between(before, now));
    for (const auto& [queue, state] : now.queues)
      BOOST_TEST_REQUIRE(std::ranges::equal(line_of(kept, queue), state.line));
    const auto anew = suivant::hall::from({"mairie"}, now, {});
    BOOST_TEST_REQUIRE((kept.calls == anew.calls));
    BOOST_TEST_REQUIRE(suivant::hall::board_json(kept)
                       == suivant::hall::board_json(anew));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(a_board)

BOOST_AUTO_TEST_CASE(calls_come_newest_first_and_at_most_eight) {
  auto story = busy();
  for (auto i = 0; i < 10; ++i) {
    story.after(20 + i, call_next{one});
    const auto called = story.called();
    story.after(20 + i, start{visit_no(called)});
    story.after(20 + i, finish{visit_no(called)});
  }
  const auto calls = board_of(story).calls;
  BOOST_TEST_REQUIRE(calls.size() == 8u);
  for (auto i = std::size_t{1}; i < calls.size(); ++i)
    BOOST_TEST((calls[i - 1].at >= calls[i].at));
  BOOST_TEST((calls.front().at == minute(29)));
}

BOOST_AUTO_TEST_CASE(a_recall_is_shown_on_top_again) {
  auto story = busy();
  story.after(20, call_next{one});
  const auto first = story.called();
  story.after(21, call_next{three}).after(23, recall{visit_no(first)});
  const auto calls = board_of(story).calls;
  BOOST_TEST(calls.front().number == story.visit_now(first).number);
  BOOST_TEST(calls.front().times == 2);
}

BOOST_AUTO_TEST_CASE(an_undone_call_is_gone) {
  auto story = busy();
  story.after(20, call_next{one});
  story.after(20, undo{visit_no(story.called())});
  BOOST_TEST(board_of(story).calls.empty());
}

BOOST_AUTO_TEST_CASE(next_are_the_heads_of_the_lines) {
  const auto board = board_of(busy());
  BOOST_TEST(board.next.at(tests::hall).size() == 6u);
  BOOST_TEST(board.next.at(tests::hall).front() == "A001");
  BOOST_TEST(board.next.at(papers).front() == "B001");
  BOOST_TEST(board.queues.at(tests::hall).waiting == 8u);
}

BOOST_AUTO_TEST_CASE(a_closed_queue_is_shown_as_closed) {
  auto story = busy();
  story.after(20, close_queue{tests::hall}, chief);
  BOOST_TEST(!board_of(story).queues.at(tests::hall).open);
}

BOOST_AUTO_TEST_CASE(no_board_ever_holds_a_person) {
  auto story = busy();
  story.after(20, describe_person{visit_no(1), {"the-key", "the-box"}});
  story.after(21, call_next{one});
  const auto text
      = boost::json::serialize(suivant::hall::board_json(hall_of(story)));
  for (const auto* secret : {"the-key", "the-box", "amelie", "person"})
    BOOST_TEST(text.find(secret) == text.npos, secret);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(a_desk)

BOOST_AUTO_TEST_CASE(a_row_says_that_somebody_is_known_but_not_who) {
  auto story = busy();
  story.after(20, describe_person{visit_no(1), {"the-key", "the-box"}});
  const auto row
      = suivant::hall::row_of(story.visit_now(1), story.now().setup.rules);
  BOOST_TEST(row.at("described") == true);
  const auto text = boost::json::serialize(row);
  BOOST_TEST(text.find("the-") == text.npos);
}

BOOST_AUTO_TEST_CASE(a_row_says_until_when_a_step_may_be_undone) {
  auto story = busy();
  story.after(20, call_next{one});
  const auto row = suivant::hall::row_of(story.visit_now(story.called()),
                                         story.now().setup.rules);
  BOOST_TEST(row.at("undo").at("step") == "visit_called");
  BOOST_TEST(row.at("undo").at("until")
             == (minute(20) + 10s).time_since_epoch().count());
}

BOOST_AUTO_TEST_CASE(a_row_says_where_it_stands_in_its_line) {
  auto story = given{some_and_strict_classes().back()};
  story.after(0, ticket_for(residence));
  story.after(5, ticket_for(residence, priority::priority));
  const auto row = [&](std::uint64_t visit) {
    return suivant::hall::row_of(story.visit_now(visit),
                                 story.now().setup.rules);
  };
  BOOST_TEST(row(1).at("lane") == 2);
  BOOST_TEST(row(1).at("due") == minute(0).time_since_epoch().count());
  BOOST_TEST(!row(2).contains("lane"), "which is the first");
}

BOOST_AUTO_TEST_CASE(no_wait_is_told_while_nobody_knows) {
  const auto head = suivant::hall::desk_head(hall_of(busy()));
  BOOST_TEST(!head.at("queues").at("hall").as_object().contains("wait"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(a_merge_patch)

BOOST_AUTO_TEST_CASE(makes_the_old_picture_the_new_one) {
  auto pictures = random_json{5};
  auto before = pictures.object(3);
  for (auto i = 0; i < 3'000; ++i) {
    auto after = pictures.object(3);
    const auto patch = suivant::hall::merge_patch(before, after);
    BOOST_TEST_REQUIRE(patch.has_value() == (before != after));
    if (patch)
      BOOST_TEST_REQUIRE((merged(before, *patch) == json::value(after)));
    before = std::move(after);
  }
}

BOOST_AUTO_TEST_CASE(says_no_more_than_what_changed) {
  const auto before = json::parse(R"({"a":{"b":1,"c":2},"d":[1]})").as_object();
  const auto after = json::parse(R"({"a":{"b":1,"c":3}})").as_object();
  BOOST_TEST(json::value(*suivant::hall::merge_patch(before, after))
             == json::parse(R"({"a":{"c":3},"d":null})"));
}

BOOST_AUTO_TEST_SUITE_END()
