#include "cli/day_player.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace suivant::cli {
namespace {

using boost::json::object;
using std::chrono::seconds;

constexpr auto pause_before_retry = seconds{15};
constexpr auto most_tries = 200;
constexpr auto longest_walk = seconds{10};

struct translation {
  std::string_view logged;
  std::string_view service;
};

// What callers of the bank wanted, as what visitors of a town hall want. The
// everyday business is the one with the most agents.
constexpr auto services = std::to_array<translation>({{"PS", "identite"},
                                                      {"NW", "etat-civil"},
                                                      {"NE", "urbanisme"},
                                                      {"TT", "urbanisme"}});

std::string service_for(const std::string& logged) {
  const auto* found = std::ranges::find(services, logged, &translation::logged);
  return std::string{found == services.end() ? "accueil" : found->service};
}

object visit_of(const ticket& it) {
  return {{"visit", object{{"id", it.visit.number}}}};
}

bool is_in_other_hands(const outcome& said) {
  return said.error == "visit_is_not_waiting" || said.error == "visit_is_closed"
         || said.error == "no_such_visit";
}

// The first ones; the others stay free for people who watch.
std::vector<std::string> counters_in(const office::setup& setup,
                                     std::size_t left_free) {
  auto counters = std::vector<std::string>{};
  for (const auto& counter : setup.counters)
    counters.push_back(counter.id.text);
  counters.resize(counters.size() - std::min(counters.size(), left_free));
  return counters;
}

} // namespace

// -- the plan -----------------------------------------------------------------

day_player::day_player(town_hall_api& api, const std::vector<logged_visit>& day,
                       playing how)
    : api_{api}, how_{std::move(how)},
      reception_{api.sign_in("rachid", how_.password)},
      staff_{api, how_.keys_prefix, how_.password} {
  const auto administrator = api_.sign_in("adam", how_.password);
  const auto setup = api_.setup(administrator);
  priority_bonus_
      = std::chrono::minutes{setup.queues.at(0).order.priority_bonus_minutes};
  for (const auto& it : day)
    plan(it);
  staff_.begin(administrator, counters_in(setup, how_.counters_left_free));
}

void day_player::plan(const logged_visit& it) {
  const auto who = visits_.size();
  auto visit = played{.log = it};
  const auto joined = how_.midnight + it.joined;
  steps_.insert({joined, kind::join, who});
  if (it.served) {
    visit.seat = staff_.hire(it.agent);
    ++staff_.at(visit.seat).visits_left;
  }
  steps_.insert({joined + it.wait, it.served ? kind::call : kind::leave, who});
  visits_.push_back(std::move(visit));
}

std::optional<instant> day_player::next_due() const {
  if (steps_.empty())
    return std::nullopt;
  return steps_.begin()->at;
}

void day_player::play_next() {
  const auto next = steps_.extract(steps_.begin()).value();
  now_ = next.at;
  switch (next.what) {
  case kind::join:
    return join(next.who);
  case kind::leave:
    return leave(next.who);
  case kind::call:
    return call(next.who);
  case kind::start:
    return start(next.who);
  case kind::finish:
    return finish(next.who);
  }
}

// -- a visit, in the order it happens -----------------------------------------

// Nobody grants a class to themselves, so whoever has one comes by the
// reception; so do those of class 1, so that both ways in are used.
void day_player::join(std::size_t who) {
  const auto& log = visits_[who].log;
  const auto service = service_for(log.service);
  const auto key = staff_.next_key();
  const auto then
      = [this, who, at = now_](const ticket& taken) { joined(who, at, taken); };
  if (log.priority == 0)
    api_.take_ticket(service, key, then);
  else
    api_.take_ticket(reception_, service,
                     log.priority == 2 ? "priority" : "standard", key, then);
}

void day_player::joined(std::size_t who, instant at, const ticket& taken) {
  auto& it = visits_[who];
  it.ticket = taken;
  if (!index_.emplace(taken.visit, who).second) {
    ++tally_.repeated;
    it.stage = stage::over;
    return;
  }
  ++tally_.tickets;
  it.stage = stage::waiting;
  it.due = it.log.priority == 2 ? at - priority_bonus_ : at;
  line_.emplace(it.due, taken.visit);
}

void day_player::leave(std::size_t who) {
  settle();
  auto& it = visits_[who];
  if (it.stage != stage::waiting)
    return;
  it.stage = stage::over;
  line_.erase({it.due, it.ticket.visit});
  api_.leave(it.ticket.token, staff_.next_key(), [this](const outcome& said) {
    tally_.given_up += said.granted() ? 0 : 1;
  });
}

void day_player::call(std::size_t who) {
  settle();
  if (visits_[who].stage != stage::waiting)
    return;
  auto* by = staff_.free_one(visits_[who].seat);
  if (by == nullptr)
    return call_later(who);
  const auto said = call_from(*by, visits_[who]);
  if (!said.granted()) {
    if (is_in_other_hands(said))
      return give_up(who);
    // Somebody sent the agent away or on a break: another counter, then.
    by->counter.clear();
    return call_later(who);
  }
  const auto expected = visits_[who].ticket.visit;
  bring_to(*by, said.visit);
  if (said.visit != expected)
    call_later(who);
}

// The office's own choice where it is the one of the log; else by hand.
outcome day_player::call_from(const seat& by, const played& it) {
  const auto counter = object{{"counter", by.counter}};
  if (line_.begin()->second == it.ticket.visit) {
    auto said = staff_.ask(by, "call_next", counter);
    if (said.granted())
      return said;
  }
  auto by_hand = visit_of(it.ticket);
  by_hand["counter"] = by.counter;
  return staff_.ask(by, "call_visit", by_hand);
}

void day_player::bring_to(seat& by, visit_id visit) {
  const auto who = known_or_guest(visit);
  auto& it = visits_[who];
  line_.erase({it.due, visit});
  if (it.stage == stage::waiting)
    --staff_.at(it.seat).visits_left;
  it.stage = stage::at_counter;
  it.seat = staff_.index_of(by);
  by.busy = true;
  const auto served = std::max(it.log.service_time, seconds{1});
  const auto is_guest = it.ticket.token.empty();
  const auto walk
      = is_guest ? how_.guest_walks : std::min(longest_walk, served / 4);
  steps_.insert({now_ + walk, kind::start, who});
  steps_.insert({now_ + served, kind::finish, who});
}

// Whoever is not in the log has joined by a page of their own.
std::size_t day_player::known_or_guest(visit_id visit) {
  const auto found = index_.find(visit);
  if (found != index_.end())
    return found->second;
  const auto who = visits_.size();
  auto guest = played{.ticket = {visit, {}}};
  guest.log.service_time = how_.guest_walks + how_.guest_served;
  visits_.push_back(std::move(guest));
  index_.emplace(visit, who);
  return who;
}

void day_player::start(std::size_t who) {
  const auto& it = visits_[who];
  staff_.tell(staff_.at(it.seat), "start", visit_of(it.ticket));
}

void day_player::finish(std::size_t who) {
  auto& it = visits_[who];
  it.stage = stage::over;
  auto members = visit_of(it.ticket);
  members["outcome"] = "served";
  staff_.tell(staff_.at(it.seat), "finish", members);
  staff_.at(it.seat).busy = false;
  staff_.rest(staff_.at(it.seat));
}

void day_player::call_later(std::size_t who) {
  if (++visits_[who].tries > most_tries)
    return give_up(who);
  steps_.insert({now_ + pause_before_retry, kind::call, who});
}

void day_player::give_up(std::size_t who) {
  auto& it = visits_[who];
  ++tally_.given_up;
  it.stage = stage::over;
  line_.erase({it.due, it.ticket.visit});
  --staff_.at(it.seat).visits_left;
  staff_.rest(staff_.at(it.seat));
}

} // namespace suivant::cli
