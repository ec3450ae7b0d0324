#include "actors/office/clocks.hpp"

#include "actors/common/calendar.hpp"

namespace suivant::office {

booking::zones clocks_of(const setup& wanted) {
  auto found = booking::zones{};
  const auto add = [&](const std::string& name) {
    if (!name.empty() && is_zone(name))
      found.try_emplace(name, zone_called(name));
  };
  if (!takes_bookings(wanted))
    return found;
  add(wanted.zone);
  for (const auto& site : wanted.booking.sites)
    add(site.zone);
  return found;
}

calendar calendar_of(const setup& wanted) {
  return calendar{is_zone(wanted.zone) ? wanted.zone : "UTC",
                  wanted.cut_over_minutes};
}

void fill_clocks(command& asked) {
  if (auto* it = std::get_if<configure>(&asked))
    it->clocks = clocks_of(it->setup);
  if (auto* it = std::get_if<draft_setup>(&asked))
    it->clocks = clocks_of(it->setup);
}

} // namespace suivant::office
