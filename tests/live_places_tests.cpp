// Places that are told only in part must always add up: whatever happens in
// an office, each phone knows its true place, and each desk sees the office as
// one that has just come. Connections are cut, and the server is restarted.

#include "tests/support/busy_office.hpp"
#include "tests/support/described.hpp"
#include "tests/support/live_page.hpp"

using namespace suivant;
using namespace suivant::tests;
using boost::json::object;

namespace {

/// One visitor: what they hold, and what the server says when asked.
struct follower {
  guest who;
  ticket_page phone;
};

struct watched : as_described {
  house in;
  std::string office = in.new_office();
  std::string desk = "desk/" + office;
  busy_office staff{in, office, 20260309};
  std::vector<follower> phones;

  watched() {
    phones.reserve(16);
    for (auto i = 0; i < 3; ++i)
      add_phone();
  }

  void add_phone() {
    auto who = join(in, office, phones.size() % 3 == 2 ? "permits" : "papers");
    staff.knows(who.visit);
    const auto link = who.by.link;
    phones.push_back({std::move(who), ticket_page{in.port(), link}});
  }

  /// A snapshot that has all that happened: somebody came last, and is in it.
  json_value desk_now() {
    const auto last = join(in, office, "permits").visit;
    auto page = desk_page{desk, in.port(), staff.cookie()};
    BOOST_REQUIRE(page.shows([&](const auto& seen) {
      return seen.at("visits").as_object().contains(std::to_string(last));
    }));
    return snapshot_of(desk, in.port(), staff.cookie());
  }

  using place = std::array<std::int64_t, 5>;
  static place place_of(const json_value& row) {
    const auto* lane = row.as_object().if_contains("lane");
    const auto* turn = row.as_object().if_contains("turn");
    const auto id = row.at("id").as_int64();
    return {lane ? lane->as_int64() : 0, row.at("due").as_int64(),
            turn ? turn->at(0).as_int64() : id,
            turn ? turn->at(1).as_int64() : 0, id};
  }

  /// Where the office itself has this visit.
  static json_value place_in(const json_value& seen, std::int64_t visit) {
    const auto& rows = seen.at("visits").as_object();
    const auto& own = rows.at(std::to_string(visit));
    if (own.at("phase") != "waiting")
      return nullptr;
    return std::ranges::count_if(rows, [&](const auto& each) {
      const auto& row = each.value();
      return row.at("phase") == "waiting" && row.at("queue") == own.at("queue")
             && place_of(row) < place_of(own);
    });
  }

  void every_place_is_true() {
    const auto seen = desk_now().at("snapshot");
    for (auto& [who, phone] : phones) {
      const auto told = who.look();
      BOOST_REQUIRE_EQUAL(told.status, 200);
      BOOST_TEST(phone.catches_up_with(told.body), who.number);
      const auto truth = place_in(seen, who.visit);
      BOOST_TEST(told.at("/rank") == truth, who.number);
      BOOST_TEST((phone.rank() ? json_value(*phone.rank()) : json_value())
                     == truth,
                 who.number);
      BOOST_TEST(phone.snapshot().at("phase") == told.at("/phase"));
    }
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(live_places, watched)

BOOST_AUTO_TEST_CASE(each_phone_knows_its_true_place_whatever_happens) {
  for (auto round = 0; round < 8; ++round) {
    staff.press(15);
    add_phone();
    every_place_is_true();
  }
  for (const auto& [who, phone] : phones)
    BOOST_TEST(phone.gaps() == 0, "nothing is lost on a good connection");
}

BOOST_AUTO_TEST_CASE(a_phone_that_was_cut_off_knows_its_place_again) {
  for (auto round = 0; round < 5; ++round) {
    phones[0].phone.lose();
    staff.press(8);
    phones[0].phone.come_back(in.port());
    phones[1].phone.lose();
    phones[1].phone.come_back(in.port());
    staff.press(8);
    every_place_is_true();
    add_phone();
  }
}

BOOST_AUTO_TEST_CASE(after_a_restart_each_phone_knows_its_place) {
  staff.press(20);
  every_place_is_true();
  for (auto& [who, phone] : phones)
    phone.lose();
  in.stop();
  in.start();
  staff.goes_on(in);
  for (auto& [who, phone] : phones) {
    auto again = in.visitor();
    again.link = who.by.link;
    who.by = std::move(again);
    phone.come_back(in.port());
  }
  every_place_is_true();
  staff.press(20);
  add_phone();
  every_place_is_true();
}

BOOST_AUTO_TEST_CASE(a_line_that_is_quiet_after_a_restart_says_one_word) {
  in.stop();
  in.start();
  auto page = live_page{in.port()};
  const auto link = phones[0].who.by.link;
  page.say(object{{"subscribe", "visit"}, {"token", link}});
  BOOST_TEST(page.hear_of("visit").at("snapshot").at("rank") == 0);
  // Were more said, it would come before the last of these answers.
  for (auto i = 0; i < 5; ++i) {
    auto asking = in.visitor();
    asking.link = link;
    asking.get("/api/v1/visit");
    page.say(object{{"ping", 1}});
    BOOST_TEST(page.hear().as_object().contains("pong"));
  }
}

BOOST_AUTO_TEST_CASE(a_desk_kept_by_patches_is_as_one_that_just_came) {
  auto kept = desk_page{desk, in.port(), staff.cookie()};
  auto resumed = desk_page{desk, in.port(), staff.cookie()};
  for (auto round = 0; round < 5; ++round) {
    staff.press(10);
    const auto before = desk_now();
    BOOST_TEST(resumed.reaches(number_of(before.at("n"))));
    resumed.lose();
    staff.press(10);
    resumed.come_back(in.port());
    const auto now = desk_now();
    BOOST_TEST(kept.reaches(number_of(now.at("n"))));
    BOOST_TEST(resumed.reaches(number_of(now.at("n"))));
    BOOST_TEST(kept.state() == now.at("snapshot"));
    BOOST_TEST(resumed.state() == now.at("snapshot"));
  }
  BOOST_TEST(kept.snapshots() == 1, "patches were enough");
  BOOST_TEST(resumed.snapshots() == 1, "so they were to come back");
}

BOOST_AUTO_TEST_CASE(a_desk_of_before_a_restart_starts_from_a_snapshot) {
  auto page = desk_page{desk, in.port(), staff.cookie()};
  staff.press(10);
  BOOST_TEST(page.reaches(number_of(desk_now().at("n"))));
  page.lose();
  in.stop();
  in.start();
  staff.goes_on(in);
  page.come_back(in.port());
  staff.press(10);
  const auto now = desk_now();
  BOOST_TEST(page.reaches(number_of(now.at("n"))));
  BOOST_TEST(page.state() == now.at("snapshot"));
}

BOOST_AUTO_TEST_CASE(a_new_set_up_reaches_every_open_page) {
  auto page = desk_page{desk, in.port(), staff.cookie()};
  auto adam = in.staff("adam");
  auto wider = small_setup();
  wider.at("queues").as_array().push_back(
      object{{"id", "new"}, {"name", {{"fr", "Neuf"}}}, {"prefix", "N"}});
  auto narrower = small_setup();
  narrower.at("counters").as_array().pop_back();
  for (const auto& setup : {wider, narrower}) {
    const auto done = adam.put("/api/v1/offices/" + office + "/setup", setup);
    BOOST_TEST(done.status == 200, done.text);
    const auto now = desk_now();
    BOOST_TEST(page.reaches(number_of(now.at("n"))));
    BOOST_TEST(page.state() == now.at("snapshot"));
    for (const auto* part : {"queues", "counters"})
      BOOST_TEST(page.state().at(part).as_object().size()
                     == setup.at(part).as_array().size(),
                 part);
    every_place_is_true();
  }
}

BOOST_AUTO_TEST_SUITE_END()
