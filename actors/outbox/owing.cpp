// By which ways somebody hears what they are owed.

#include "actors/outbox/messages.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

bool can_go(const state& now, const visit& to, way by) {
  if (by == way::sms)
    return to.person.telephone == telephone::mobile
           && !now.stopped.contains(to.person.phone);
  return by == way::email && to.person.email;
}

way other_way(way of) {
  return of == way::sms ? way::email : way::sms;
}

// Who is not told this comes for nothing, or loses a place.
bool must_be_known(occasion about) {
  return about == occasion::cancelled || about == occasion::moved
         || about == occasion::called_off || about == occasion::priority_offer;
}

struct plan_of_ways {
  std::vector<way> ways;
  bool falls_back = false;
};

plan_of_ways ways_for(const state& now, const visit& to, occasion about) {
  const auto by = route_of(now.setup.messages, about);
  if (by == route::off)
    return {};
  const auto first = by == route::email_first ? way::email : way::sms;
  const auto second = other_way(first);
  const auto has_first = can_go(now, to, first);
  const auto has_second = can_go(now, to, second);
  if (!has_first && !has_second)
    return {};
  if (has_first && has_second)
    return by == route::both ? plan_of_ways{{first, second}, false}
                             : plan_of_ways{{first}, true};
  return {{has_first ? first : second}, false};
}

std::uint32_t next_number(const state& now, const visit& to) {
  return static_cast<std::uint32_t>(messages_of(now, to.id).size()) + 1;
}

// -- quiet hours --------------------------------------------------------------

bool can_wait(occasion about) {
  return about == occasion::survey || about == occasion::called_off
         || about == occasion::priority_offer
         || about == occasion::earlier_offer || about == occasion::reminder;
}

bool is_between(int minute, int from, int to) {
  return from <= to ? from <= minute && minute < to
                    : minute >= from || minute < to;
}

// The end of the quiet hours, unless it is too late then.
instant after_quiet(const state& now, const telling& what) {
  const auto& by = now.setup.messages;
  const auto clock = now.clocks.find(now.setup.zone);
  if (!can_wait(what.about) || clock == now.clocks.end())
    return what.due;
  const auto shown = wall_time_of(clock->second, what.due);
  if (by.quiet_from == by.quiet_to
      || !is_between(shown.minute, by.quiet_from, by.quiet_to))
    return what.due;
  const auto tomorrow = shown.minute >= by.quiet_to;
  const auto end = instant_of(
      clock->second,
      {shown.day + std::chrono::days{tomorrow ? 1 : 0}, by.quiet_to});
  return end < what.not_after ? end : what.due;
}

message message_by(const state& now, const telling& what, way by) {
  return {.about = what.about,
          .which = what.which,
          .by = by,
          .since = {},
          .due = after_quiet(now, what),
          .not_after = what.not_after,
          .places = what.places};
}

bool is_wanted(const state& now, occasion about) {
  return (must_be_known(about) || about == occasion::reminder)
         && route_of(now.setup.messages, about) != route::off;
}

void add_call(events& into, const state& now, const visit& to, occasion about) {
  if (now.call_backs.size() < most_calls)
    into.emplace_back(call_back_asked{now.last_call_back + 1, to.id,
                                      to.now.service, to.person,
                                      std::string{name_of(about)}});
}

// A list of many who were called off has its own list of those to call.
void add_unreachable(events& into, const state& now, const visit& to,
                     const telling& what) {
  auto it = message_by(now, what, way::none);
  it.number = next_number(now, to);
  into.emplace_back(message_due{to.id, std::move(it)});
  if (must_be_known(what.about) && what.about != occasion::called_off)
    add_call(into, now, to, what.about);
}

} // namespace

events owe(const state& now, const visit& to, telling what) {
  if (!now.setup.messages.on || has_message(now, to.id, what.about, what.which))
    return {};
  auto out = events{};
  const auto plan = ways_for(now, to, what.about);
  auto number = next_number(now, to);
  for (const auto by : plan.ways) {
    auto it = message_by(now, what, by);
    it.number = number++;
    it.falls_back = plan.falls_back;
    out.emplace_back(message_due{to.id, std::move(it)});
  }
  if (plan.ways.empty() && is_wanted(now, what.about))
    add_unreachable(out, now, to, what);
  return out;
}

events owe_by(const state& now, const visit& to, telling what, way by) {
  if (!now.setup.messages.on || !can_go(now, to, by))
    return {};
  auto it = message_by(now, what, by);
  it.number = next_number(now, to);
  return {message_due{to.id, std::move(it)}};
}

events owe_otherwise(const state& now, const visit& to, const message& failed,
                     instant at) {
  const auto by = other_way(failed.by);
  const auto is_known
      = std::ranges::any_of(messages_of(now, to.id), [&](const message& it) {
          return it.about == failed.about && it.which == failed.which
                 && it.by == by;
        });
  if (is_known)
    return {};
  if (failed.falls_back && can_go(now, to, by) && at < failed.not_after)
    return owe_by(now, to,
                  {.about = failed.about,
                   .which = failed.which,
                   .due = at,
                   .not_after = failed.not_after,
                   .places = failed.places},
                  by);
  auto out = events{};
  if (must_be_known(failed.about))
    add_call(out, now, to, failed.about);
  return out;
}

} // namespace suivant::office
