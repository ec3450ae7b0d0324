// What happens, and who is told of it.

#include "actors/office/gauge.hpp"
#include "actors/outbox/messages.hpp"
#include "actors/outbox/survey.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

using namespace std::chrono_literals;

// A page that shows the call says so within this time.
constexpr auto time_to_be_seen = 5s;
// Of a message that is of use for a while only.
constexpr auto while_it_helps = 10min;
constexpr auto for_a_day = 24h;

struct happening {
  const state& now;
  instant at;

  const visit& visit_of(visit_id it) const {
    return now.visits.at(it);
  }
  events tell(visit_id to, telling what) const {
    return owe(now, visit_of(to), std::move(what));
  }
  events tell(visit_id to, occasion about, std::string which,
              milliseconds helps) const {
    return tell(to, {about, std::move(which), at, at + helps});
  }
};

std::string start_of(const visit& it) {
  return which_at(it.appointment->claim.time.from);
}

// Tells of an appointment until it begins.
events tell_of_start(const happening& here, visit_id to, occasion about,
                     std::string which) {
  const auto start = here.visit_of(to).appointment->claim.time.from;
  return here.tell(to, {about, std::move(which), here.at,
                        std::max(start, here.at + while_it_helps)});
}

bool came_by_themselves(channel by) {
  return by == channel::phone || by == channel::web || by == channel::partner;
}

// -- by event -----------------------------------------------------------------

events after(const happening& here, const visit_booked& it) {
  const auto& claim = here.visit_of(it.visit).appointment->claim;
  return tell_of_start(here, it.visit, occasion::booked,
                       claim.waiting ? "seat" : "");
}

events after(const happening& here, const booking_moved& it) {
  return tell_of_start(here, it.visit, occasion::moved,
                       std::to_string(here.visit_of(it.visit).version));
}

events after(const happening& here, const offer_accepted& it) {
  return tell_of_start(here, it.visit, occasion::moved,
                       std::to_string(here.visit_of(it.visit).version));
}

events after(const happening& here, const visit_cancelled& it) {
  const auto& to = here.visit_of(it.visit);
  const auto about
      = it.campaign.empty() ? occasion::cancelled : occasion::called_off;
  if (to.appointment)
    return tell_of_start(here, it.visit, about, "");
  return here.tell(it.visit, about, "", while_it_helps);
}

// Who leaves the line knows it; an appointment is off in writing.
events after(const happening& here, const visit_left& it) {
  const auto& to = here.visit_of(it.visit);
  if (!to.appointment || !to.number.empty())
    return {};
  return tell_of_start(here, it.visit, occasion::cancelled, "");
}

events after(const happening& here, const visit_postponed& it) {
  return tell_of_start(here, it.visit, occasion::called_off,
                       start_of(here.visit_of(it.visit)));
}

events after(const happening& here, const place_offered& it) {
  const auto& to = here.visit_of(it.visit);
  const auto about = to.wish && !to.wish->campaign.empty()
                         ? occasion::priority_offer
                         : occasion::earlier_offer;
  return here.tell(it.visit,
                   {about, which_at(it.claim.time.from), here.at, it.until});
}

events after(const happening& here, const ticket_taken& it) {
  if (came_by_themselves(it.channel))
    return {};
  const auto& to = here.visit_of(it.visit);
  return owe_by(here.now, to,
                {.about = occasion::ticket,
                 .due = here.at,
                 .not_after = here.at + 3 * while_it_helps,
                 .places = places_before(here.now, to)},
                way::sms);
}

events after_call(const happening& here, visit_id called) {
  const auto& to = here.visit_of(called);
  return here.tell(called,
                   {occasion::turn, which_at(to.now.last_call),
                    here.at + time_to_be_seen, here.at + while_it_helps});
}

events after(const happening& here, const visit_called& it) {
  return after_call(here, it.visit);
}

events after(const happening& here, const visit_recalled& it) {
  return after_call(here, it.visit);
}

events after(const happening& here, const visit_missed& it) {
  return here.tell(it.visit, occasion::missed,
                   which_at(here.visit_of(it.visit).now.last_call),
                   12 * while_it_helps);
}

// How full it was, in percent, with those who have just been served; -1: there
// is no limit to measure by.
int gauge_as_it_ended(const state& now, const visit& it) {
  const auto site = site_of(now.setup, it.now.counter);
  const auto after = site.empty() ? gauge{} : gauge_at(now, site);
  if (after.most.value_or(0) <= 0)
    return -1;
  return (after.inside + it.persons) * 100 / *after.most;
}

// Nobody is before them any more: `places` keeps how full it was, which is
// known now and would be another when the survey is sent.
events after(const happening& here, const visit_finished& it) {
  const auto& to = here.visit_of(it.visit);
  const auto& survey = here.now.setup.messages.survey;
  if (questions_for(survey, to.now.service).empty())
    return {};
  const auto due = here.at + std::chrono::minutes{survey.after_minutes};
  return here.tell(it.visit, {.about = occasion::survey,
                              .which = which_at(to.now.since),
                              .due = due,
                              .not_after = due + for_a_day,
                              .places = gauge_as_it_ended(here.now, to)});
}

// What staff have promised to send.
events after(const happening& here, const summary_asked& it) {
  const auto& to = here.visit_of(it.visit);
  return owe_by(here.now, to,
                {.about = occasion::booked,
                 .which = "summary-" + which_at(here.at),
                 .due = here.at,
                 .not_after = here.at + for_a_day},
                it.by);
}

events after(const happening& here, const code_asked& it) {
  return here.tell(it.visit, occasion::code, which_at(here.at), while_it_helps);
}

events otherwise(const happening& here, visit_id to, std::uint32_t number) {
  const auto* failed = find_message(here.now, to, number);
  const auto* it = here.now.visits.find(to);
  if (failed == nullptr || it == nullptr)
    return {};
  return owe_otherwise(here.now, *it, *failed, here.at);
}

events after(const happening& here, const message_failed& it) {
  return otherwise(here, it.to, it.number);
}

// What is not needed need not go another way.
events after(const happening& here, const message_dropped& it) {
  if (it.why != "late" && it.why != "stopped")
    return {};
  return otherwise(here, it.to, it.number);
}

template <class Event>
events after(const happening&, const Event&) {
  return {};
}

// -- who is near --------------------------------------------------------------

constexpr auto most_places = std::ptrdiff_t{21};

telling notice_for(const happening& here, visit_id who, std::ptrdiff_t places) {
  return {occasion::nth, which_notice(here.visit_of(who)), here.at,
          here.at + while_it_helps, static_cast<int>(places)};
}

// Whoever asked is told once, however they come nearer.
void add_notices(events& into, const happening& here) {
  for (const auto& [id, queue] : here.now.queues) {
    const auto seen = std::min(most_places, std::ssize(queue.line));
    for (auto i = std::ptrdiff_t{0}; i < seen; ++i) {
      const auto who = queue.line[static_cast<std::size_t>(i)].visit;
      if (!here.now.noticed.contains(who) || i > here.visit_of(who).notice)
        continue;
      std::ranges::move(here.tell(who, notice_for(here, who, i)),
                        std::back_inserter(into));
    }
  }
}

events remind(const happening& here, const alarm& it) {
  const auto start = here.visit_of(it.to).appointment->claim.time.from;
  return here.tell(it.to, {occasion::reminder, it.which, here.at, start});
}

} // namespace

events messages_after(const state& now, const event& happened, instant at) {
  if (!now.setup.messages.on)
    return {};
  const auto here = happening{now, at};
  auto out
      = std::visit([&](const auto& it) { return after(here, it); }, happened);
  if (!now.noticed.empty() && !subject_of(happened).empty())
    add_notices(out, here);
  return out;
}

events messages_due(const state& now, instant at) {
  auto out = events{};
  const auto here = happening{now, at};
  for (const auto& it : now.alarms.all()) {
    if (it.at > at)
      break;
    if (it.message != 0)
      out.emplace_back(message_failed{it.to, it.message, "no_receipt"});
    else
      std::ranges::move(remind(here, it), std::back_inserter(out));
  }
  return out;
}

} // namespace suivant::office
