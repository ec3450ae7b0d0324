// `suivant demo`: runs a server and plays a real day in it, as fast as it can
// or for people to watch and to join.

#include "config/demo.hpp"

#include "actors/common/calendar.hpp"
#include "actors/office/office_log.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/day_player.hpp"
#include "cli/demo_show.hpp"
#include "cli/inspection.hpp"
#include "cli/stop_signal.hpp"
#include "cli/wall_time.hpp"
#include "config/program.hpp"

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/format.h>

#include <iostream>

namespace suivant::cli {
namespace {

struct demo_options {
  folder data;
  folder log;
  std::string date = "1999-01-04";
  std::string speed = "20";
  std::string begin = "10:00";
  std::string address = "127.0.0.1";
  std::string assets;
  int port = -1;
  bool exit = false;
};

// Time never runs backward in an office: what a folder has seen is over.
business_day first_free_day(const folder& data, business_day wanted) {
  auto error = std::error_code{};
  if (!std::filesystem::exists(data / "CURRENT", error))
    return wanted;
  const auto log = look_into(data);
  const auto known = must(office::newest_state(log, config::demo_office));
  if (known.last_fact == 0)
    return wanted;
  return std::max(wanted, known.day + std::chrono::days{1});
}

config::program_options options_of(const demo_options& how, instant begin) {
  auto options = config::program_options{};
  options.settings.data = how.data;
  options.settings.net.address = how.address;
  const auto usual_port = how.exit ? 0 : 8080;
  options.settings.net.port
      = static_cast<std::uint16_t>(how.port < 0 ? usual_port : how.port);
  options.test_clock = begin;
  options.demo = true;
  options.assets = how.assets;
  options.note = [](const std::string& what) { std::cerr << what << '\n'; };
  return options;
}

// In words of its own: the folder is in use, the port is taken.
std::unique_ptr<config::program> started(const demo_options& how,
                                         const show_plan& plan) {
  try {
    return std::make_unique<config::program>(
        options_of(how, plan.begin_of_first()));
  } catch (const std::runtime_error& why) {
    misuse(why.what());
  }
}

// -- as fast as it can, once --------------------------------------------------

struct found_in_log {
  visit_counts visits;
  std::string state_hash;
  std::vector<std::string> problems;
};

// What the day of `played_from` and later added to what was there before.
found_in_log read_back(const folder& data, office::fact_number known_before) {
  const auto log = look_into(data);
  auto seen = inspection{office::fact_number{1000}};
  auto before = visit_counts{};
  must(office::read_facts(log, config::demo_office, 1,
                          [&](const office::fact& it) {
                            const auto goes_on = seen.take(it);
                            if (it.number == known_before)
                              before = seen.counts();
                            return goes_on;
                          }));
  seen.finish();
  auto visits = seen.counts();
  visits.taken -= before.taken;
  visits.served -= before.served;
  visits.left -= before.left;
  return {visits, office::state_hash(seen.state()), seen.problems()};
}

office::fact_number facts_in(const folder& data) {
  auto error = std::error_code{};
  if (!std::filesystem::exists(data / "CURRENT", error))
    return 0;
  return must(office::newest_state(look_into(data), config::demo_office))
      .last_fact;
}

void report(const found_in_log& found, const day_tally& tally,
            const std::string& hash_told) {
  const auto unknown = tally.tickets > found.visits.taken
                           ? tally.tickets - found.visits.taken
                           : 0;
  const auto lost = found.visits.lost + found.visits.open + unknown;
  const auto duplicates = found.visits.called_twice + tally.repeated;
  std::cout << boost::json::serialize(
      boost::json::object{{"visits", found.visits.taken},
                          {"served", found.visits.served},
                          {"left", found.visits.left},
                          {"lost", lost},
                          {"duplicates", duplicates},
                          {"state_hash", found.state_hash}})
            << std::endl;
  for (const auto& what : found.problems)
    std::cerr << what << '\n';
  if (found.state_hash != hash_told)
    problem("The server told the state hash " + hash_told
            + ", the log gives another.");
  if (lost + duplicates + tally.given_up > 0 || !found.problems.empty())
    problem("This day did not go as logged.");
}

void play_at_once(const demo_options& how, const show_plan& plan,
                  stop_signal& stop) {
  const auto known_before = facts_in(how.data);
  const auto running = started(how, plan);
  auto api = town_hall_api{running->port(), config::demo_office};
  auto tally = day_tally{};
  {
    auto player = day_player{api, plan.visits, plan.playing_on(0)};
    auto clock = instant{};
    while (const auto due = player.next_due()) {
      if (stop.came_within(milliseconds{0}))
        misuse("Stopped before the day was over.");
      if (*due != clock)
        api.set_clock(clock = *due);
      player.play_next();
    }
    player.settle();
    tally = player.tally();
  }
  const auto hash = api.state_hash(api.sign_in("olga", config::demo_password));
  running->stop();
  report(read_back(how.data, known_before), tally, hash);
}

// -- for people to watch ------------------------------------------------------

void play_for_people(const demo_options& how, const show_plan& plan,
                     stop_signal& stop) {
  const auto running = started(how, plan);
  auto api = town_hall_api{running->port(), config::demo_office};
  say_welcome(std::cout, plan, running->port());
  auto bookings = demo_bookings{running->port(), config::demo_office.text};
  show{api, bookings, plan}.go_on_until(stop);
  std::cout << "\nStopping. The log is in " << how.data.string() << "; read it "
            << "with: suivant replay --data " << how.data.string() << std::endl;
  running->stop();
}

// -- the command --------------------------------------------------------------

double speed_of(const demo_options& how) {
  auto end = std::size_t{0};
  try {
    const auto speed = std::stod(how.speed, &end);
    if (end == how.speed.size() && speed >= 1 && speed <= 1000)
      return speed;
  } catch (const std::logic_error&) {
  }
  misuse("--speed: \"max\" or a number from 1 to 1000 is needed, not \""
         + how.speed + "\".");
}

show_plan plan_of(const demo_options& how) {
  const auto date = date_in(how.date);
  if (!date)
    misuse("--date: one such as 1999-01-04 is needed, not \"" + how.date
           + "\".");
  const auto begin = seconds_of_day(how.begin);
  if (!begin)
    misuse("--begin: one such as 10:00 is needed, not \"" + how.begin + "\".");
  auto plan = show_plan{};
  try {
    plan.visits = read_day(how.log, *date);
  } catch (const std::runtime_error& why) {
    misuse(why.what());
  }
  plan.logged = *date;
  plan.first = first_free_day(how.data, *date);
  plan.zone = config::demo_setup().zone;
  plan.begin = *begin;
  return plan;
}

void demo(const demo_options& how) {
  auto plan = plan_of(how);
  const auto is_at_once = how.speed == "max";
  if (how.exit != is_at_once)
    misuse(
        "--speed max and --exit belong together: a day at full speed is "
        "over at once, any other is for people and goes on.");
  if (!is_at_once)
    plan.speed = speed_of(how);
  // Before any other thread, so that all of them leave the signals to us.
  auto stop = stop_signal{};
  if (is_at_once)
    play_at_once(how, plan, stop);
  else
    play_for_people(how, plan, stop);
}

} // namespace

void add_demo(CLI::App& to) {
  auto how = std::make_shared<demo_options>();
  auto* it = to.add_subcommand(
      "demo", "Play a real day in a town hall, to watch or to join");
  it->add_option("--data", how->data, "The data folder; made if need be")
      ->required();
  it->add_option("--log", how->log, "The visits of the day (CSV)")
      ->required()
      ->check(CLI::ExistingFile);
  it->add_option("--date", how->date, "Which day of the log")
      ->capture_default_str();
  it->add_option("--speed", how->speed,
                 "How many times as fast as real time; with --exit: max")
      ->capture_default_str();
  it->add_option("--begin", how->begin,
                 "What comes before this time is played at once")
      ->capture_default_str();
  it->add_flag("--exit", how->exit,
               "Play one day, print what the log says of it as one JSON line, "
               "end");
  it->add_option("--port", how->port,
                 "Port to listen on; 8080, or with --exit any free one")
      ->check(CLI::Range(0, 65'535));
  it->add_option("--address", how->address, "Address to listen on")
      ->capture_default_str();
  it->add_option("--assets", how->assets,
                 "Pages from this folder instead of those in the program")
      ->check(CLI::ExistingDirectory);
  it->callback([how] { demo(*how); });
}

} // namespace suivant::cli
