// What the commands are made of: times as people write them, logged days,
// lines of files, and the eye for what cannot have been.

#include "cli/day_log.hpp"
#include "cli/fact_words.hpp"
#include "cli/inspection.hpp"
#include "cli/json_lines.hpp"
#include "cli/wall_time.hpp"
#include "tests/support/hall_with_bookings.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <fstream>

#include <unistd.h>

using namespace suivant;
using namespace suivant::cli;
using namespace suivant::tests;

namespace {

instant utc(int hour, int second_of_hour = 0) {
  return instant{monday} + std::chrono::hours{hour}
         + std::chrono::seconds{second_of_hour};
}

/// A small office whose facts are made by its own rules, or forged.
struct followed_office {
  inspection seen{1};

  bool happens(office::event what, instant at) {
    return seen.take(
        {seen.state().last_fact + 1, at, "system", {}, std::move(what)});
  }

  void asked(const office::command& what, const office::asker& by, instant at) {
    const auto decided
        = office::decide(seen.state(), {what, by, {}}, {at, monday});
    BOOST_REQUIRE(std::holds_alternative<office::events>(decided));
    for (const auto& event : std::get<office::events>(decided))
      BOOST_REQUIRE(happens(event, at));
  }

  followed_office() {
    asked(office::configure{town_hall()}, machine, minute(0));
    asked(office::sign_in{one, agent_id{"amelie"}}, amelie, minute(1));
    asked(office::sign_in{three, agent_id{"bruno"}}, bruno, minute(1));
    asked(ticket_for(residence), phone, minute(2));
    asked(office::call_next{one}, amelie, minute(3));
  }

  std::string only_problem() {
    seen.finish();
    BOOST_REQUIRE_EQUAL(seen.problems().size(), 1u);
    return seen.problems().front();
  }
};

struct day_file {
  std::filesystem::path path
      = std::filesystem::temp_directory_path()
        / ("suivant-day-" + std::to_string(::getpid()) + ".csv");

  ~day_file() {
    std::filesystem::remove(path);
  }

  void holds(const std::string& rows,
             const std::string& head
             = "date,joined_s,service,priority,wait_s,outcome,service_s,"
               "agent\n") const {
    std::ofstream{path} << head << rows;
  }

  std::string refusal() const {
    try {
      read_day(path, monday);
    } catch (const std::runtime_error& why) {
      return why.what();
    }
    return "none";
  }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(wall_times)

BOOST_AUTO_TEST_CASE(a_time_is_read_and_told_as_on_the_offices_wall) {
  const auto paris = cli::wall_time{"Europe/Paris"};
  BOOST_TEST((paris.read("2026-11-23 09:30") == utc(8, 1800)));
  BOOST_TEST((paris.read("2026-11-23T09:30:15") == utc(8, 1815)));
  BOOST_TEST((paris.read("2026-11-23") == utc(-1)));
  BOOST_TEST(paris.text(utc(8, 1815)) == "2026-11-23 09:30:15");
  BOOST_TEST(paris.hour(utc(23)) == "00:00:00");
}

BOOST_AUTO_TEST_CASE(a_z_means_utc_and_a_number_milliseconds) {
  const auto paris = cli::wall_time{"Europe/Paris"};
  BOOST_TEST((paris.read("2026-11-23T09:30:00Z") == utc(9, 1800)));
  const auto count = std::to_string(utc(9).time_since_epoch().count());
  BOOST_TEST((paris.read(count) == utc(9)));
}

BOOST_AUTO_TEST_CASE(what_is_no_time_is_not_guessed_at) {
  const auto paris = cli::wall_time{"Europe/Paris"};
  for (const auto* text : {"", "yesterday", "2026-13-01", "2026-11-31",
                           "2026-11-23 25:00", "2026-11-23 09", "2026-11-23x",
                           "2026-11-23 09:30:99", "2026-11-23 9:30", "Z"})
    BOOST_TEST(!paris.read(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(an_unknown_zone_is_read_as_utc) {
  BOOST_TEST(cli::wall_time{"Europe/Atlantis"}.text(utc(9))
             == "2026-11-23 09:00:00");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(logged_days, day_file)

BOOST_AUTO_TEST_CASE(the_visits_of_one_date_come_in_the_order_of_joining) {
  holds(
      "2026-11-23,200,PS,2,10,served,30,a01\r\n"
      "2026-11-24,100,PS,0,10,left,0,\n"
      "2026-11-23,100,NW,0,10,left,0,\n");
  const auto day = read_day(path, monday);
  BOOST_REQUIRE_EQUAL(day.size(), 2u);
  BOOST_TEST(day[0].service == "NW");
  BOOST_TEST(!day[0].served);
  BOOST_TEST(day[1].agent == "a01");
  BOOST_TEST(day[1].priority == 2);
  BOOST_TEST(day[1].service_time.count() == 30);
}

BOOST_AUTO_TEST_CASE(a_line_that_cannot_be_read_is_named) {
  const auto good = std::string{"2026-11-23,200,PS,2,10,served,30,a01\n"};
  for (const auto* bad : {"2026-11-23,200,PS,2,10,served,30\n",
                          "2026-11-23,200,PS,2,10,served,30,a01,more\n",
                          "2026-11-23,-1,PS,2,10,served,30,a01\n",
                          "2026-11-23,200,PS,3,10,served,30,a01\n",
                          "2026-11-23,200,PS,2,,served,30,a01\n",
                          "2026-11-23,200,PS,2,10,gone,30,a01\n",
                          "2026-11-23,200,PS,2,10,served,30,\n",
                          "23/11/2026,200,PS,2,10,served,30,a01\n", "\n"}) {
    holds(good + bad);
    BOOST_TEST(has(refusal(), ".csv:3: "), bad);
  }
}

BOOST_AUTO_TEST_CASE(another_kind_of_file_is_refused_at_its_first_line) {
  holds("", "name,phone\n");
  BOOST_TEST(has(refusal(), ".csv:1: the first line must be"));
  holds("", "");
  BOOST_TEST(has(refusal(), "cannot be read"));
}

BOOST_AUTO_TEST_CASE(a_date_with_nobody_tells_the_dates_there_are) {
  holds("2026-11-24,100,PS,0,10,left,0,\n");
  BOOST_TEST(has(refusal(), "1 dates from 2026-11-24 to 2026-11-24"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(lines_of_files)

BOOST_AUTO_TEST_CASE(each_member_stands_on_its_line_by_the_ids_of_lists) {
  const auto lines = lines_of_members(R"({
  "name": {"fr": "a, \"b\" }]"},
  "list": [
    {"n": 1,
     "id": "x"},
    [], {}, -1.5e3, true
  ]
})");
  BOOST_TEST(lines.at("name") == 2);
  BOOST_TEST(lines.at("name.fr") == 2);
  BOOST_TEST(lines.at("list.x") == 4);
  BOOST_TEST(lines.at("list.x.id") == 5);
  BOOST_TEST(lines.at("list.4") == 6);
  BOOST_TEST(lines.size() == 10u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(inspections, followed_office)

BOOST_AUTO_TEST_CASE(a_day_that_went_well_has_no_problems) {
  asked(office::start{visit_no(1)}, amelie, minute(4));
  asked(office::finish{visit_no(1)}, amelie, minute(9));
  asked(ticket_for(residence), phone, minute(10));
  asked(office::leave{visit_no(2)}, phone, minute(11));
  asked(ticket_for(residence), phone, minute(12));
  seen.finish();
  BOOST_TEST(seen.problems().empty());
  const auto counts = seen.counts();
  BOOST_TEST(counts.taken == 3u);
  BOOST_TEST(counts.served == 1u);
  BOOST_TEST(counts.left == 1u);
  BOOST_TEST(counts.open == 1u);
  BOOST_TEST(counts.lost == 0u);
}

BOOST_AUTO_TEST_CASE(who_is_called_to_two_counters_is_found) {
  BOOST_TEST(!happens(office::visit_called{{1}, three, agent_id{"bruno"}, {}},
                      minute(4)));
  BOOST_TEST(seen.counts().called_twice == 1u);
  BOOST_TEST(has(only_problem(), "visit 1 is called"));
}

BOOST_AUTO_TEST_CASE(a_place_that_is_given_twice_is_found) {
  using namespace office;
  asked(configure{booked_hall(), clocks_known()}, machine, minute(4));
  asked(hold_slot{.service = residence, .start = minute(60)}, phone, minute(5));
  auto same = seen.state().visits.at({2}).appointment->claim;
  same.at += 1s;
  happens(slot_held{.visit = {3}, .claim = same, .until = minute(20)},
          minute(6));
  seen.finish();
  BOOST_TEST(has(seen.problems().at(0), "visit 3 booked for what is not"));
}

BOOST_AUTO_TEST_CASE(two_people_at_one_counter_are_found) {
  asked(ticket_for(residence), phone, minute(4));
  BOOST_TEST(!happens(office::visit_called{{2}, one, agent_id{"amelie"}, {}},
                      minute(5)));
  BOOST_TEST(seen.counts().called_twice == 1u);
  BOOST_TEST(has(only_problem(), "a second visit to counter one"));
}

BOOST_AUTO_TEST_CASE(a_service_that_never_began_cannot_end) {
  BOOST_TEST(!happens(office::visit_finished{{1}}, minute(4)));
  BOOST_TEST(has(only_problem(), "visit_finished, which cannot be"));
}

BOOST_AUTO_TEST_CASE(a_missing_fact_is_found) {
  BOOST_TEST(!seen.take({seen.state().last_fact + 2,
                         minute(4),
                         "system",
                         {},
                         office::visit_left{{1}}}));
  BOOST_TEST(has(only_problem(), "are missing"));
}

BOOST_AUTO_TEST_CASE(time_that_runs_backward_is_found) {
  BOOST_TEST(happens(office::queue_closed{hall}, minute(2)));
  BOOST_TEST(has(only_problem(), "dated before"));
}

BOOST_AUTO_TEST_CASE(a_visit_from_nowhere_is_found) {
  BOOST_TEST(!happens(office::visit_left{{77}}, minute(4)));
  BOOST_TEST(has(only_problem(), "visit 77, which is not here"));
}

BOOST_AUTO_TEST_CASE(a_queue_the_office_never_had_is_found) {
  BOOST_TEST(!happens(office::queue_closed{queue_id{"cellar"}}, minute(4)));
  BOOST_TEST(has(only_problem(), "what the office does not have"));
}

BOOST_AUTO_TEST_CASE(a_step_taken_back_counts_no_more) {
  asked(office::start{visit_no(1)}, amelie, minute(4));
  asked(office::finish{visit_no(1)}, amelie, minute(5));
  asked(office::undo{visit_no(1)}, amelie, minute(5));
  seen.finish();
  BOOST_TEST(seen.problems().empty());
  BOOST_TEST(seen.counts().served == 0u);
  BOOST_TEST(seen.counts().open == 1u);
}

BOOST_AUTO_TEST_CASE(a_call_is_told_with_its_number_its_counter_and_its_why) {
  asked(ticket_for(residence), phone, minute(4));
  const auto call = office::visit_called{
      {2}, three, agent_id{"bruno"}, {.by_hand = true, .overtaken_count = 1}};
  BOOST_TEST(in_words(seen.state(), call)
             == "A002 is called to counter three, by hand");
  const auto why = reasons(seen.state(), call, cli::wall_time{"Europe/Paris"});
  BOOST_REQUIRE_EQUAL(why.size(), 4u);
  BOOST_TEST(has(why[0], "due_time, version 1"));
  BOOST_TEST(has(why[1], "by the agent's hand"));
  BOOST_TEST(has(why[3], "overtaken: 1"));
}

BOOST_AUTO_TEST_SUITE_END()
