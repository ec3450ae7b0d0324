// What people ask of an office with appointments, the same for the same seed.
// Knows no rule: much of it is refused.

#pragma once

#include "tests/support/random_town.hpp"

namespace suivant::tests {

class random_wishes {
public:
  random_wishes(const random_town& town, std::uint32_t seed)
      : town_{town}, dice_{seed} {
    for (const auto& site : town_.setup.sites) {
      const auto from = instant{town_.first}
                        + std::chrono::minutes{roll(0, town_days * 96) * 15};
      others_.push_back(
          {site.id, {from, from + std::chrono::minutes{90}}, roll(1, 3)});
    }
  }

  int roll(int least, int most) {
    return dice_.roll(least, most);
  }

  bool one_in(int sides) {
    return dice_.one_in(sides);
  }

  /// Who is there without an appointment.
  const std::vector<booking::presence>& others() const {
    return others_;
  }

  /// Mostly what the service has.
  booking::question something(instant now) {
    const auto rule = dice_.one_of(town_.setup.services);
    auto out = booking::question{};
    out.service = rule.id;
    if (one_in(3))
      out.site = dice_.one_of(town_.setup.sites).id;
    out.persons = one_in(20) ? roll(0, 9) : roll(1, rule.most_persons);
    out.place = dice_.one_of(rule.places);
    out.by_staff = one_in(4);
    out.now = now;
    out.others = others_;
    return out;
  }

  /// Mostly not over yet.
  calendar_day some_day(instant now) {
    const auto last = town_.first + std::chrono::days{town_days - 1};
    const auto today = wall_time_of(zone_in(town_.zone), now).day;
    const auto first
        = one_in(10) ? town_.first : std::clamp(today, town_.first, last);
    const auto more = static_cast<int>((last - first).count());
    return first + std::chrono::days{roll(0, more)};
  }

  /// Mostly on the grid of an opening that has the service.
  booking::wanted some_wish(instant now, visit_id instead_of) {
    auto out = booking::wanted{.what = something(now)};
    out.what.instead_of = instead_of;
    out.start = some_start(out.what);
    if (!one_in(3))
      out.person = std::to_string(roll(1, 12));
    out.may_wait = one_in(2);
    // Sessions that staff overbook stay full for others.
    const auto& rule = *std::ranges::find(
        town_.setup.services, out.what.service, &booking::service_rule::id);
    out.overbook = one_in(8) && rule.seats == 0;
    out.over_gauge = one_in(16);
    return out;
  }

private:
  instant some_start(const booking::question& asked) {
    auto opening = dice_.one_of(town_.setup.openings);
    for (auto tries = 0; tries < 5; ++tries)
      if (std::ranges::count(opening.services, asked.service) == 0)
        opening = dice_.one_of(town_.setup.openings);
    const auto hours = dice_.one_of(opening.hours);
    const auto steps = roll(0, (hours.to - hours.from) / opening.step);
    return instant_of(zone_in(town_.zone),
                      {some_day(asked.now), hours.from + opening.step * steps});
  }

  const random_town& town_;
  dice dice_;
  std::vector<booking::presence> others_;
};

} // namespace suivant::tests
