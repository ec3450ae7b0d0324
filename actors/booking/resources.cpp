#include "actors/booking/resources.hpp"

#include <algorithm>
#include <bit>

namespace suivant::booking {
namespace {

using std::chrono::minutes;

// A session is given room for all its seats.
int persons_of(const search& it) {
  return it.rule.seats > 0 ? it.rule.seats : it.asked.persons;
}

// How many appointments a resource can serve at that time.
int serves(const search& it, const resource_day& resource,
           const interval& time) {
  if (!is_there(it, resource, time))
    return 0;
  const auto persons = persons_of(it);
  const auto left = room_left(it, resource, time);
  if (it.plan.resources[resource.index].setup.shared)
    return left.value_or(0) / persons;
  const auto length = std::chrono::floor<minutes>(time.to - time.from);
  return left.value_or(persons) >= persons
                 && is_free_for(resource.taken,
                                wanted_at(it, time.from, length))
             ? 1
             : 0;
}

// Gives needs to resources; where the only one that can meet a need is given
// away, whoever has it takes another one, if there is one.
class matching {
public:
  matching(const search& it, const site_day& day, const interval& time)
      : it_{it}, day_{day}, time_{time}, places_(day.resources.size()),
        given_(day.resources.size()) {}

  /// Whether all of one more appointment's needs are met. If not, no more may
  /// be asked for.
  bool add(const service_rule& rule) {
    for (auto need = 0u; need < rule.needs.size(); ++need)
      for (auto i = 0; i < rule.needs[need].count; ++i) {
        seen_.assign(places_.size(), false);
        if (!meets(1u << need))
          return false;
      }
    return true;
  }

  std::vector<std::size_t> chosen() const {
    auto out = std::vector<std::size_t>{};
    for (auto i = std::size_t{0}; i < given_.size(); ++i)
      if (!given_[i].empty())
        out.push_back(day_.resources[i].index);
    return out;
  }

private:
  // Most are never asked about.
  int places_of(std::size_t i) {
    if (!places_[i])
      places_[i] = serves(it_, day_.resources[i], time_);
    return *places_[i];
  }

  bool meets(unsigned need) {
    for (auto i = std::size_t{0}; i < places_.size(); ++i) {
      if (seen_[i] || (day_.resources[i].needs & need) == 0
          || places_of(i) == 0)
        continue;
      seen_[i] = true;
      if (static_cast<int>(given_[i].size()) < places_of(i)) {
        given_[i].push_back(need);
        return true;
      }
      for (auto& other : given_[i])
        if (meets(other)) {
          other = need;
          return true;
        }
    }
    return false;
  }

  const search& it_;
  const site_day& day_;
  const interval& time_;
  std::vector<std::optional<int>> places_;   // By resource.
  std::vector<std::vector<unsigned>> given_; // Needs, by resource.
  std::vector<bool> seen_;
};

// The same day on which nobody but `with` can meet one of the needs it meets.
site_day led_by(const search& it, site_day day, const resource_id& with) {
  const auto found
      = std::ranges::find(day.resources, with, [&](const auto& on) {
          return it.plan.resources[on.index].setup.id;
        });
  if (found == day.resources.end() || found->needs == 0)
    return day;
  const auto only = found->needs & ~(found->needs - 1); // The first of them.
  const auto need = static_cast<std::size_t>(std::countr_zero(only));
  if (it.rule.needs[need].count > 1)
    return day;
  for (auto& each : day.resources)
    if (&each != &*found)
      each.needs &= ~only;
  return day;
}

} // namespace

int sets_left(const search& it, const site_day& day, const interval& time,
              int most) {
  if (it.rule.needs.empty())
    return most;
  auto all = matching{it, day, time};
  auto sets = 0;
  while (sets < most && all.add(it.rule))
    ++sets;
  return sets;
}

std::optional<std::vector<std::size_t>> one_set(const search& it,
                                                const site_day& day,
                                                const interval& time,
                                                const resource_id& with) {
  const auto only = with.empty() ? day : led_by(it, day, with);
  auto all = matching{it, only, time};
  if (!all.add(it.rule))
    return std::nullopt;
  auto chosen = all.chosen();
  const auto is_wanted = [&](std::size_t index) {
    return it.plan.resources[index].setup.id == with;
  };
  if (!with.empty() && std::ranges::none_of(chosen, is_wanted))
    return std::nullopt;
  return chosen;
}

bool is_there(const search& it, const resource_day& resource, interval time) {
  if (!it.rule.after_may_pass_closing)
    time.to += minutes{it.rule.after};
  return std::ranges::any_of(
      resource.times, [&](const interval& all) { return covers(all, time); });
}

std::optional<int> room_left(const search& it, const resource_day& room,
                             const interval& time) {
  const auto& setup = it.plan.resources[room.index].setup;
  if (setup.gauge == 0)
    return std::nullopt;
  return std::max(0, setup.gauge - highest(room.persons, time));
}

} // namespace suivant::booking
