#include "actors/common/calendar.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace suivant {
namespace {

instant first_instant(const date::time_zone& zone,
                      std::chrono::local_time<std::chrono::minutes> wall) {
  const auto local
      = date::local_time<std::chrono::minutes>{wall.time_since_epoch()};
  // A time that is skipped resolves to the instant of the skip.
  return zone.to_sys(local, date::choose::earliest);
}

} // namespace

calendar::calendar(std::string zone, int cut_over_minutes)
    : zone_{std::move(zone)}, cut_over_{cut_over_minutes} {
  static_cast<void>(date::locate_zone(zone_));
}

business_day calendar::day_of(instant at) const {
  if (at >= begin_ && at < end_)
    return day_;
  const auto wall = local(at).time_since_epoch();
  auto day = business_day{std::chrono::floor<std::chrono::days>(wall)};
  // Midnight and the cut-over may be moved apart or together by a change of
  // the clocks, so the exact bounds decide.
  if (at < begin_of(day))
    day -= std::chrono::days{1};
  else if (at >= begin_of(day + std::chrono::days{1}))
    day += std::chrono::days{1};
  day_ = day;
  begin_ = begin_of(day);
  end_ = begin_of(day + std::chrono::days{1});
  return day;
}

instant calendar::begin_of(business_day day) const {
  const auto wall = std::chrono::local_time<std::chrono::minutes>{
      day.time_since_epoch() + cut_over_};
  return first_instant(*date::locate_zone(zone_), wall);
}

std::chrono::local_time<milliseconds> calendar::local(instant at) const {
  const auto local = date::locate_zone(zone_)->to_local(at);
  return std::chrono::local_time<milliseconds>{local.time_since_epoch()};
}

bool is_zone(const std::string& name) {
  try {
    return date::locate_zone(name) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

zone zone_called(const std::string& name) {
  using std::chrono::January;
  constexpr auto begin = std::chrono::sys_days{January / 1 / 2000};
  constexpr auto end = std::chrono::sys_days{January / 1 / 2100};
  const auto* rules = date::locate_zone(name);
  auto found = zone{name, {}};
  for (auto at = date::sys_seconds{begin}; at < end;) {
    const auto period = rules->get_info(at);
    const auto ahead = std::chrono::floor<std::chrono::minutes>(period.offset);
    // Some changes are of the clock's name only.
    if (found.changes.empty() || found.changes.back().ahead != ahead)
      found.changes.push_back({at, ahead});
    at = period.end;
  }
  return found;
}

} // namespace suivant
