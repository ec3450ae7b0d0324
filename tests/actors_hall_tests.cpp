// What desks and boards are told: patches that add up to the whole picture.

#include "actors/hall/hall_json.hpp"
#include "tests/support/merged.hpp"
#include "tests/support/random_office.hpp"
#include "tests/support/running_office.hpp"

#include <ranges>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto desk = screen_id{40};
constexpr auto board = screen_id{41};
constexpr auto late_desk = screen_id{42};

struct open_hall : running_office {
  open_hall() {
    show_desk(desk);
    door->show_board(mairie, board, [](no_answer) {});
    system.run();
  }

  /// A page's picture: its newest snapshot and what was merged in since.
  json::value picture(screen_id screen) {
    auto shown = json::value{};
    for (const auto& frame : frames->seen[screen])
      if (const auto* whole = frame.if_contains("snapshot"))
        shown = *whole;
      else
        shown = merged(shown, frame.at("patch"));
    return shown;
  }

  /// So many that no list of them could be small; written as one.
  void fill(int people) {
    auto spacious = town_hall();
    spacious.queues.front().last_number = 9'999;
    spacious.queues.front().digits = 4;
    set_up(spacious);
    journal.now = paper_journal::mood::holds_back;
    for (auto i = 0; i < people; ++i)
      ask_later(ticket_for(residence), phone);
    system.run();
    journal.now = paper_journal::mood::writes;
    journal.release();
    pass(1s);
  }

  /// Of all frames on a topic since `before` of them.
  std::size_t bytes(const std::string& topic, std::size_t before) {
    auto size = std::size_t{0};
    for (const auto& it : frames->published[topic] | std::views::drop(before))
      size += boost::json::serialize(it.what).size();
    return size;
  }

  void live(int commands, std::uint32_t seed) {
    auto world = random_office{seed, {town_hall()}};
    auto known = state{};
    for (auto i = 0; i < commands; ++i) {
      known = storage_folder::must(newest_state(*log, mairie));
      const auto asked = world.ask(known);
      ask(asked.what, asked.by, asked.key);
      pass(world.one_in(3) ? 50ms : 7ms);
    }
    pass(1s);
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(the_hall, open_hall)

BOOST_AUTO_TEST_CASE(patches_add_up_to_the_whole_picture) {
  live(150, 11);
  show_desk(late_desk);
  BOOST_TEST((picture(desk) == picture(late_desk)));
}

BOOST_AUTO_TEST_CASE(they_do_so_over_a_change_of_days) {
  arrive();
  ask(sign_in{one, {"amelie"}});
  ask(call_next{one});
  pass(24h);
  arrive();
  pass(1s);
  show_desk(late_desk);
  BOOST_TEST((picture(desk) == picture(late_desk)));
  const auto visits = picture(desk).at("visits");
  BOOST_TEST(visits.at("1").at("phase") == "abandoned");
  BOOST_TEST(visits.at("2").at("phase") == "waiting");
}

BOOST_AUTO_TEST_CASE(they_do_so_over_a_change_of_set_up) {
  arrive();
  ask(sign_in{one, {"amelie"}});
  ask(call_next{one});
  auto less = town_hall();
  less.counters.pop_back();
  less.rules.undo_seconds *= 2;
  ask(configure{less});
  pass(1s);
  show_desk(late_desk);
  BOOST_TEST((picture(desk) == picture(late_desk)));
  BOOST_TEST(
      !picture(desk).at("setup").at("counters").as_object().contains("three"));
}

BOOST_AUTO_TEST_CASE(a_queue_that_is_gone_is_gone_from_the_desks) {
  auto less = town_hall();
  less.queues.pop_back();
  less.services.pop_back();
  for (auto& counter : less.counters)
    std::erase(counter.serves, night_shelter);
  ask(configure{less});
  pass(1s);
  show_desk(late_desk);
  BOOST_TEST((picture(desk) == picture(late_desk)));
  BOOST_TEST(!picture(desk).at("queues").as_object().contains("night"));
}

BOOST_AUTO_TEST_CASE(many_changes_leave_as_few_frames) {
  pass(1s);
  const auto before = frames->count(desk_topic(mairie));
  for (auto i = 0; i < 20; ++i)
    arrive();
  pass(50ms);
  BOOST_TEST(frames->count(desk_topic(mairie)) == before + 2);
}

BOOST_AUTO_TEST_CASE(a_change_is_told_in_few_words_however_long_the_line) {
  fill(4'000);
  ask(sign_in{one, {"amelie"}});
  pass(1s);
  const auto changes = std::vector<command>{
      call_next{one}, start{visit_no(1)}, finish{visit_no(1)},
      let_pass{visit_no(2), 9}, ticket_for(residence)};
  for (const auto& change : changes) {
    const auto desks = frames->count(desk_topic(mairie));
    const auto boards = frames->count(board_topic(mairie));
    ask(change);
    pass(1s);
    BOOST_TEST(frames->count(desk_topic(mairie)) == desks + 1);
    BOOST_TEST(bytes(desk_topic(mairie), desks) < 600u);
    BOOST_TEST(bytes(board_topic(mairie), boards) < 600u);
  }
  show_desk(late_desk);
  BOOST_TEST((picture(desk) == picture(late_desk)));
  BOOST_TEST(picture(desk).at("visits").as_object().size() == 4'001u);
}

BOOST_AUTO_TEST_CASE(who_comes_while_changes_gather_hears_them_once) {
  arrive();
  pass(1s);
  ask(sign_in{one, {"amelie"}});
  ask(call_next{one}, amelie);
  show_desk(late_desk);
  ask(undo{visit_no(1)}, amelie);
  pass(1s);
  BOOST_TEST((picture(desk) == picture(late_desk)));
}

BOOST_AUTO_TEST_CASE(what_concerns_only_desks_leaves_boards_alone) {
  arrive();
  pass(1s);
  const auto before = frames->count(board_topic(mairie));
  ask(describe_person{visit_no(1), {"key", "box"}});
  pass(1s);
  BOOST_TEST(frames->count(board_topic(mairie)) == before);
}

BOOST_AUTO_TEST_CASE(a_board_shows_a_call_and_forgets_one_that_is_undone) {
  arrive();
  ask(sign_in{one, {"amelie"}});
  ask(call_next{one}, amelie);
  pass(1s);
  BOOST_TEST(picture(board).at("calls").as_array().size() == 1u);
  ask(undo{visit_no(1)}, amelie);
  pass(1s);
  BOOST_TEST(picture(board).at("calls").as_array().empty());
  BOOST_TEST(picture(board).at("next").at("hall").at(0) == "A001");
}

BOOST_AUTO_TEST_CASE(no_frame_to_anybody_holds_a_seal_or_a_link) {
  arrive("link-ada");
  ask(describe_person{visit_no(1), {"key-of-ada", "box-of-ada"}});
  pass(1s);
  for (const auto& [topic, all] : frames->published)
    for (const auto& it : all) {
      const auto text = boost::json::serialize(it.what);
      BOOST_TEST(text.find("-of-ada") == text.npos);
      BOOST_TEST(text.find("link-ada") == text.npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
