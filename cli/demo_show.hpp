// A logged day played again and again, at a pace that people can watch. The
// office's clock runs with it, so that its pages tell one story.

#pragma once

#include "cli/day_player.hpp"
#include "cli/demo_bookings.hpp"

#include <iosfwd>

namespace suivant::cli {

class stop_signal;

struct show_plan {
  std::vector<logged_visit> visits;
  business_day logged; // When they really came.
  business_day first;  // When they come in this office, the first time.
  std::string zone;
  double speed = 1;              // Office time per real time.
  std::chrono::seconds begin{0}; // What comes before is played at once.

  instant midnight(int day) const;
  /// A little before the first visitor.
  instant begin_of_first() const;
  instant begin_of(int day) const;
  playing playing_on(int day) const;
};

/// Where to look and who to be.
void say_welcome(std::ostream& to, const show_plan& plan, std::uint16_t port);

class show {
public:
  show(town_hall_api& api, demo_bookings& bookings, const show_plan& plan);

  void go_on_until(stop_signal& stop);

private:
  /// False once somebody has asked to stop.
  bool play(int day, stop_signal& stop);
  void play_until(day_player& player, instant until);
  void set_clock(instant to);
  void give_people_time();

  town_hall_api& api_;
  demo_bookings& bookings_;
  const show_plan& plan_;
  instant clock_{};
};

} // namespace suivant::cli
