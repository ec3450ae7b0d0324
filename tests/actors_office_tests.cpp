// An office stages, has it written down, and only then says so.

#include "tests/support/running_office.hpp"

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;
using mood = paper_journal::mood;

namespace {

struct slow_disk : running_office {
  slow_disk() {
    ask(sign_in{one, {"amelie"}});
    ask(sign_in{two, {"bruno"}});
    pass(1s);
    journal.now = mood::holds_back;
  }

  std::size_t said() const {
    auto frames_said = std::size_t{0};
    for (const auto& [topic, all] : frames->published)
      frames_said += all.size();
    return frames_said;
  }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(an_office_and_its_disk, slow_disk)

BOOST_AUTO_TEST_CASE(an_answer_leaves_only_once_it_is_on_disk) {
  const auto before = said();
  const auto ticket = start_asking(ticket_for(residence), phone);
  pass(1s);
  BOOST_TEST(ticket->is_blank());
  BOOST_TEST(said() == before);
  journal.release();
  system.run();
  BOOST_TEST_REQUIRE(ticket->answer.has_value());
  BOOST_TEST(ticket->answer->visit->number == "A001");
  BOOST_TEST(said() > before);
}

BOOST_AUTO_TEST_CASE(a_refusal_that_rests_on_a_staged_fact_waits_too) {
  start_asking(ticket_for(residence), phone);
  const auto call = start_asking(call_next{one});
  const auto no = start_asking(call_next{two});
  BOOST_TEST(no->is_blank());
  journal.release();
  system.run();
  BOOST_TEST((call->answer->visit->now.phase == phase::called));
  BOOST_TEST((no->answer->refused == refusal::nobody_is_waiting));
}

BOOST_AUTO_TEST_CASE(a_refusal_that_rests_on_nothing_new_is_said_at_once) {
  const auto no = start_asking(call_next{one});
  BOOST_TEST((no->answer->refused == refusal::nobody_is_waiting));
}

BOOST_AUTO_TEST_CASE(decisions_do_not_wait_for_the_disk) {
  auto tickets = std::vector<pending<office_reply>>{};
  for (auto i = 0; i < 40; ++i)
    tickets.push_back(start_asking(ticket_for(residence), phone));
  BOOST_TEST(journal.held() == 40u);
  const auto writes = journal.writes;
  journal.release();
  system.run();
  BOOST_TEST(journal.writes == writes + 1);
  for (auto i = std::size_t{0}; i < tickets.size(); ++i) {
    BOOST_TEST_REQUIRE(tickets[i]->answer.has_value());
    BOOST_TEST(tickets[i]->answer->visit->value == static_cast<int>(i + 1));
  }
}

BOOST_AUTO_TEST_CASE(answers_leave_in_the_order_of_asking) {
  auto order = std::vector<int>{};
  for (auto i = 0; i < 5; ++i)
    door->ask(mairie, {{ticket_for(residence), phone, {}}, {}},
              {[&order, i](const office_reply&) { order.push_back(i); },
               [](no_answer) {}});
  system.run();
  journal.release();
  system.run();
  BOOST_TEST(order == (std::vector{0, 1, 2, 3, 4}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nobody_is_told_what_could_not_be_written) {
  const auto before = said();
  const auto written = facts().size();
  const auto ticket = start_asking(ticket_for(residence), phone);
  const auto call = start_asking(call_next{one});
  journal.lose();
  journal.now = mood::writes;
  system.run();
  BOOST_TEST((ticket->none == no_answer::not_durable));
  BOOST_TEST(call->none.has_value());
  BOOST_TEST(said() == before);
  BOOST_TEST(facts().size() == written);
}

BOOST_AUTO_TEST_CASE(the_successor_of_a_fallen_office_goes_on_from_the_log) {
  start_asking(ticket_for(residence), phone);
  journal.lose();
  journal.now = mood::writes;
  system.run();
  const auto again = ask(ticket_for(residence), phone);
  BOOST_TEST(again.visit->number == "A001");
  BOOST_TEST((ask(call_next{one}).visit->id == visit_id{1}));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_apart_from_a_broken_one) {
  journal.now = mood::is_full;
  const auto ticket = start_asking(ticket_for(residence), phone);
  BOOST_TEST((ticket->none == no_answer::disk_full));
  journal.now = mood::fails;
  BOOST_TEST((start_asking(ticket_for(residence), phone)->none
              == no_answer::not_durable));
}

BOOST_AUTO_TEST_CASE(a_disk_that_never_answers_ends_the_wait) {
  const auto ticket = start_asking(ticket_for(residence), phone);
  pass(limits.writing);
  pass(limits.writing);
  BOOST_TEST((ticket->none == no_answer::not_durable));
}

// The write that nobody heard of may still arrive: then the next writer finds
// the log further than it thought, falls in turn, and starts from all of it.
BOOST_AUTO_TEST_CASE(a_write_thought_lost_that_arrives_late_is_not_repeated) {
  const auto ticket = start_asking(ticket_for(residence), phone, "key-late");
  pass(limits.writing);
  pass(limits.writing);
  BOOST_TEST(ticket->none.has_value());
  journal.release();
  journal.now = mood::writes;
  system.run();
  auto again = start_asking(ticket_for(residence), phone, "key-late");
  if (again->none)
    again = start_asking(ticket_for(residence), phone, "key-late");
  BOOST_TEST_REQUIRE(again->answer.has_value());
  BOOST_TEST(again->answer->repeated);
  BOOST_TEST(again->answer->visit->number == "A001");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(an_office_after_a_crash, running_office)

BOOST_AUTO_TEST_CASE(the_same_key_is_answered_the_same) {
  const auto first = ask(ticket_for(residence), phone, "key-ada");
  restart();
  const auto again = ask(ticket_for(residence), phone, "key-ada");
  BOOST_TEST(again.repeated);
  BOOST_TEST(again.fact == first.fact);
  BOOST_TEST((*again.visit == *first.visit));
}

BOOST_AUTO_TEST_CASE(the_state_is_the_same) {
  arrive("link-ada");
  ask(sign_in{one, {"amelie"}});
  ask(call_next{one});
  const auto before = hash();
  restart();
  BOOST_TEST(hash() == before);
}

BOOST_AUTO_TEST_CASE(links_still_open) {
  arrive("link-ada");
  restart();
  BOOST_TEST(show_visit("link-ada", 7));
  BOOST_TEST(!show_visit("link-bob", 8));
}

BOOST_AUTO_TEST_CASE(a_start_from_a_snapshot_ends_where_replay_ends) {
  limits.facts_per_snapshot = 5;
  restart();
  for (auto i = 0; i < 12; ++i)
    arrive("link-" + std::to_string(i));
  BOOST_TEST(static_cast<bool>(log->newest_snapshot(mairie_stream)));
  const auto before = hash();
  restart();
  BOOST_TEST(hash() == before);
}

BOOST_AUTO_TEST_CASE(time_never_runs_backward_in_the_log) {
  arrive();
  now -= 1h;
  arrive();
  restart();
  arrive();
  const auto all = facts();
  for (auto i = std::size_t{1}; i < all.size(); ++i)
    BOOST_TEST((all[i - 1].at <= all[i].at));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(an_office_and_the_clock, running_office)

BOOST_AUTO_TEST_CASE(the_day_changes_without_anybody_asking) {
  arrive("link-ada");
  ask(sign_in{one, {"amelie"}});
  pass(18h);
  const auto tuesday = monday + std::chrono::days{1};
  const auto all = facts();
  const auto began
      = std::ranges::find(all, event{day_began{tuesday}}, &fact::what);
  BOOST_TEST_REQUIRE((began != all.end()));
  BOOST_TEST(began->by == "system");
}

BOOST_AUTO_TEST_CASE(a_tick_is_answered_once_the_new_day_is_on_disk) {
  arrive();
  journal.now = mood::holds_back;
  now += 18h;
  auto ticked = false;
  door->tick([&] { ticked = true; });
  system.run();
  BOOST_TEST(!ticked);
  journal.release();
  system.run();
  BOOST_TEST(ticked);
}

BOOST_AUTO_TEST_CASE(numbers_begin_anew_with_the_day) {
  arrive();
  BOOST_TEST(arrive().visit->number == "A002");
  pass(24h);
  BOOST_TEST(arrive().visit->number == "A001");
}

BOOST_AUTO_TEST_CASE(a_link_says_for_a_day_how_it_ended_then_nothing) {
  arrive("link-ada");
  pass(24h);
  BOOST_TEST(view("link-ada").at("phase") == "abandoned");
  pass(24h);
  arrive("link-bob");
  BOOST_TEST(!show_visit("link-ada", 7));
  BOOST_TEST(show_visit("link-bob", 8));
}

BOOST_AUTO_TEST_SUITE_END()
