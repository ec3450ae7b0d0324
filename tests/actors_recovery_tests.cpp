// Actors that fall come back, and no page is left behind with an old picture.

#include "tests/support/running_office.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;
using mood = paper_journal::mood;

namespace {

constexpr auto phone_screen = screen_id{70};
constexpr auto desk = screen_id{40};

struct falling : running_office {
  falling() {
    ask(sign_in{one, {"amelie"}});
    arrive("link-first");
    arrive("link-ada");
    pass(1s);
    show_visit("link-ada", phone_screen);
    show_desk(desk);
  }

  json::object newest_word() {
    return frames->seen[phone_screen].back().at("snapshot").as_object();
  }

  std::uint64_t newest_number(const std::string& topic) {
    return frames->published.at(topic).back().number;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(who_falls, falling)

BOOST_AUTO_TEST_CASE(a_line_comes_back_and_tells_everybody_in_it) {
  frames->cursed_topic = hall_line;
  arrive("link-bob");
  frames->cursed_topic.clear();
  pass(1s);
  BOOST_TEST(newest_word().at("rank") == 1);
  BOOST_TEST(newest_word().at("size") == 3);
  ask(leave{visit_no(1)});
  BOOST_TEST(frames->seen[phone_screen].back().at("left") == json::value({0}));
  BOOST_TEST(view("link-ada").at("rank") == 0);
}

BOOST_AUTO_TEST_CASE(the_frames_of_a_new_line_are_numbered_past_the_old) {
  const auto before = newest_number(hall_line);
  frames->cursed_topic = hall_line;
  arrive();
  frames->cursed_topic.clear();
  pass(1s);
  arrive();
  // A gap, by which a page that heard of no snapshot sees what it missed.
  BOOST_TEST(newest_number(hall_line) > before + 1);
}

BOOST_AUTO_TEST_CASE(a_hall_comes_back_with_the_whole_picture) {
  const auto before = newest_number(desk_topic(mairie));
  frames->cursed_topic = desk_topic(mairie);
  arrive();
  frames->cursed_topic.clear();
  pass(1s);
  show_desk(desk);
  const auto whole = frames->seen[desk].back();
  BOOST_TEST(whole.at("snapshot").at("visits").as_object().size() == 3u);
  arrive();
  BOOST_TEST(newest_number(desk_topic(mairie)) > before + 1);
}

BOOST_AUTO_TEST_CASE(a_session_comes_back_and_its_pages_ask_anew) {
  arrive();
  frames->cursed_screen = phone_screen;
  ask(let_pass{visit_no(2), 1}, phone);
  pass(1s);
  frames->cursed_screen = 0;
  ask(call_visit{visit_no(2), one});
  pass(1s);
  BOOST_TEST(frames->ended.contains(phone_screen));
  BOOST_TEST(view("link-ada").at("phase") == "called");
  BOOST_TEST(show_visit("link-ada", phone_screen));
  BOOST_TEST(newest_word().at("phase") == "called");
}

BOOST_AUTO_TEST_CASE(an_office_comes_back_and_its_pages_ask_anew) {
  journal.now = mood::fails;
  start_asking(ticket_for(residence), phone);
  journal.now = mood::writes;
  pass(1s);
  BOOST_TEST(frames->ended.contains(phone_screen));
  BOOST_TEST(show_visit("link-ada", phone_screen));
  BOOST_TEST(newest_word().at("rank") == 1);
  ask(call_visit{visit_no(2), one});
  BOOST_TEST(newest_word().at("phase") == "called");
}

BOOST_AUTO_TEST_CASE(desks_see_that_an_office_has_begun_anew) {
  const auto before = newest_number(desk_topic(mairie));
  journal.now = mood::fails;
  start_asking(ticket_for(residence), phone);
  journal.now = mood::writes;
  pass(1s);
  ask(begin_break{one, "lunch"});
  BOOST_TEST(newest_number(desk_topic(mairie)) >= before + 1);
}

BOOST_AUTO_TEST_CASE(a_full_disk_at_the_turn_of_the_day_keeps_nobody_busy) {
  journal.now = mood::is_full;
  const auto asked = journal.asked;
  now += 18h;
  for (auto i = 0; i < 10; ++i)
    pass(1s);
  BOOST_TEST(journal.asked >= asked + 5);
  BOOST_TEST(journal.asked <= asked + 11);
  journal.now = mood::writes;
  pass(2s);
  const auto tuesday = monday + std::chrono::days{1};
  const auto all = facts();
  BOOST_TEST(std::ranges::count(all, event{day_began{tuesday}}, &fact::what)
             == 1);
}

BOOST_AUTO_TEST_SUITE_END()
