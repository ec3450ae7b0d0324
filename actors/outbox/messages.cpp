#include "actors/outbox/messages.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

bool is_noticed(const state& office, const visit& it) {
  return it.notice > 0 && it.now.phase == phase::waiting
         && !has_message(office, it.id, occasion::nth, which_notice(it));
}

void keep_noticed(state& office, visit_id of) {
  const auto* it = office.visits.find(of);
  if (it != nullptr && is_noticed(office, *it))
    office.noticed.insert(of);
  else
    office.noticed.erase(of);
}

} // namespace

std::span<const message> messages_of(const state& now, visit_id to) {
  const auto found = now.messages.find(to);
  return found == now.messages.end() ? std::span<const message>{}
                                     : std::span{found->second};
}

const message* find_message(const state& now, visit_id to,
                            std::uint32_t number) {
  const auto all = messages_of(now, to);
  return number == 0 || number > all.size() ? nullptr : &all[number - 1];
}

message_ref message_in(const event& happened) {
  return std::visit(
      [](const auto& it) -> message_ref {
        if constexpr (requires { it.message.number; })
          return {it.to, it.message.number};
        else if constexpr (requires {
                             it.to;
                             it.number;
                           })
          return {it.to, it.number};
        else
          return {};
      },
      happened);
}

bool has_message(const state& now, visit_id to, occasion about,
                 const std::string& which) {
  return std::ranges::any_of(messages_of(now, to), [&](const message& it) {
    return it.about == about && it.which == which;
  });
}

bool is_owed_anything(const state& now, visit_id to) {
  return std::ranges::any_of(messages_of(now, to), [](const message& it) {
    return it.now < delivery::handed;
  });
}

std::string which_at(instant at) {
  return std::to_string(at.time_since_epoch().count());
}

std::string which_reminder(instant start, const reminder_setup& by) {
  return which_at(start) + '-' + std::to_string(by.days) + '-'
         + std::to_string(by.at) + '-' + std::to_string(by.minutes);
}

std::string which_notice(const visit& it) {
  return std::to_string(it.notice);
}

int places_before(const state& now, const visit& it) {
  const auto queue = now.queues.find(it.now.queue);
  if (queue == now.queues.end() || it.now.phase != phase::waiting)
    return 0;
  const auto& line = queue->second.line;
  return static_cast<int>(std::ranges::lower_bound(line, it.now.at)
                          - line.begin());
}

bool is_still_so(const visit& it, const message& what) {
  const auto& now = it.now;
  switch (what.about) {
  case occasion::code:
    return now.phase == phase::held;
  case occasion::booked:
  case occasion::moved:
    return is_open(now.phase);
  case occasion::reminder:
    return now.phase == phase::booked
           && what.which.starts_with(which_at(it.appointment->claim.time.from)
                                     + '-');
  case occasion::ticket:
  case occasion::nth:
    return now.phase == phase::waiting;
  case occasion::turn:
    return now.phase == phase::called && what.which == which_at(now.last_call);
  case occasion::missed:
    return now.phase == phase::missed;
  case occasion::priority_offer:
  case occasion::earlier_offer:
    return it.offer && what.which == which_at(it.offer->claim.time.from);
  case occasion::survey:
    return now.phase == phase::served && what.which == which_at(now.since);
  case occasion::cancelled:
    return !is_open(now.phase);
  case occasion::called_off:
    return now.phase == phase::postponed || now.phase == phase::cancelled;
  }
  return false;
}

void keep_messages(state& office, const event& happened) {
  auto about = message_in(happened).to;
  if (about.empty())
    about = subject_of(happened);
  if (about.empty())
    return;
  keep_noticed(office, about);
  keep_alarms(office, about);
}

void keep_all_messages(state& office) {
  office.noticed.clear();
  for (const auto& [id, it] : office.visits)
    if (is_noticed(office, *it))
      office.noticed.insert(id);
  keep_all_alarms(office);
}

void forget_messages(state& office) {
  std::erase_if(office.messages, [&](const auto& each) {
    return !office.visits.contains(each.first);
  });
}

} // namespace suivant::office
