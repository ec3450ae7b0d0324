// A line speaks once for all its phones: at once when it was quiet, and never
// more often than every fifty milliseconds.

#include "tests/support/running_office.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

struct line_of_people : running_office {
  std::size_t frames_said() const {
    return frames->count(hall_line);
  }

  queue::change newest() const {
    auto it = queue::change{};
    const auto& frame = frames->published.at(hall_line).back().what;
    json::read(frame.at("left"), it.left);
    json::read(frame.at("in"), it.in);
    return it;
  }
};

struct bare_line {
  std::shared_ptr<paper_frames> frames = std::make_shared<paper_frames>();
  still_system system;
  caf::timespan merging = 50ms;
  queue_actor line
      = spawn_queue(system.actors(), {hall_line, {}, {}, 10}, frames, merging);
  clerk_actor clerk = spawn_clerk(system.actors());

  void join(std::uint64_t visit, int minute_due) {
    tell_from_outside(
        line, line_changed{{{{visit}, place{0, minute(minute_due), {visit}}}},
                           {10, 1, 0}});
    system.run();
  }

  void leave(std::uint64_t visit) {
    tell_from_outside(line,
                      line_changed{{{{visit}, std::nullopt}}, {10, 1, 0}});
    system.run();
  }

  pending<place_told> place_of(std::uint64_t visit) {
    auto it = std::make_shared<slip<place_told>>();
    tell_from_outside(
        clerk, errand{[this, it, visit](clerk_actor::pointer self) {
          ask(
              self, line, 1s, place_asked{{visit}},
              [it](const place_told& said) { it->answer = said; },
              [it](const caf::error&) { it->none = no_answer::not_durable; });
        }});
    system.run();
    return it;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_line, bare_line)

BOOST_AUTO_TEST_CASE(the_first_change_in_a_quiet_line_leaves_at_once) {
  join(1, 0);
  BOOST_TEST(frames->count(hall_line) == 1u);
  BOOST_TEST(frames->published[hall_line].front().number == 11u);
}

BOOST_AUTO_TEST_CASE(changes_within_fifty_milliseconds_leave_as_one) {
  join(1, 0);
  join(2, 1);
  join(3, 2);
  leave(1);
  BOOST_TEST(frames->count(hall_line) == 1u);
  system.pass(49ms);
  BOOST_TEST(frames->count(hall_line) == 1u);
  system.pass(1ms);
  BOOST_TEST_REQUIRE(frames->count(hall_line) == 2u);
  const auto& what = frames->published[hall_line].back().what;
  BOOST_TEST(json::value(what) == json::parse(R"({
    "topic":"line/mairie/hall","n":12,"left":[0],"in":[0,1],"size":2,
    "curve":[[0,0,21],[1,5,35],[2,12,48]]})"));
}

BOOST_AUTO_TEST_CASE(a_line_that_is_quiet_again_answers_at_once_again) {
  join(1, 0);
  system.pass(50ms);
  join(2, 1);
  BOOST_TEST(frames->count(hall_line) == 2u);
}

BOOST_AUTO_TEST_CASE(a_place_is_told_with_the_frame_it_belongs_to) {
  join(1, 0);
  join(2, 1);
  const auto second = place_of(2);
  BOOST_TEST(second->is_blank());
  system.pass(50ms);
  BOOST_TEST_REQUIRE(second->answer.has_value());
  BOOST_TEST(second->answer->rank.value() == 1u);
  BOOST_TEST(second->answer->frame == 12u);
  BOOST_TEST(second->answer->size == 2u);
}

BOOST_AUTO_TEST_CASE(who_is_not_in_the_line_has_no_place) {
  join(1, 0);
  const auto nobody = place_of(7);
  BOOST_TEST_REQUIRE(nobody->answer.has_value());
  BOOST_TEST(!nobody->answer->rank.has_value());
}

BOOST_AUTO_TEST_CASE(a_new_pace_alone_is_worth_a_frame) {
  join(1, 0);
  system.pass(50ms);
  tell_from_outside(line, line_changed{{}, {10, 2, 0}});
  system.run();
  BOOST_TEST(frames->count(hall_line) == 2u);
  tell_from_outside(line, line_changed{{}, {10, 2, 0}});
  system.run();
  system.pass(50ms);
  BOOST_TEST(frames->count(hall_line) == 2u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(the_lines_of_an_office, line_of_people)

BOOST_AUTO_TEST_CASE(a_call_takes_the_head_out_of_the_line) {
  arrive();
  arrive();
  ask(sign_in{one, {"amelie"}});
  pass(1s);
  ask(call_next{one});
  BOOST_TEST((newest() == queue::change{{0}, {}}));
}

BOOST_AUTO_TEST_CASE(a_transfer_changes_both_lines) {
  arrive();
  const auto before = frames->count(queue::topic_of(mairie, papers));
  pass(1s);
  ask(transfer{visit_no(1), passports, {}, {}});
  BOOST_TEST((newest() == queue::change{{0}, {}}));
  BOOST_TEST(frames->count(queue::topic_of(mairie, papers)) > before);
}

BOOST_AUTO_TEST_CASE(a_command_that_moves_nobody_says_nothing) {
  arrive();
  pass(1s);
  const auto before = frames_said();
  ask(describe_person{visit_no(1), {"key", "box"}});
  pass(1s);
  BOOST_TEST(frames_said() == before);
}

BOOST_AUTO_TEST_CASE(the_numbers_of_frames_grow_over_a_restart) {
  arrive();
  pass(1s);
  arrive();
  const auto last = frames->published.at(hall_line).back().number;
  restart();
  arrive();
  BOOST_TEST(frames->published.at(hall_line).back().number > last);
}

BOOST_AUTO_TEST_CASE(numbers_within_one_life_have_no_gap) {
  for (auto i = 0; i < 30; ++i) {
    arrive();
    pass(i % 3 == 0 ? 50ms : 10ms);
  }
  const auto& all = frames->published.at(hall_line);
  for (auto i = std::size_t{1}; i < all.size(); ++i)
    BOOST_TEST(all[i].number == all[i - 1].number + 1);
}

BOOST_AUTO_TEST_SUITE_END()
