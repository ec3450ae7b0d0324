// Who is told what, in which order, without any socket.

#include "net/topic_book.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace suivant::net;

namespace {

/// Frames carry their number as text; what each listener got is one line.
struct paper_listeners final : listeners {
  bool deliver(slot who, parcel& frames, std::uint32_t) override {
    if (full.contains(who))
      return false;
    ++sends;
    auto rest = std::string_view{*frames.as(framing::web_socket)};
    while (!rest.empty())
      heard[who] += std::string{next_payload(rest)} + ' ';
    return true;
  }

  void needs_snapshot(slot who, const std::string& topic) override {
    gaps.push_back(std::to_string(who) + topic);
  }

  std::map<slot, std::string> heard;
  std::set<slot> full;
  std::vector<std::string> gaps;
  int sends = 0;
};

struct paper_book {
  explicit paper_book(topic_book::limits most = {}) : book{out, most} {}

  void welcome(slot who, frame_number at, const std::string& topic = "t") {
    book.welcome(who, topic, at, parcel{framed("s" + std::to_string(at))});
  }

  void publish(frame_number number, const std::string& topic = "t") {
    book.publish(topic, number, framed(std::to_string(number)));
  }

  void all_turns() {
    while (book.take_turn()) {
    }
  }

  paper_listeners out;
  topic_book book;
};

} // namespace

BOOST_AUTO_TEST_SUITE(topics)

BOOST_AUTO_TEST_CASE(frames_that_wait_are_merged_in_their_order) {
  paper_book it;
  it.welcome(1, 4);
  for (frame_number number = 5; number <= 9; ++number)
    it.publish(number);
  it.out.sends = 0;
  it.all_turns();
  BOOST_TEST(it.out.heard[1] == "s4 5 6 7 8 9 ");
  BOOST_TEST(it.out.sends == 1);
}

BOOST_AUTO_TEST_CASE(a_small_topic_does_not_wait_for_a_big_one) {
  paper_book it{{.small = 2, .turn = 4}};
  for (slot who = 0; who < 10; ++who)
    it.welcome(who, 1, "crowd");
  it.welcome(20, 1, "few");
  it.publish(2, "crowd");
  BOOST_TEST(it.book.take_turn());
  it.publish(2, "few");
  BOOST_TEST(it.book.take_turn());
  BOOST_TEST(it.out.heard[20] == "s1 2 ");
  BOOST_TEST(it.out.heard[9] == "s1 ");
  it.all_turns();
  BOOST_TEST(it.out.heard[9] == "s1 2 ");
}

BOOST_AUTO_TEST_CASE(a_big_topic_is_not_starved_by_small_ones) {
  paper_book it{{.small = 1, .turn = 2}};
  it.welcome(0, 0, "crowd");
  it.welcome(1, 0, "crowd");
  it.publish(1, "crowd");
  it.welcome(2, 0, "a");
  it.welcome(3, 0, "b");
  for (frame_number number = 1; it.out.heard[1] == "s0 "; ++number) {
    BOOST_TEST_REQUIRE(number < 10);
    it.publish(number, "a");
    it.publish(number, "b");
    it.book.take_turn();
  }
}

BOOST_AUTO_TEST_CASE(nobody_is_missed_when_others_leave_during_a_wave) {
  for (slot leaver = 0; leaver < 6; ++leaver) {
    paper_book it{{.small = 0, .turn = 3}};
    for (slot who = 0; who < 6; ++who)
      it.welcome(who, 1);
    it.publish(2);
    it.book.take_turn();
    it.book.leave_all(leaver);
    it.all_turns();
    for (slot who = 0; who < 6; ++who)
      if (who != leaver)
        BOOST_TEST(it.out.heard[who] == "s1 2 ");
  }
}

BOOST_AUTO_TEST_CASE(who_comes_during_a_wave_hears_nothing_twice) {
  paper_book it{{.small = 0, .turn = 1}};
  for (slot who = 0; who < 3; ++who)
    it.welcome(who, 1);
  it.publish(2);
  it.book.take_turn();
  it.publish(3);
  it.welcome(7, 2);
  BOOST_TEST(it.book.resume(8, "t", 1));
  it.all_turns();
  for (slot who = 0; who < 3; ++who)
    BOOST_TEST(it.out.heard[who] == "s1 2 3 ");
  BOOST_TEST(it.out.heard[7] == "s2 3 ");
  BOOST_TEST(it.out.heard[8] == "2 3 ");
}

BOOST_AUTO_TEST_CASE(a_snapshot_ahead_of_the_frames_is_not_told_its_past) {
  paper_book it;
  it.welcome(1, 7);
  it.publish(6);
  it.publish(7);
  it.publish(8);
  it.all_turns();
  BOOST_TEST(it.out.heard[1] == "s7 8 ");
}

BOOST_AUTO_TEST_CASE(who_has_no_room_gets_a_snapshot_once_there_is) {
  paper_book it;
  it.welcome(1, 1);
  it.welcome(2, 1);
  it.out.full = {1};
  it.publish(2);
  it.publish(3);
  it.all_turns();
  BOOST_TEST(it.out.heard[1] == "s1 ");
  BOOST_TEST(it.out.heard[2] == "s1 2 3 ");
  BOOST_TEST(it.out.gaps.empty());
  it.out.full.clear();
  it.book.has_room(1);
  it.book.has_room(1);
  BOOST_TEST(it.out.gaps == std::vector<std::string>{"1t"});
  it.publish(4);
  it.all_turns();
  it.welcome(1, 3);
  BOOST_TEST(it.out.heard[1] == "s1 s3 4 ");
}

BOOST_AUTO_TEST_CASE(a_topic_too_far_behind_for_its_frames_sends_snapshots) {
  paper_book it{{.frames_kept = 3, .small = 0, .turn = 1}};
  it.welcome(1, 0);
  it.welcome(2, 0);
  it.publish(1);
  it.book.take_turn();
  for (frame_number number = 2; number <= 9; ++number)
    it.publish(number);
  it.all_turns();
  BOOST_TEST(it.out.heard[1] == "s0 1 ");
  BOOST_TEST(it.out.gaps.size() == 2);
  it.welcome(1, 8);
  BOOST_TEST(it.out.heard[1] == "s0 1 s8 9 ");
}

BOOST_AUTO_TEST_CASE(a_topic_nobody_needs_is_forgotten) {
  paper_book it;
  it.welcome(1, 0);
  it.book.leave(1, "t");
  BOOST_TEST(it.book.topics() == 0);
  it.welcome(1, 0);
  it.publish(1);
  it.all_turns();
  it.book.leave_all(1);
  BOOST_TEST(it.book.topics() == 1); // Somebody may come back.
  it.book.retire("t");
  BOOST_TEST(it.book.topics() == 0);
}

/// Everybody comes, goes, falls behind and recovers in every order that a
/// small generator thinks of; nobody may ever see a hole or a repetition.
BOOST_AUTO_TEST_CASE(whatever_happens_each_sees_every_frame_once_in_order) {
  std::uint32_t seed = 1;
  const auto dice = [&](std::uint32_t sides) {
    seed = seed * 1'664'525 + 1'013'904'223;
    return (seed >> 16) % sides;
  };
  paper_book it{{.frames_kept = 5, .small = 3, .turn = 2}};
  frame_number newest = 0;
  for (int i = 0; i < 20'000; ++i) {
    const slot who = dice(8);
    switch (dice(7)) {
    case 0:
      it.welcome(who, newest);
      break;
    case 1:
      it.book.leave_all(who);
      it.out.heard[who] += "left ";
      break;
    case 2:
    case 3:
      it.publish(++newest);
      break;
    case 4:
      it.out.full.insert(who);
      break;
    default:
      if (it.out.full.erase(who) > 0)
        it.book.has_room(who);
      it.book.take_turn();
    }
    for (const auto& gap : std::exchange(it.out.gaps, {}))
      it.welcome(static_cast<slot>(gap[0] - '0'), newest);
  }
  for (slot who = 0; who < 8; ++who)
    if (it.out.full.erase(who) > 0)
      it.book.has_room(who);
  for (const auto& gap : std::exchange(it.out.gaps, {}))
    it.welcome(static_cast<slot>(gap[0] - '0'), newest);
  it.all_turns();
  for (const auto& [who, heard] : it.out.heard) {
    frame_number seen = 0;
    for (std::size_t from = 0; from < heard.size();) {
      const auto end = heard.find(' ', from);
      const auto word = heard.substr(from, end - from);
      from = end + 1;
      if (word == "left")
        continue;
      const auto number = std::stoull(word[0] == 's' ? word.substr(1) : word);
      if (word[0] != 's')
        BOOST_TEST_REQUIRE(number == seen + 1);
      seen = number;
    }
    if (!heard.ends_with("left "))
      BOOST_TEST(seen == newest);
  }
}

BOOST_AUTO_TEST_SUITE_END()
