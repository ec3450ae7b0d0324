#include "actors/office/invariants.hpp"

#include "actors/office/gauge.hpp"
#include "actors/office/ordering.hpp"
#include "actors/office/rights.hpp"
#include "actors/office/setup_rules.hpp"
#include "actors/outbox/messages.hpp"

#include <algorithm>
#include <set>

namespace suivant::office {
namespace {

class inspector {
public:
  explicit inspector(const state& now) : now_(now) {}

  std::vector<std::string> all_broken() {
    if (!problems_in(now_.setup, now_.clocks).empty() && now_.setup != setup{})
      complain("the set-up is invalid");
    inspect_states();
    if (!broken_.empty())
      return std::move(broken_);
    for (const auto& [id, queue] : now_.queues)
      inspect_line(id, queue);
    for (const auto& [id, counter] : now_.counters)
      inspect_counter(id, counter);
    for (const auto& [id, it] : now_.visits)
      inspect_visit(id, *it);
    inspect_bookings();
    inspect_lists();
    inspect_sites();
    inspect_messages();
    if (numbers_.size() != now_.held_numbers.size())
      complain("numbers are held by nobody");
    return std::move(broken_);
  }

private:
  void complain(std::string what) {
    broken_.push_back(std::move(what));
  }

  void expect(bool is_true, const visit_id& of, const char* otherwise) {
    if (!is_true)
      complain("visit " + std::to_string(of.number) + ' ' + otherwise);
  }

  // Everything set up has a state, and nothing else has.
  void inspect_states() {
    const auto has_state = [](const auto& states, const auto& setups) {
      return states.size() == setups.size()
             && std::ranges::all_of(setups, [&](const auto& each) {
                  return states.contains(each.id);
                });
    };
    if (!has_state(now_.queues, now_.setup.queues))
      complain("the queues are not those of the set-up");
    if (!has_state(now_.counters, now_.setup.counters))
      complain("the counters are not those of the set-up");
  }

  void inspect_line(const queue_id& id, const queue_state& queue) {
    const auto not_after
        = [](const place& one, const place& next) { return !(one < next); };
    if (std::ranges::adjacent_find(queue.line, not_after) != queue.line.end())
      complain("line " + id.text + " is out of order");
    for (const auto& at : queue.line) {
      const auto* it = now_.visits.find(at.visit);
      const auto is_right = it != nullptr && it->now.phase == phase::waiting
                            && it->now.queue == id && it->now.at == at;
      expect(is_right, at.visit, "stands in a line without waiting there");
    }
  }

  void inspect_counter(const counter_id& id, const counter_state& counter) {
    if (!counter.agent.empty() && !agents_.insert(counter.agent).second)
      complain("an agent of counter " + id.text + " is elsewhere too");
    if (counter.agent.empty() && (counter.on_break || !counter.online))
      complain("counter " + id.text + " rests without an agent");
    if (counter.visit.empty())
      return;
    const auto* it = now_.visits.find(counter.visit);
    const auto is_right = it != nullptr && is_at_counter(it->now.phase)
                          && it->now.counter == id
                          && it->now.agent == counter.agent
                          && !counter.agent.empty() && !counter.on_break;
    expect(is_right, counter.visit, "occupies a counter without being there");
  }

  void inspect_visit(const visit_id& id, const visit& it) {
    expect(it.id == id && id <= now_.last_visit, id, "has a wrong id");
    expect(it.version > 0, id, "has no version");
    expect(it.joined <= it.now.since && it.now.since <= now_.last_at, id,
           "has times out of order");
    if (is_here(it.now.phase)) {
      expect(it.day <= now_.day, id, "is of a day to come");
      inspect_here(it);
    } else if (is_open(it.now.phase))
      inspect_to_come(it);
  }

  void inspect_here(const visit& it) {
    expect(numbers_.insert(it.number).second, it.id,
           "has the number of another");
    expect(now_.held_numbers.contains(it.number), it.id,
           "does not hold its number");
    expect(fits(now_.setup, it.now), it.id, "asks for what the office lacks");
    expect(it.now.at.visit == it.id, it.id, "has the place of another");
    if (const auto* queue = find(now_.setup, it.now.queue))
      expect(it.now.at.lane == lane_of(queue->order, it.priority), it.id,
             "is in the lane of another class");
    if (it.now.phase == phase::waiting)
      inspect_waiting(it);
    else if (is_at_counter(it.now.phase))
      inspect_at_counter(it);
  }

  void inspect_to_come(const visit& it) {
    expect(it.appointment && it.number.empty() && it.now.queue.empty(), it.id,
           "is to come, and yet is here");
    if (!it.appointment)
      return;
    expect((it.now.phase == phase::held)
               == (it.appointment->held_until > instant{}),
           it.id, "is no hold and no appointment");
    if (it.now.phase == phase::booked)
      expect(it.day >= now_.day, it.id, "is of a day gone by");
  }

  // One place in a list for each who is on it; an offer only to who waits.
  void inspect_lists() {
    for (const auto& [name, list] : now_.campaigns)
      for (const auto& it : list.people)
        if (it.now == phase::postponed)
          inspect_entry(name, list, it);
    for (const auto& [id, it] : now_.visits) {
      expect(!it->offer || it->wish, id, "is offered what it did not wish for");
      expect(waits_for_earlier(*it)
                 == (it->wish && now_.earlier.contains({it->wish->asked, id})),
             id, "waits for an earlier start, and is not known to");
      if (it->now.phase == phase::postponed)
        inspect_postponed(*it);
    }
  }

  void inspect_entry(const campaign_id& name, const campaign& list,
                     const list_entry& it) {
    const auto* visit = now_.visits.find(it.visit);
    expect(visit != nullptr && visit->now.phase == phase::postponed
               && visit->wish && visit->wish->campaign == name,
           it.visit, "is on a list that it does not wait on");
    expect(list.is_open || (visit != nullptr && visit->offer), it.visit,
           "waits on a list that has ended");
  }

  void inspect_postponed(const visit& it) {
    const auto list = it.wish ? now_.campaigns.find(it.wish->campaign)
                              : now_.campaigns.end();
    const auto* entry = list == now_.campaigns.end()
                            ? nullptr
                            : office::find(list->second, it.id);
    expect(entry != nullptr && entry->now == phase::postponed, it.id,
           "is postponed and on no list");
  }

  // What is taken follows from the visits.
  void inspect_bookings() {
    auto anew = now_.booked;
    anew.keep_all(now_.visits);
    if (!(anew == now_.booked))
      complain("what appointments take is not what they claim");
  }

  // Nobody was called into a full site but by somebody who said why.
  void inspect_sites() {
    if (now_.inside != inside_by_visits(now_))
      complain("the people inside are not those of the visits");
    for (const auto& site : now_.setup.booking.sites) {
      const auto found = now_.sites.find(site.id);
      const auto known = found == now_.sites.end() ? 0 : found->second.beyond;
      if (beyond(now_, site.id) > known)
        complain("more people are in site " + site.id.text
                 + " than its gauge lets in");
    }
    for (const auto& [id, site] : now_.sites) {
      if (booking::find_site(now_.setup.booking, id) == nullptr)
        complain("site " + id.text + " is not one of the set-up");
      if (!std::ranges::is_sorted(site.others, {}, &stay::until)
          || std::ranges::any_of(site.others,
                                 [](const stay& it) { return it.persons < 1; }))
        complain("the people in site " + id.text + " are counted wrongly");
    }
  }

  // Each is said once, and what the clock will say follows from the rest.
  void inspect_messages() {
    for (const auto& [to, all] : now_.messages) {
      expect(now_.visits.contains(to), to, "is owed messages, and forgotten");
      for (auto i = std::size_t{0}; i < all.size(); ++i)
        expect(all[i].number == i + 1, to, "has messages out of order");
    }
    auto anew = now_;
    keep_all_messages(anew);
    if (anew.alarms != now_.alarms || anew.noticed != now_.noticed)
      complain("what is to be said is not what follows from the visits");
  }

  void inspect_waiting(const visit& it) {
    const auto found = now_.queues.find(it.now.queue);
    expect(found != now_.queues.end()
               && std::ranges::binary_search(found->second.line, it.now.at),
           it.id, "waits outside its line");
    expect(it.now.counter.empty() && it.now.calls == 0, it.id,
           "waits as if it were called");
  }

  void inspect_at_counter(const visit& it) {
    const auto found = now_.counters.find(it.now.counter);
    expect(found != now_.counters.end() && found->second.visit == it.id, it.id,
           "is at a counter that knows nothing of it");
  }

  const state& now_;
  std::set<agent_id> agents_;
  std::set<std::string_view> numbers_;
  std::vector<std::string> broken_;
};

} // namespace

std::vector<std::string> broken_invariants(const state& now) {
  return inspector{now}.all_broken();
}

} // namespace suivant::office
