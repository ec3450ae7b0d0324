// What one visitor is told, on every screen that shows their ticket.

#include "actors/office/office_json.hpp"
#include "tests/support/running_office.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

constexpr auto phone_screen = screen_id{70};
constexpr auto tablet = screen_id{71};

struct ada_waits : running_office {
  ada_waits() {
    ask(sign_in{one, {"amelie"}});
    arrive("link-first");
    arrive("link-ada");
    pass(1s);
    show_visit("link-ada", phone_screen);
  }

  const std::vector<json::object>& heard(screen_id screen = phone_screen) {
    return frames->seen[screen];
  }

  // The words about the visit itself, without the line's frames.
  std::vector<json::object> words(screen_id screen = phone_screen) {
    auto personal = std::vector<json::object>{};
    for (const auto& it : heard(screen))
      if (it.at("topic") == "visit")
        personal.push_back(it.at("snapshot").as_object());
    return personal;
  }

  visit_ref ada() {
    return visit_no(2);
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(a_visitor_with_a_phone, ada_waits)

BOOST_AUTO_TEST_CASE(a_page_that_opens_is_told_the_place) {
  BOOST_TEST_REQUIRE(heard().size() == 1u);
  const auto seen = words().back();
  BOOST_TEST(seen.at("number") == "A002");
  BOOST_TEST(seen.at("phase") == "waiting");
  BOOST_TEST(seen.at("rank") == 1);
  BOOST_TEST(seen.at("size") == 2);
  BOOST_TEST(seen.at("line") == json::value(hall_line));
}

BOOST_AUTO_TEST_CASE(it_follows_the_line_while_waiting) {
  BOOST_TEST(frames->does_follow(phone_screen, hall_line));
  ask(call_next{one});
  BOOST_TEST_REQUIRE(heard().size() == 2u);
  BOOST_TEST(heard().back().at("topic") == json::value(hall_line));
}

BOOST_AUTO_TEST_CASE(it_leaves_the_line_once_called) {
  ask(leave{visit_no(1)});
  pass(1s);
  const auto before = words().size();
  ask(call_next{one});
  BOOST_TEST(!frames->does_follow(phone_screen, hall_line));
  BOOST_TEST(words().size() == before + 1);
  BOOST_TEST(words().back().at("phase") == "called");
  BOOST_TEST(words().back().at("counter") == "one");
  BOOST_TEST(words().back().at("rank").is_null());
}

BOOST_AUTO_TEST_CASE(every_change_is_told_exactly_once) {
  const auto steps = std::vector<office::command>{
      call_visit{ada(), one}, recall{ada()},      start{ada()},
      park{ada(), "papers"},  resume{ada(), one}, finish{ada()}};
  for (const auto& step : steps) {
    const auto before = words().size();
    pass(2min);
    ask(step, amelie);
    pass(1s);
    BOOST_TEST(words().size() == before + 1, name_of(step));
  }
  BOOST_TEST(words().back().at("phase") == "served");
}

// The line says where we stand a little later; by then we are called.
BOOST_AUTO_TEST_CASE(a_call_that_overtakes_a_place_is_told_once) {
  arrive();
  ask(let_pass{ada(), 1}, phone);
  const auto before = words().size();
  ask(call_visit{ada(), one});
  pass(1s);
  BOOST_TEST(words().size() == before + 1);
  BOOST_TEST(words().back().at("phase") == "called");
}

BOOST_AUTO_TEST_CASE(a_change_of_others_is_told_by_the_line_alone) {
  ask(call_next{one});
  pass(1s);
  BOOST_TEST(words().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_place_worked_out_from_frames_is_the_true_place) {
  for (auto i = 0; i < 6; ++i)
    arrive();
  pass(1s);
  ask(leave{visit_no(1)});
  pass(1s);
  auto rank = std::optional<queue::rank>{1};
  for (const auto& it : heard())
    if (it.at("topic") == json::value(hall_line)) {
      auto change = queue::change{};
      json::read(it.at("left"), change.left);
      json::read(it.at("in"), change.in);
      rank = queue::follow(rank.value(), change);
    }
  BOOST_TEST(rank.value() == 0u);
  BOOST_TEST(view("link-ada").at("rank") == 0);
}

BOOST_AUTO_TEST_CASE(who_moves_to_another_line_follows_that_one) {
  const auto other = queue::topic_of(mairie, papers);
  ask(transfer{ada(), passports, {}, {}});
  pass(1s);
  BOOST_TEST(!frames->does_follow(phone_screen, hall_line));
  BOOST_TEST(frames->does_follow(phone_screen, other));
  BOOST_TEST(words().back().at("line") == json::value(other));
  BOOST_TEST(words().back().at("moved") == "transferred");
}

BOOST_AUTO_TEST_CASE(an_undone_call_brings_the_page_back_to_the_line) {
  ask(call_visit{ada(), one}, amelie);
  ask(undo{ada()}, amelie);
  pass(1s);
  BOOST_TEST(frames->does_follow(phone_screen, hall_line));
  BOOST_TEST(words().back().at("phase") == "waiting");
  BOOST_TEST(words().back().at("moved") == "undone");
  BOOST_TEST(words().back().at("rank") == 1);
}

BOOST_AUTO_TEST_CASE(every_screen_of_a_ticket_is_told) {
  show_visit("link-ada", tablet);
  ask(call_visit{ada(), one});
  BOOST_TEST(words(phone_screen).back().at("phase") == "called");
  BOOST_TEST(words(tablet).back().at("phase") == "called");
}

BOOST_AUTO_TEST_CASE(a_screen_that_went_is_told_no_more) {
  door->hide_visit(mairie, "link-ada", phone_screen);
  system.run();
  const auto before = words().size();
  ask(call_visit{ada(), one});
  BOOST_TEST(words().size() == before);
}

BOOST_AUTO_TEST_CASE(a_screen_that_comes_twice_is_told_once) {
  show_visit("link-ada", phone_screen);
  const auto before = words().size();
  ask(call_visit{ada(), one});
  BOOST_TEST(words().size() == before + 1);
}

BOOST_AUTO_TEST_CASE(a_word_about_a_visit_names_nobody) {
  ask(describe_person{ada(), {"key-of-ada", "box-of-ada"}});
  const auto text = boost::json::serialize(words().back());
  BOOST_TEST(text.find("-of-ada") == text.npos);
  BOOST_TEST(text.find("link-ada") == text.npos);
}

BOOST_AUTO_TEST_CASE(frames_the_snapshot_contains_are_numbered_before_it) {
  const auto seen = words().back();
  const auto newest = frames->published.at(hall_line).back().number;
  BOOST_TEST(seen.at("line_n") == newest);
  BOOST_TEST((frames->follows.at({phone_screen, hall_line}) == newest));
}

BOOST_AUTO_TEST_CASE(a_new_set_up_is_told_to_who_is_there) {
  auto renamed = town_hall();
  renamed.services[0].name = {{"fr", "Domicile"}};
  ask(configure{renamed});
  pass(1s);
  BOOST_TEST(words().back().at("service").at("fr") == "Domicile");
}

BOOST_AUTO_TEST_SUITE_END()
