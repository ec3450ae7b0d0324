// Fifty thousand people want one of a thousand places at once: how many of
// them an office answers a second, beside the rules alone on the same wishes;
// and the same through the whole program. No place may be given twice.
//
//   slot_rush_bench [FOLDER]

#include "actors/common/calendar.hpp"
#include "actors/office/clocks.hpp"
#include "actors/office/office_json.hpp"
#include "bench/http_lines.hpp"
#include "bench/measure.hpp"
#include "bench/running_offices.hpp"
#include "bench/server_process.hpp"
#include "bench/story.hpp"

#include <fmt/format.h>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>

namespace {

using namespace suivant;
using namespace suivant::bench;
using std::chrono::days;

constexpr auto rounds = 3;
constexpr auto wishes = 50'000;
constexpr auto starts = 20;
constexpr auto places_a_start = 50; // A thousand in all.
constexpr auto at_a_time = 1'000;   // Asked and not yet answered.
constexpr auto lines_open = std::size_t{200};
constexpr auto minutes_each = 15;

[[noreturn]] void fail(std::string_view why) {
  fmt::print(stderr, "{}\n", why);
  std::_Exit(1);
}

instant right_now() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

/// Places for masks on one morning, a week from now, and at no other time.
office::setup hall_with_masks() {
  const auto day = std::chrono::floor<days>(right_now()) + days{7};
  auto out = town_hall();
  out.booking.sites = {{.id = {"hall"}, .name = {{"fr", "Salle"}}}};
  out.booking.openings = {{.id = {"masks"},
                           .site = {"hall"},
                           .name = {{"fr", "Masques"}},
                           .days = {.first = day},
                           .hours = {{540, 540 + starts * minutes_each}},
                           .services = {{"passports"}},
                           .public_places = places_a_start,
                           .step = minutes_each}};
  out.booking.services = {{.id = {"passports"}, .minutes = {minutes_each}}};
  return out;
}

/// Everybody wants some start, none of them more than the others.
std::vector<instant> wanted_starts() {
  const auto hall = hall_with_masks();
  const auto first = instant_of(zone_called("Europe/Paris"),
                                {hall.booking.openings[0].days.first, 540});
  auto dice = std::mt19937{7};
  auto out = std::vector<instant>{};
  for (auto i = 0; i < wishes; ++i)
    out.push_back(first
                  + std::chrono::minutes{minutes_each * (dice() % starts)});
  return out;
}

office::request hold_for(instant start, int number) {
  auto wish = office::hold_slot{};
  wish.service = {"passports"};
  wish.start = start;
  wish.token_hash = fmt::format("{:064x}", number);
  return {wish, {office::role::visitor, ""}, fmt::format("k{:x}", number)};
}

void expect_all_given(int given) {
  if (given != starts * places_a_start)
    fail(fmt::format("{} places were given", given));
}

// -- the rules alone ----------------------------------------------------------

double rules_a_second(const std::vector<instant>& wanted) {
  auto state = office::state{};
  const auto carry_out = [&](const office::request& what) {
    const auto at = right_now();
    const auto when = moment{at, std::chrono::floor<days>(at)};
    auto decision = office::decide(state, what, when);
    auto* events = std::get_if<office::events>(&decision);
    if (events == nullptr)
      return false;
    for (auto& it : *events)
      office::evolve(
          state, {state.last_fact + 1, at, "visitor", what.key, std::move(it)});
    return true;
  };
  const auto hall = hall_with_masks();
  carry_out({office::configure{hall, office::clocks_of(hall)}, {}, {}});
  const auto begun = watch::now();
  auto given = 0;
  for (auto i = 0; i < wishes; ++i)
    given += carry_out(hold_for(wanted[static_cast<std::size_t>(i)], i));
  expect_all_given(given);
  return wishes / seconds_since(begun);
}

// -- the office ---------------------------------------------------------------

/// Lets so many be under way, and waits for the others.
class turnstile {
public:
  void enter() {
    auto lock = std::unique_lock{mutex_};
    moved_.wait(lock, [this] { return inside_ < at_a_time; });
    ++inside_;
  }
  void leave() {
    const auto lock = std::lock_guard{mutex_};
    --inside_;
    moved_.notify_all();
  }
  void wait_until_empty() {
    auto lock = std::unique_lock{mutex_};
    moved_.wait(lock, [this] { return inside_ == 0; });
  }

private:
  std::mutex mutex_;
  std::condition_variable moved_;
  int inside_ = 0;
};

double office_a_second(front_door& door, const office_id& office,
                       const std::vector<instant>& wanted) {
  auto gate = turnstile{};
  auto given = std::atomic<int>{0};
  const auto lost = [](no_answer) { fail("nothing was stored"); };
  gate.enter();
  door.set_up(office, {{office::configure{hall_with_masks()}, {}, {}}, {}},
              {[&](const office_reply&) { gate.leave(); }, lost});
  gate.wait_until_empty();
  const auto begun = watch::now();
  for (auto i = 0; i < wishes; ++i) {
    gate.enter();
    door.ask(office, {hold_for(wanted[static_cast<std::size_t>(i)], i), {}},
             {[&](const office_reply& said) {
                given += said.refused ? 0 : 1;
                gate.leave();
              },
              lost});
  }
  gate.wait_until_empty();
  const auto rate = wishes / seconds_since(begun);
  expect_all_given(given);
  return rate;
}

// -- the whole program --------------------------------------------------------

/// The wishes still to be asked, over all lines.
struct crowd {
  http_lines& lines;
  const std::vector<instant>& wanted;
  std::string path;
  std::size_t next = 0;
  int given = 0;

  void go_on(std::size_t line) {
    if (next == wanted.size())
      return;
    const auto start = wanted[next++].time_since_epoch().count();
    const auto body = fmt::format(
        R"({{"service":"passports","start":{},"language":"fr"}})", start);
    lines.ask(line,
              http_request("POST", path,
                           fmt::format("Idempotency-Key: {:032x}\r\n", next),
                           body),
              [this, line](const http_answer& it) {
                if (it.status != 201 && it.status != 409)
                  fail(it.body);
                given += it.status == 201 ? 1 : 0;
                go_on(line);
              });
  }
};

double program_a_second(http_lines& lines, int round,
                        const std::vector<instant>& wanted) {
  const auto office = fmt::format("/api/v1/offices/rush-{}", round);
  const auto setup = boost::json::serialize(office::to_json(hall_with_masks()));
  lines.ask(
      0,
      http_request("PUT", office + "/setup", signed_in(lines, "adam"), setup),
      [](const http_answer& it) {
        if (it.status != 200)
          fail(it.body);
      });
  lines.finish();
  auto all = crowd{lines, wanted, office + "/holds"};
  const auto begun = watch::now();
  for (auto line = std::size_t{0}; line < lines.size(); ++line)
    all.go_on(line);
  lines.finish();
  const auto rate = wishes / seconds_since(begun);
  expect_all_given(all.given);
  return rate;
}

} // namespace

int main(int count, char** words) {
  const auto place = scratch{count, words};
  const auto wanted = wanted_starts();
  auto alone = std::vector<double>{};
  auto inside = std::vector<double>{};
  auto program = std::vector<double>{};
  {
    auto town = running_offices{place.path() / "rush", 0};
    for (auto i = 0; i < rounds; ++i) {
      alone.push_back(rules_a_second(wanted));
      inside.push_back(
          office_a_second(town.door(), {fmt::format("rush-{}", i)}, wanted));
    }
  }
  const auto running
      = server_process{place.path() / "data", {"--demo-accounts"}};
  running.wait_until_ready();
  auto lines = http_lines{running.port(), lines_open, networks::many};
  for (auto i = 0; i < rounds; ++i)
    program.push_back(program_a_second(lines, i, wanted));
  print({"50,000 wishes for 1,000 places, in the office",
         "answers/s",
         inside,
         {aim::kind::at_least, 20'000},
         "the rules alone",
         alone});
  print({"50,000 wishes for 1,000 places, through HTTP on 200 connections",
         "answers/s",
         program,
         {},
         "the rules alone",
         alone});
}
