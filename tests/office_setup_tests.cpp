// What a set-up must be like, and what a change of it may not do to people.

#include "actors/office/setup_rules.hpp"
#include "tests/support/given.hpp"

#include <set>

using namespace suivant;
using namespace suivant::office;
using namespace suivant::tests;

namespace {

template <class Change>
std::string problems_after(Change change) {
  auto setup = town_hall();
  change(setup);
  auto text = std::string{};
  for (const auto& problem : problems_in(setup, {}))
    text += problem.where + ' ' + problem.what + '\n';
  return text;
}

// A town hall without permits: Amelie no longer offers them.
setup without_permits() {
  auto setup = town_hall();
  setup.services.erase(setup.services.begin() + 1);
  setup.counters[0].serves = {residence, passports};
  setup.counters[2].serves = {residence, passports};
  return setup;
}

} // namespace

BOOST_AUTO_TEST_SUITE(setting_up)

BOOST_AUTO_TEST_CASE(a_town_hall_as_it_should_be_has_no_problems) {
  BOOST_TEST(problems_after([](setup&) {}) == "");
}

BOOST_AUTO_TEST_CASE(two_queues_of_one_hall_never_share_a_prefix) {
  BOOST_TEST(problems_after([](setup& it) { it.queues[1].prefix = "A"; })
             == "queues.papers.prefix is_not_unique\n");
}

BOOST_AUTO_TEST_CASE(everything_has_a_name_and_counters_have_a_label) {
  BOOST_TEST(problems_after([](setup& it) { it.name.clear(); })
             == "name is_empty\n");
  BOOST_TEST(problems_after([](setup& it) { it.queues[0].name["fr"] = ""; })
             == "queues.hall.name is_empty\n");
  BOOST_TEST(problems_after([](setup& it) { it.counters[0].label = ""; })
             == "counters.one.label is_empty\n");
  BOOST_TEST(problems_after([](setup& it) { it.counters[0].label = "two"; })
             == "counters.two.label is_not_unique\n");
}

BOOST_AUTO_TEST_CASE(a_form_asks_each_thing_once_and_can_be_answered) {
  const auto after = [](auto change) {
    return problems_after([&](setup& it) {
      auto& form = it.services[0].form;
      form = {{.id = "file", .label = {{"fr", "Dossier"}}}};
      change(form);
    });
  };
  const auto where = "services." + town_hall().services[0].id.text + ".form";
  BOOST_TEST(after([](auto&) {}) == "");
  BOOST_TEST(after([](auto& form) { form.push_back(form[0]); })
             == where + ".file.id is_not_unique\n");
  BOOST_TEST(after([](auto& form) { form[0].label.clear(); })
             == where + ".file.label is_empty\n");
  BOOST_TEST(after([](auto& form) { form[0].kind = field_kind::choice; })
             == where + ".file.options is_empty\n");
  BOOST_TEST(after([](auto& form) { form[0].options = {{"a", {{"fr", "A"}}}}; })
             == where + ".file.options is_unknown\n");
  BOOST_TEST(after([](auto& form) { form[0].least = 3, form[0].most = 2; })
             == where + ".file.most is_out_of_range\n");
  BOOST_TEST(after([](auto& form) {
               for (auto i = 0; i < 20; ++i)
                 form.push_back({.id = "more-" + std::to_string(i),
                                 .label = {{"fr", "Encore"}}});
             })
             == "services." + town_hall().services[0].id.text
                    + ".form is_out_of_range\n");
}

BOOST_AUTO_TEST_CASE(names_of_things_are_short_plain_and_unique) {
  for (const auto* wrong : {"", "Grand Guichet", "a_b", "é"})
    BOOST_TEST(problems_after([&](setup& it) {
                 it.counters[1].id = {wrong};
               }).ends_with("id is_malformed\n"));
  BOOST_TEST(problems_after([](setup& it) {
               it.counters[1].id = {std::string(33, 'a')};
             }).ends_with("id is_malformed\n"));
  BOOST_TEST(problems_after([](setup& it) { it.counters[1].id = one; })
             == "counters.one.id is_not_unique\n");
}

BOOST_AUTO_TEST_CASE(a_reference_leads_somewhere) {
  BOOST_TEST(problems_after([](setup& it) { it.services[0].queue = {"x"}; })
             == "services.residence.queue is_unknown\n");
  BOOST_TEST(problems_after([](setup& it) { it.counters[1].serves = {{"x"}}; })
             == "counters.two.serves is_unknown\n");
}

BOOST_AUTO_TEST_CASE(numbers_stay_within_their_range) {
  BOOST_TEST(problems_after([](setup& it) { it.queues[0].last_number = 0; })
             == "queues.hall.last_number is_out_of_range\n");
  BOOST_TEST(problems_after([](setup& it) { it.queues[0].digits = 5; })
             == "queues.hall.digits is_out_of_range\n");
  BOOST_TEST(problems_after([](setup& it) { it.services[0].minutes = 0; })
             == "services.residence.minutes is_out_of_range\n");
  BOOST_TEST(problems_after([](setup& it) { it.rules.recall_limit = 11; })
             == "rules.recall_limit is_out_of_range\n");
  BOOST_TEST(problems_after([](setup& it) { it.cut_over_minutes = 721; })
             == "cut_over_minutes is_out_of_range\n");
}

BOOST_AUTO_TEST_CASE(an_office_is_set_up_once) {
  given().when(1, configure{town_hall()}).then_nothing();
  given()
      .when(1, configure{without_permits()})
      .then(events{office_configured{without_permits()}});
  given().when(1, configure{}).then(refusal::setup_is_invalid);
}

BOOST_AUTO_TEST_CASE(nothing_is_removed_from_under_people) {
  given()
      .after(1, ticket_for(permits))
      .when(2, configure{without_permits()})
      .then(refusal::setup_still_in_use);
  auto two_left = town_hall();
  two_left.counters.erase(two_left.counters.begin());
  given()
      .after(1, sign_in{one, {"amelie"}}, amelie)
      .when(2, configure{two_left})
      .then(refusal::setup_still_in_use);
  given()
      .after(1, ticket_for(residence))
      .after(2, transfer{visit_no(1), residence, one, {}})
      .when(3, configure{two_left})
      .then(refusal::setup_still_in_use);
}

BOOST_AUTO_TEST_CASE(a_service_changes_queues_only_while_nobody_is_in_it) {
  auto moved = town_hall();
  moved.services[1].queue = papers;
  given()
      .after(1, ticket_for(permits))
      .when(2, configure{moved})
      .then(refusal::setup_still_in_use);
  const auto story
      = given().after(1, configure{moved}).after(2, ticket_for(permits));
  BOOST_TEST(story.line(papers).size() == 1);
}

BOOST_AUTO_TEST_CASE(a_new_rule_of_order_holds_for_those_already_waiting) {
  auto strict = town_hall();
  strict.queues[0].order.by = ordering::strict_classes;
  auto story
      = given()
            .after(0, ticket_for(residence))
            .after(60, ticket_for(residence, priority::priority), kiosk)
            .after(61, configure{strict})
            .after(62, ticket_for(residence, priority::appointment), kiosk);
  BOOST_TEST((story.line(hall) == std::vector<std::uint64_t>{2, 3, 1}));
  story.after(63, configure{town_hall()});
  BOOST_TEST((story.line(hall) == std::vector<std::uint64_t>{1, 2, 3}));
}

BOOST_AUTO_TEST_CASE(a_queue_opens_and_closes_once_and_stays_so_overnight) {
  auto story = given();
  story.when(1, open_queue{hall});
  story.then_nothing();
  story.when(1, close_queue{hall});
  story.then(events{queue_closed{hall}});
  story.after(1, close_queue{hall});
  story.when(2, close_queue{hall});
  story.then_nothing();
  story.when(2, open_queue{hall});
  story.then(events{queue_opened{hall}});
  story.after(24 * 60, begin_day{});
  story.when(24 * 60, ticket_for(residence));
  story.then(refusal::queue_is_closed);
}

BOOST_AUTO_TEST_CASE(only_known_queues_open_and_close) {
  given().when(1, open_queue{{"nine"}}).then(refusal::no_such_queue);
  given().when(1, close_queue{{"nine"}}).then(refusal::no_such_queue);
}

BOOST_AUTO_TEST_CASE(every_refusal_has_a_name_of_its_own) {
  auto names = std::set<std::string_view>{};
  const auto last = static_cast<int>(refusal::value_out_of_range);
  for (auto each = 0; each <= last; ++each)
    names.insert(name_of(static_cast<refusal>(each)));
  BOOST_TEST(names.size() == static_cast<std::size_t>(last) + 1);
  BOOST_TEST(name_of(refusal::queue_is_full) == "queue_is_full");
  BOOST_TEST(name_of(refusal::too_late_to_undo) == "too_late_to_undo");
}

BOOST_AUTO_TEST_CASE(a_command_and_an_event_say_whom_they_are_about) {
  BOOST_TEST((subject_of(command{finish{visit_no(7)}}) == visit_id{7}));
  BOOST_TEST((subject_of(command{call_next{one}}) == visit_id{}));
  BOOST_TEST((subject_of(event{visit_left{{7}}}) == visit_id{7}));
  BOOST_TEST((subject_of(event{day_began{monday}}) == visit_id{}));
}

BOOST_AUTO_TEST_SUITE_END()
