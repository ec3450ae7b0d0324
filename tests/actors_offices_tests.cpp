// Many offices under one roof: each starts when it is asked for, and comes
// back when it falls.

#include "actors/office/office_json.hpp"
#include "tests/support/running_office.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

BOOST_FIXTURE_TEST_SUITE(many_offices, running_office)

BOOST_AUTO_TEST_CASE(five_hundred_offices_cost_nothing_until_asked) {
  const auto record = to_json(
      fact{1, minute(0), "system", {}, office_configured{town_hall()}});
  for (auto i = 0; i < 500; ++i)
    storage_folder::must(log->commit(
        {{stream_of({"office-" + std::to_string(i)}), 0, {record}}}));
  restart();
  const auto asleep = system.running();
  BOOST_TEST(asleep <= 3u);
  auto view = std::make_shared<slip<std::string>>();
  door->public_view({"office-321"}, noted_on<std::string>(view));
  system.run();
  BOOST_TEST(view->answer.has_value());
  // The office, its hall and its three lines.
  BOOST_TEST(system.running() == asleep + 5);
}

BOOST_AUTO_TEST_CASE(an_office_nobody_set_up_is_unknown) {
  auto view = std::make_shared<slip<std::string>>();
  door->public_view({"nowhere"}, noted_on<std::string>(view));
  auto reply = std::make_shared<slip<office_reply>>();
  door->ask({"nowhere"}, {{call_next{one}, chief, {}}, {}},
            noted_on<office_reply>(reply));
  system.run();
  BOOST_TEST((view->none == no_answer::unknown_office));
  BOOST_TEST((reply->none == no_answer::unknown_office));
}

BOOST_AUTO_TEST_CASE(offices_know_nothing_of_each_other) {
  arrive();
  auto reply = std::make_shared<slip<office_reply>>();
  door->set_up({"annexe"}, {{configure{town_hall()}, machine, {}}, {}},
               noted_on<office_reply>(reply));
  system.run();
  reply = std::make_shared<slip<office_reply>>();
  door->ask({"annexe"}, {{ticket_for(residence), phone, {}}, {}},
            noted_on<office_reply>(reply));
  system.run();
  BOOST_TEST_REQUIRE(reply->answer.has_value());
  BOOST_TEST(reply->answer->visit->number == "A001");
  BOOST_TEST(arrive().visit->number == "A002");
}

BOOST_AUTO_TEST_CASE(a_visit_costs_one_actor_until_it_is_forgotten) {
  const auto before = system.running();
  for (auto i = 0; i < 20; ++i)
    arrive("link-" + std::to_string(i));
  BOOST_TEST(system.running() == before + 20);
  pass(24h);
  pass(24h);
  arrive("link-new");
  BOOST_TEST(system.running() == before + 1);
}

BOOST_AUTO_TEST_CASE(an_office_whose_log_is_damaged_says_so_and_does_not_spin) {
  storage_folder::add(*log, stream_of({"broken"}), {"not a fact"});
  auto reply = std::make_shared<slip<office_reply>>();
  door->ask({"broken"}, {{call_next{one}, chief, {}}, {}},
            noted_on<office_reply>(reply));
  system.run();
  BOOST_TEST(reply->none.has_value());
  const auto before = system.running();
  pass(10s);
  BOOST_TEST(system.running() == before);
}

BOOST_AUTO_TEST_CASE(going_home_leaves_nobody_behind) {
  arrive("link-ada");
  door.reset();
  system.run();
  BOOST_TEST(system.running() == 1u); // The paper journal.
}

BOOST_AUTO_TEST_SUITE_END()
