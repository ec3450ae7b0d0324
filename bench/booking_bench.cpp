// How long an office with a hundred thousand appointments thinks about one
// more: the view of a month, the starts of a day, taking a place. One core,
// nothing stored.

#include "actors/booking/conflicts.hpp"
#include "actors/booking/offer.hpp"
#include "actors/booking/place.hpp"
#include "actors/common/calendar.hpp"
#include "bench/measure.hpp"

#include <random>
#include <variant>

namespace {

using namespace suivant;
using namespace suivant::bench;
using namespace suivant::booking;
using std::chrono::days;
using std::chrono::minutes;

constexpr auto rounds = 5;
constexpr auto appointments = std::size_t{100'000};
constexpr auto sites = 3;
constexpr auto openings_a_site = 10;
constexpr auto agents_a_site = 25;
constexpr auto horizon = 90;
constexpr auto first_day
    = calendar_day{std::chrono::year{2026} / std::chrono::June / 1};
const auto now = instant{first_day - days{1}} + std::chrono::hours{12};

std::string numbered(const char* name, int number) {
  return name + ('-' + std::to_string(number));
}

// Five days a week from half past eight to half past five.
opening_setup opening(int site, int number) {
  auto working_days
      = recurrence{.first = first_day - days{365}, .every = repeats::weekly};
  for (auto day = 0; day < 5; ++day)
    working_days.on.push_back({static_cast<weekday>(day)});
  return {.id = {numbered("opening", site * openings_a_site + number)},
          .site = {numbered("site", site)},
          .name = {{"fr", "Guichets"}},
          .days = working_days,
          .hours = {{510, 1050}},
          .services = {{"papers"}, {"advice"}},
          .public_places = 2,
          .staff_places = 1,
          .step = 20};
}

// Papers need a desk only; advice needs an agent too.
setup city() {
  auto out = setup{};
  for (auto site = 0; site < sites; ++site) {
    const auto id = site_id{numbered("site", site)};
    out.sites.push_back({.id = id, .name = {{"fr", "Mairie"}}, .gauge = 150});
    for (auto i = 0; i < openings_a_site; ++i)
      out.openings.push_back(opening(site, i));
    for (auto i = 0; i < agents_a_site; ++i)
      out.resources.push_back(
          {.id = {numbered("agent", site * agents_a_site + i)},
           .site = id,
           .name = {{"fr", "Agent"}},
           .skills = {{"advice"}}});
  }
  out.services = {{.id = {"papers"},
                   .minutes = {15, 25},
                   .most_persons = 2,
                   .after = 5,
                   .horizon_days = horizon},
                  {.id = {"advice"},
                   .minutes = {30},
                   .horizon_days = horizon,
                   .needs = {{}}}};
  return out;
}

struct office {
  booking::plan plan;
  booking::stock stock;
  std::mt19937 dice{42};
  std::uint64_t last = 0;

  int roll(int sides) {
    return static_cast<int>(dice() % static_cast<unsigned>(sides));
  }

  wanted something() {
    auto out = wanted{};
    out.what.service = {roll(10) < 7 ? "papers" : "advice"};
    out.what.by_staff = roll(3) == 0;
    out.what.now = now;
    out.start
        = instant_of(plan.sites[0].clock,
                     {first_day + days{roll(horizon)}, 510 + 20 * roll(27)});
    return out;
  }

  // Whether it was granted.
  bool book(const wanted& asked) {
    const auto found = place(plan, stock, asked);
    const auto* granted = std::get_if<claim>(&found);
    if (granted != nullptr)
      stock.take({++last}, *granted);
    return granted != nullptr;
  }
};

office busy_city() {
  const auto paris = std::string{"Europe/Paris"};
  auto out = office{plan_of(city(), {{paris, zone_called(paris)}}), {}};
  while (out.stock.all().size() < appointments)
    out.book(out.something());
  return out;
}

// Milliseconds of a processor for one of `times`.
template <class Work>
double each_takes(int times, Work work) {
  const auto start = processor_time();
  for (auto i = 0; i < times; ++i)
    work(i);
  return (processor_time() - start) / 1e6 / times;
}

question about(const char* service, const char* site) {
  auto out = question{};
  out.service = {service};
  out.site = {site};
  out.now = now;
  return out;
}

void month_view(const office& it, const char* what, const question& asked,
                aim limit) {
  auto out = figure{what, "ms", {}, limit, {}, {}};
  for (auto round = 0; round < rounds; ++round)
    out.ours.push_back(each_takes(10, [&](int) {
      static_cast<void>(
          days_left(it.plan, it.stock, asked, first_day, first_day + days{30}));
    }));
  print(out);
}

void day_view(const office& it) {
  auto out = figure{"the starts of a day, all sites", "ms", {}, {}, {}, {}};
  for (auto round = 0; round < rounds; ++round)
    out.ours.push_back(each_takes(100, [&](int i) {
      static_cast<void>(offer(it.plan, it.stock, about("papers", ""),
                              first_day + days{i % horizon}));
    }));
  print(out);
}

void placing(office& it) {
  auto asked = figure{"place(): a place or a refusal", "µs", {}, {}, {}, {}};
  auto taken = figure{"taking and releasing one", "µs", {}, {}, {}, {}};
  for (auto round = 0; round < rounds; ++round) {
    asked.ours.push_back(1'000 * each_takes(2'000, [&](int) {
                           static_cast<void>(
                               place(it.plan, it.stock, it.something()));
                         }));
    taken.ours.push_back(1'000 * each_takes(2'000, [&](int i) {
                           const auto visit
                               = visit_id{static_cast<std::uint64_t>(i + 1)};
                           const auto copy = it.stock.find(visit)->claim;
                           it.stock.release(visit);
                           it.stock.take(visit, copy);
                         }));
  }
  print(asked);
  print(taken);
}

void dry_run(const office& it) {
  auto out = figure{"all of them held against a set-up", "ms", {}, {}, {}, {}};
  out.ours.push_back(each_takes(
      1, [&](int) { static_cast<void>(conflicts(it.plan, it.stock, now)); }));
  print(out);
}

} // namespace

int main() {
  auto it = busy_city();
  const auto limit = aim{aim::kind::at_most, 5};
  month_view(it, "a month, one site", about("papers", "site-0"), limit);
  month_view(it, "a month, three sites", about("papers", ""), limit);
  month_view(it, "a month, three sites, with an agent", about("advice", ""),
             limit);
  day_view(it);
  placing(it);
  dry_run(it);
}
