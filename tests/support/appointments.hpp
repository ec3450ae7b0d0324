// An office with appointments as tests tell of it: one site, one service, a few
// mornings; then what each test changes.

#pragma once

#include "actors/booking/limits.hpp"
#include "actors/booking/offer.hpp"
#include "actors/booking/place.hpp"
#include "tests/support/on_the_wall.hpp"

#include <boost/test/unit_test.hpp>

namespace suivant::tests {

inline booking::words named(const std::string& name) {
  return {{"fr", name}};
}

/// Every day of the week from the first of January 2026.
inline booking::recurrence every_day() {
  return {.first = date("2026-01-01"), .every = booking::repeats::daily};
}

inline booking::recurrence once(const std::string& day) {
  return {.first = date(day)};
}

inline booking::zones all_zones() {
  auto out = booking::zones{};
  for (const auto* name : {"Europe/Paris", "America/Martinique",
                           "America/Miquelon", "Atlantic/Azores"})
    out.emplace(name, zone_in(name));
  return out;
}

/// Passports, a quarter of an hour, at two desks from nine to ten each day.
inline booking::setup small_town() {
  auto out = booking::setup{};
  out.sites = {{.id = {"hall"}, .name = named("Mairie")}};
  out.openings = {{.id = {"mornings"},
                   .site = {"hall"},
                   .name = named("Le matin"),
                   .days = every_day(),
                   .hours = {from_to("09:00", "10:00")},
                   .services = {{"passport"}},
                   .public_places = 2}};
  out.services = {{.id = {"passport"}, .minutes = {15}}};
  return out;
}

/// An office that lives through offers and claims. Wrong set-ups fail the test.
class appointments {
public:
  explicit appointments(const booking::setup& setup = small_town(),
                        const std::string& now = "2026-05-28 08:00",
                        const std::string& zone = "Europe/Paris")
      : where{zone} {
    asked.service = setup.services.front().id;
    asked.now = at(now);
    set_up(setup);
  }

  void set_up(const booking::setup& setup) {
    for (const auto& it : problems_in(setup, all_zones()))
      BOOST_ERROR(it.where << ' ' << it.what);
    plan = plan_of(setup, all_zones());
  }

  instant at(const std::string& text) const {
    return tests::at(text, zone_in(where));
  }

  /// "09:00 x2, 09:15 x1": what is offered on a day; or why nothing is.
  std::string offered(const std::string& day) const {
    const auto found = offer(plan, stock, asked, date(day));
    if (const auto* no = std::get_if<booking::refusal>(&found))
      return std::string{name_of(*no)};
    auto out = std::string{};
    for (const auto& it : std::get<booking::starts>(found)) {
      out += (out.empty() ? "" : ", ") + clock_of(it.start) + " x"
             + std::to_string(it.left);
      if (it.waiting > 0)
        out += " +" + std::to_string(it.waiting);
    }
    return out;
  }

  booking::wanted wanted(const std::string& start) const {
    return {.what = asked, .start = at(start)};
  }

  /// Takes it, for a new visit: "granted", or why not.
  std::string book(const booking::wanted& it) {
    auto found = place(plan, stock, it);
    if (const auto* no = std::get_if<booking::refusal>(&found))
      return std::string{name_of(*no)};
    last = std::get<booking::claim>(found);
    ++visits.number;
    stock.take(visits, last);
    return "granted";
  }

  std::string book(const std::string& start) {
    return book(wanted(start));
  }

  booking::plan plan;
  booking::stock stock;
  booking::question asked; // What the next offers and claims are about.
  booking::claim last;     // The newest one granted.
  visit_id visits;         // The newest visit.

private:
  std::string clock_of(instant start) const {
    return text_of(zone_in(where), start).substr(11, 5);
  }

  std::string where;
};

} // namespace suivant::tests
