// Set-ups of appointments at random, the same for the same seed: small, and
// full of what is hard. Each lives around a day on which its clocks change.

#pragma once

#include "tests/support/appointments.hpp"

#include <random>

namespace suivant::tests {

class dice {
public:
  explicit dice(std::uint32_t seed) : numbers_{seed} {}

  int roll(int least, int most) {
    const auto sides = static_cast<unsigned>(most - least + 1);
    return least + static_cast<int>(numbers_() % sides);
  }

  bool one_in(int sides) {
    return roll(1, sides) == 1;
  }

  template <class T>
  T one_of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(
        roll(0, static_cast<int>(all.size()) - 1))];
  }

private:
  std::mt19937 numbers_; // Its numbers are the same everywhere.
};

struct random_town {
  booking::setup setup;
  std::string zone;
  calendar_day first; // The day before clocks change.
};

constexpr auto town_days = 4; // That it is about.

class town_maker {
public:
  explicit town_maker(std::uint32_t seed) : dice_{seed} {}

  random_town make() {
    static const auto changes
        = std::vector<std::pair<std::string, std::string>>{
            {"Europe/Paris", "2026-03-28"},
            {"Europe/Paris", "2026-10-24"},
            {"America/Miquelon", "2026-03-07"},
            {"Atlantic/Azores", "2026-10-24"},
            {"America/Martinique", "2026-03-28"}};
    const auto [zone, day] = dice_.one_of(changes);
    town_ = {.zone = zone, .first = date(day)};
    town_.setup.gap = dice_.one_in(2) ? booking::gap::max : booking::gap::sum;
    for (auto i = dice_.roll(3, 4); i > 0; --i)
      add_service();
    for (auto i = dice_.roll(1, 2); i > 0; --i)
      add_site();
    return town_;
  }

private:
  static std::string numbered(const char* name, std::size_t number) {
    return name + ('-' + std::to_string(number));
  }

  int some(std::vector<int> all) {
    return dice_.one_of(all);
  }

  std::vector<service_id> some_services() {
    auto out = std::vector<service_id>{};
    for (const auto& it : town_.setup.services)
      if (!dice_.one_in(3))
        out.push_back(it.id);
    if (out.empty())
      out.push_back(town_.setup.services.front().id);
    return out;
  }

  std::vector<booking::hours> some_hours() {
    static const auto all = std::vector<std::vector<booking::hours>>{
        {from_to("00:00", "04:00")},
        {from_to("01:00", "03:30"), from_to("09:00", "11:00")},
        {from_to("00:30", "02:30"), from_to("22:00", "24:00")},
        {from_to("08:30", "11:40")},
        {from_to("09:00", "12:00"), from_to("14:00", "15:30")}};
    return dice_.one_of(all);
  }

  // Of the days of the town, most.
  booking::recurrence some_days() {
    auto out = every_day();
    out.every = booking::repeats::daily;
    if (dice_.one_in(3))
      out.except = {town_.first + std::chrono::days{dice_.roll(0, 3)}};
    return out;
  }

  booking::wall_span some_while() {
    const auto day = town_.first + std::chrono::days{dice_.roll(0, 3)};
    const auto from = dice_.roll(0, 140) * 10;
    return {{day, from}, {day, std::min(1440, from + dice_.roll(1, 12) * 15)}};
  }

  void add_length(booking::service_rule& it) {
    if (it.seats > 0)
      it.minutes = {some({30, 45})};
    else if (dice_.one_in(3))
      it.steps = dice_.roll(1, 3);
    else
      it.minutes = dice_.one_of<std::vector<int>>({{10}, {15}, {15, 25}, {40}});
    it.each_more = it.seats == 0 && it.steps == 0 ? some({0, 5}) : 0;
  }

  void add_needs(booking::service_rule& it) {
    using booking::resource_kind;
    switch (dice_.roll(1, 6)) {
    case 1:
    case 2:
      it.needs = {{}};
      break;
    case 3:
      it.needs = {{.count = 2}};
      break;
    case 4:
      it.needs = {{}, {.kind = resource_kind::room}};
      break;
    case 5:
      it.needs = {{.kind = resource_kind::room}};
      break;
    default:
      break;
    }
  }

  void add_service() {
    using namespace booking;
    auto it = service_rule{};
    it.id = {numbered("service", town_.setup.services.size())};
    it.family = dice_.one_of<std::string>({"", "a", "b"});
    if (dice_.one_in(4)) {
      it.seats = dice_.roll(3, 6);
      it.waiting_seats = some({0, 2});
    }
    add_length(it);
    add_needs(it);
    it.most_persons = dice_.roll(1, 4);
    it.before = some({0, 0, 5, 10});
    it.after = some({0, 0, 5, 15});
    it.after_may_pass_closing = !dice_.one_in(3);
    it.notice = some({0, 0, 30});
    it.horizon_days = some({2, 60, 60});
    it.release = dice_.one_of<release>(
        {release::opening_time, release::midnight, release::continuous});
    if (dice_.one_in(3))
      it.places = {place_type::counter, place_type::phone};
    it.limits = {.a_day = some({0, 3}),
                 .in_30_days = some({0, 6}),
                 .at_one_time = dice_.one_in(4)};
    town_.setup.services.push_back(it);
  }

  void add_site() {
    auto it = booking::site_setup{};
    it.id = {numbered("site", town_.setup.sites.size())};
    it.name = named("Site");
    it.zone = town_.zone;
    it.gauge = some({0, 3, 6, 9});
    it.holidays.region = booking::region::none;
    if (dice_.one_in(3))
      it.closed = {some_while(), some_while()};
    town_.setup.sites.push_back(it);
    for (auto i = dice_.roll(1, 4); i > 0; --i)
      add_resource(booking::resource_kind::agent);
    for (auto i = dice_.roll(0, 2); i > 0; --i)
      add_resource(booking::resource_kind::room);
    for (auto i = dice_.roll(1, 3); i > 0; --i)
      add_opening();
  }

  void add_resource(booking::resource_kind kind) {
    auto it = booking::resource_setup{};
    it.id = {numbered("resource", town_.setup.resources.size())};
    it.site = town_.setup.sites.back().id;
    it.name = named("Quelqu'un");
    it.kind = kind;
    if (kind == booking::resource_kind::agent || dice_.one_in(3))
      it.skills = some_services();
    if (kind == booking::resource_kind::room) {
      it.gauge = some({0, 4, 8});
      it.shared = it.gauge > 0 && dice_.one_in(2);
    }
    if (dice_.one_in(3))
      it.shifts = {{some_days(), some_hours()}, {some_days(), some_hours()}};
    for (auto i = dice_.roll(0, 3); i > 0; --i)
      it.absent.push_back(some_while());
    town_.setup.resources.push_back(it);
  }

  bool has_session(const booking::opening_setup& it) const {
    return std::ranges::any_of(town_.setup.services, [&](const auto& rule) {
      return rule.seats > 0 && std::ranges::count(it.services, rule.id) > 0;
    });
  }

  void add_opening() {
    auto it = booking::opening_setup{};
    it.id = {numbered("opening", town_.setup.openings.size())};
    it.site = town_.setup.sites.back().id;
    it.name = named("Ouverture");
    it.days = some_days();
    it.hours = some_hours();
    if (dice_.one_in(4))
      it.instead
          = {{town_.first + std::chrono::days{dice_.roll(0, 3)}, some_hours()}};
    it.services = some_services();
    it.public_places = dice_.roll(0, 3);
    it.staff_places = dice_.roll(0, 2);
    if (dice_.one_in(2))
      it.families = {{"a", dice_.roll(0, 2)}, {"b", 1}};
    if (dice_.one_in(3) && !has_session(it))
      it.grid = booking::grid::packed;
    it.step = some({5, 10, 15, 20, 30});
    town_.setup.openings.push_back(it);
  }

  dice dice_;
  random_town town_;
};

} // namespace suivant::tests
