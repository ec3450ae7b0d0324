// What events about the office, its counters and agents change.

#include "actors/office/ordering.hpp"
#include "actors/office/steps.hpp"
#include "actors/outbox/messages.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

constexpr auto report_kept = std::chrono::days{90};

// Keeps what `wanted` still names and adds what it names anew.
template <class States, class Setups>
void match(States& states, const Setups& wanted) {
  auto matched = States{};
  for (const auto& each : wanted) {
    auto known = states.extract(each.id);
    if (known.empty())
      matched.try_emplace(each.id);
    else
      matched.insert(std::move(known));
  }
  states = std::move(matched);
}

// Who waits moves to the lane the new rule gives to the class; the due time
// stays the one of the rule under which they came.
void relane(const setup& by, const visit& it, standing& of) {
  if (const auto* queue = find(by, of.queue))
    of.at.lane = lane_of(queue->order, it.priority);
}

void rebuild_lines(state& office) {
  for (auto& [id, queue] : office.queues)
    queue.line.clear();
  for (const auto& [id, as_is] : office.visits) {
    auto& it = office.visits.change(id);
    relane(office.setup, it, it.now);
    if (it.last) {
      auto last = *it.last;
      relane(office.setup, it, last.before);
      it.last = std::move(last);
    }
    if (it.now.phase == phase::waiting)
      office.queues.at(it.now.queue).line.push_back(it.now.at);
  }
  for (auto& [id, queue] : office.queues)
    std::ranges::sort(queue.line);
}

// The number of the day holds until the set-up says another one than before.
void keep_sites(state& office, const setup& wanted) {
  for (auto& [id, site] : office.sites) {
    const auto* old = booking::find_site(office.setup.booking, id);
    const auto* now = booking::find_site(wanted.booking, id);
    if (now == nullptr)
      site = {};
    else if (old == nullptr || old->gauge != now->gauge)
      site.most = -1;
  }
}

} // namespace

void apply(state& office, office_configured happened, instant) {
  keep_sites(office, happened.setup);
  office.setup = std::move(happened.setup);
  office.clocks = std::move(happened.clocks);
  set_up_bookings(office);
  for (auto& [id, it] : office.campaigns)
    it.looking = it.is_open;
  match(office.queues, office.setup.queues);
  match(office.counters, office.setup.counters);
  rebuild_lines(office);
}

// Keys outlive the day they were used on by one more day of business, so that
// a phone that slept over night still learns what became of its question.
void apply(state& office, const day_began& happened, instant at) {
  std::erase_if(office.answers,
                [&](const auto& each) { return each.second.day < office.day; });
  office.visits.forget_if([&](const visit& it) {
    return !is_open(it.now.phase) && !is_owed_anything(office, it.id);
  });
  forget_messages(office);
  for (const auto& [id, it] : office.visits)
    if (it->last)
      office.visits.change(id).last.reset();
  for (auto& [id, it] : office.campaigns) {
    it.looking = it.is_open;
    if (!it.is_open && at - it.ended > report_kept)
      it.people.clear();
  }
  office.sites.clear(); // Nobody stays in the house over night.
  office.day = happened.day;
}

void apply(state& office, const queue_opened& happened, instant) {
  office.queues.at(happened.queue).open = true;
}

void apply(state& office, const queue_closed& happened, instant) {
  office.queues.at(happened.queue).open = false;
}

void apply(state& office, const agent_signed_in& happened, instant at) {
  auto& counter = office.counters.at(happened.counter);
  counter = counter_state{};
  counter.agent = happened.agent;
  counter.since = at;
}

void apply(state& office, const agent_signed_out& happened, instant at) {
  auto& counter = office.counters.at(happened.counter);
  counter = counter_state{};
  counter.since = at;
}

void apply(state& office, const break_began& happened, instant at) {
  auto& counter = office.counters.at(happened.counter);
  counter.on_break = true;
  counter.break_reason = happened.reason;
  counter.since = at;
}

void apply(state& office, const break_ended& happened, instant at) {
  auto& counter = office.counters.at(happened.counter);
  counter.on_break = false;
  counter.break_reason.clear();
  counter.since = at;
}

void apply(state& office, const desk_lost& happened, instant at) {
  auto& counter = office.counters.at(happened.counter);
  counter.online = false;
  counter.since = at;
}

void apply(state& office, const desk_returned& happened, instant at) {
  auto& counter = office.counters.at(happened.counter);
  counter.online = true;
  counter.since = at;
}

} // namespace suivant::office
