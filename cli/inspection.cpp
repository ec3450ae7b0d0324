#include "cli/inspection.hpp"

#include "actors/booking/conflicts.hpp"
#include "actors/office/gauge.hpp"
#include "actors/office/invariants.hpp"
#include "actors/office/office_describe.hpp"
#include "actors/office/office_json.hpp"
#include "cli/phases_for.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace suivant::cli {
namespace {

constexpr auto most_problems = std::size_t{20};

// The counter that somebody is called to or served at from now on.
counter_id counter_taken(const office::event& it) {
  if (const auto* called = std::get_if<office::visit_called>(&it))
    return called->counter;
  if (const auto* resumed = std::get_if<office::visit_resumed>(&it))
    return resumed->counter;
  return {};
}

// The first event of a visit.
bool begins(const office::event& it) {
  return std::holds_alternative<office::ticket_taken>(it)
         || std::holds_alternative<office::slot_held>(it);
}

bool ends_otherwise(const office::event& it) {
  return std::holds_alternative<office::visit_cancelled>(it)
         || std::holds_alternative<office::visit_abandoned>(it)
         || std::holds_alternative<office::hold_expired>(it)
         || std::holds_alternative<office::list_left>(it)
         || std::holds_alternative<office::visit_no_show>(it);
}

template <class Enum>
std::string_view word(Enum of) {
  return boost::describe::enum_to_string(of, "?");
}

} // namespace

bool inspection::take(const office::fact& next) {
  if (next.number != now_.last_fact + 1) {
    complain(next.number,
             fmt::format("follows fact {}: the facts between are missing",
                         now_.last_fact));
    return false;
  }
  if (next.at < now_.last_at)
    complain(next.number, "is dated before the fact it follows");
  if (!can_follow(next) || !has_counter_for(next))
    return false;
  try {
    expect_room_for(next);
    count(next.what);
    office::evolve(now_, next);
  } catch (const std::out_of_range&) {
    complain(next.number, "names what the office does not have");
    return false;
  }
  if (std::holds_alternative<office::office_configured>(next.what))
    set_up_at_ = next.at;
  if (std::holds_alternative<office::day_began>(next.what))
    look_for_the_lost();
  if (next.number % every_ == 0)
    check_promises();
  return true;
}

void inspection::finish() {
  look_for_the_lost();
  check_promises();
}

visit_counts inspection::counts() const {
  auto counts = counts_;
  counts.open = open_.size();
  return counts;
}

void inspection::complain(office::fact_number at, std::string what) {
  if (problems_.size() < most_problems)
    problems_.push_back(fmt::format("fact {} {}", at, what));
}

bool inspection::can_follow(const office::fact& next) {
  const auto id = office::subject_of(next.what);
  if (begins(next.what)) {
    if (id > now_.last_visit)
      return true;
    complain(next.number, fmt::format("gives visit {} again", id.number));
    return false;
  }
  if (id.empty())
    return true;
  const auto* it = now_.visits.find(id);
  if (it == nullptr) {
    complain(next.number,
             fmt::format("is about visit {}, which is not here", id.number));
    return false;
  }
  if (std::visit(phases_for{*it}, next.what))
    return true;
  if (std::holds_alternative<office::visit_called>(next.what)
      && office::is_open(it->now.phase))
    ++counts_.called_twice;
  complain(next.number, fmt::format("is {}, which cannot be: visit {} is {}",
                                    office::name_of(next.what), id.number,
                                    word(it->now.phase)));
  return false;
}

bool inspection::has_counter_for(const office::fact& next) {
  const auto id = counter_taken(next.what);
  const auto found = now_.counters.find(id);
  if (id.empty() || found == now_.counters.end() || found->second.visit.empty())
    return true;
  ++counts_.called_twice;
  complain(next.number,
           fmt::format("brings a second visit to counter {}", id.text));
  return false;
}

// Whoever was let in although the site was full is marked, with a reason.
void inspection::expect_room_for(const office::fact& next) {
  const auto look = [&](const auto& call) {
    if (!call.over_gauge
        && !office::lets_in(now_, now_.visits.at(call.visit), call.counter))
      complain(next.number, fmt::format("lets visit {} into a full site",
                                        call.visit.number));
  };
  if (const auto* called = std::get_if<office::visit_called>(&next.what))
    look(*called);
  else if (const auto* back = std::get_if<office::visit_resumed>(&next.what))
    look(*back);
}

void inspection::count(const office::event& happened) {
  const auto id = office::subject_of(happened);
  if (begins(happened)) {
    ++counts_.taken;
    open_.insert(id);
  } else if (std::holds_alternative<office::visit_finished>(happened)) {
    ++counts_.served;
    open_.erase(id);
  } else if (std::holds_alternative<office::visit_left>(happened)) {
    ++counts_.left;
    open_.erase(id);
  } else if (ends_otherwise(happened)) {
    ++counts_.otherwise;
    open_.erase(id);
  } else if (const auto* call = std::get_if<office::visit_called>(&happened)) {
    ++counts_.calls;
    counts_.by_hand += call->why.by_hand ? 1 : 0;
  } else if (const auto* booked
             = std::get_if<office::visit_booked>(&happened)) {
    counts_.otherwise -= booked->renewed ? 1 : 0;
    open_.insert(id);
  } else if (std::holds_alternative<office::visit_arrived>(happened)) {
    // Who was given up comes all the same.
    counts_.otherwise -= open_.insert(id).second ? 1 : 0;
  } else if (const auto* undone = std::get_if<office::step_undone>(&happened)) {
    count_undone(id, undone->step);
  }
}

void inspection::count_undone(const visit_id& id, const std::string& step) {
  const auto& last = now_.visits.at(id).last;
  if (last && !office::is_open(last->before.phase)) {
    ++counts_.otherwise;
    open_.erase(id);
    return;
  }
  if (step == "visit_finished")
    --counts_.served;
  else if (step == "visit_cancelled" || step == "visit_no_show")
    --counts_.otherwise;
  open_.insert(id);
}

void inspection::look_for_the_lost() {
  for (const auto& id : open_) {
    const auto* it = now_.visits.find(id);
    if (it != nullptr && office::is_open(it->now.phase))
      continue;
    ++counts_.lost;
    complain(now_.last_fact,
             fmt::format("loses visit {}: it has not ended, and is not here",
                         id.number));
  }
}

void inspection::check_promises() {
  for (auto& broken : office::broken_invariants(now_))
    complain(now_.last_fact, "leaves this: " + std::move(broken));
  check_bookings();
}

// An older appointment may no longer fit a newer set-up; one that was made
// under it must.
void inspection::check_bookings() {
  const auto& stock = now_.booked.stock();
  for (const auto& it :
       booking::conflicts(now_.booked.plan(), stock, now_.last_at))
    if (stock.find(it.visit)->claim.at > set_up_at_)
      complain(now_.last_fact,
               fmt::format("leaves visit {} booked for what is "
                           "not there: {}",
                           office::visit_of(it.visit).number, word(it.why)));
}

} // namespace suivant::cli
