#include "cli/demo_show.hpp"

#include "actors/common/calendar.hpp"
#include "cli/stop_signal.hpp"
#include "cli/wall_time.hpp"
#include "config/demo.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace suivant::cli {
namespace {

using real_clock = std::chrono::steady_clock;

constexpr auto before_the_first = std::chrono::minutes{1};
constexpr auto after_the_last = std::chrono::minutes{5};
constexpr auto pause = std::chrono::milliseconds{200};
constexpr auto longest_rule = 600; // Seconds an office may give for an undo.

} // namespace

instant show_plan::midnight(int day) const {
  return calendar{zone, 0}.begin_of(first + std::chrono::days{day});
}

instant show_plan::begin_of(int day) const {
  return midnight(day) + visits.front().joined - before_the_first;
}

instant show_plan::begin_of_first() const {
  return begin_of(0);
}

playing show_plan::playing_on(int day) const {
  const auto date = first + std::chrono::days{day};
  auto how = playing{.midnight = midnight(day),
                     .keys_prefix = "demo-" + date_text(date),
                     .password = std::string{config::demo_password}};
  // Guests need as long as guests do, by their own clock.
  const auto stretched = [&](std::chrono::seconds it) {
    return std::chrono::seconds{
        static_cast<std::int64_t>(static_cast<double>(it.count()) * speed)};
  };
  how.guest_walks = stretched(how.guest_walks);
  how.guest_served = stretched(std::chrono::seconds{20});
  return how;
}

void say_welcome(std::ostream& to, const show_plan& plan, std::uint16_t port) {
  const auto office = config::demo_office.text;
  const auto line = [&](std::string_view what, std::string_view page) {
    to << fmt::format("  {:<16} http://localhost:{}/{}/{}\n", what, port, page,
                      office);
  };
  to << fmt::format(
      "\nThe day of {}, {} visits, {:g} times as fast as it "
      "was.\n\n",
      date_text(plan.logged), plan.visits.size(), plan.speed);
  line("Take a ticket", "join");
  line("Appointments", "book");
  line("Hall screen", "board");
  line("Counter", "desk");
  line("Reception", "reception");
  line("Phone desk", "phone");
  line("Agenda", "agenda");
  line("Cancellations", "campaigns");
  line("Set-up", "setup");
  line("Door poster", "poster");
  to << "\n  Log in as\n";
  for (const auto& it : config::demo_logins())
    to << fmt::format("    {:<8} {}\n", it.name, access::name_of(it.role));
  to << fmt::format(
      "  with the password {}.\n\n  Counters 18 to 20 are free "
      "for you. Ctrl-C stops.\n",
      config::demo_password)
     << std::flush;
}

show::show(town_hall_api& api, demo_bookings& bookings, const show_plan& plan)
    : api_{api}, bookings_{bookings}, plan_{plan},
      clock_{plan.begin_of_first()} {
  give_people_time();
}

void show::go_on_until(stop_signal& stop) {
  for (auto day = 0; play(day, stop);)
    ++day;
}

bool show::play(int day, stop_signal& stop) {
  set_clock(plan_.begin_of(day));
  bookings_.make(plan_.first + std::chrono::days{day});
  auto player = day_player{api_, plan_.visits, plan_.playing_on(day)};
  const auto begin
      = std::max(plan_.begin_of(day), plan_.midnight(day) + plan_.begin);
  play_until(player, begin);
  const auto started = real_clock::now();
  auto over = std::optional<instant>{};
  while (!over || clock_ < *over) {
    if (stop.came_within(pause))
      return false;
    const auto passed = std::chrono::duration<double, std::milli>{
        real_clock::now() - started};
    play_until(player,
               begin + std::chrono::round<milliseconds>(passed * plan_.speed));
    if (!over && !player.next_due())
      over = clock_ + after_the_last;
  }
  return true;
}

void show::play_until(day_player& player, instant until) {
  while (const auto due = player.next_due()) {
    if (*due > until)
      break;
    set_clock(*due);
    player.play_next();
    bookings_.arrive_until(*due);
  }
  set_clock(until);
  player.settle();
  bookings_.arrive_until(until);
}

// Steps put off may be due a little before what the clock has shown since.
void show::set_clock(instant to) {
  if (to <= clock_)
    return;
  clock_ = to;
  api_.set_clock(to);
}

// Ten seconds to undo a misclick would be half a second of real time at
// twenty times the speed.
void show::give_people_time() {
  const auto administrator = api_.sign_in("adam", config::demo_password);
  auto setup = api_.setup(administrator);
  auto& undo = setup.rules.undo_seconds;
  undo = std::min(longest_rule, static_cast<int>(undo * plan_.speed));
  api_.set_up(administrator, setup);
}

} // namespace suivant::cli
