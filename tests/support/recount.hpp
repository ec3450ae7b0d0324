// Counts from scratch, minute by minute and pair by pair, whether what is taken
// keeps within a set-up. Shares no rule with the program: slow, and simple.

#pragma once

#include "actors/booking/question.hpp"
#include "actors/booking/stock.hpp"
#include "tests/support/minute_by_minute.hpp"

#include <functional>
#include <sstream>

namespace suivant::tests {

class recount {
public:
  recount(const booking::setup& setup, const booking::stock& stock,
          const std::vector<booking::presence>& others)
      : setup_{setup}, others_{others} {
    for (const auto& [visit, it] : stock.all())
      claims_.push_back(&it.claim);
  }

  /// What is exceeded, in words; empty when all is well.
  std::vector<std::string> wrong() {
    for (const auto* it : claims_) {
      check_hours(*it);
      if (!it->waiting)
        check_resources(*it);
    }
    check_pairs();
    for (const auto& it : setup_.openings)
      check_places(it);
    for (const auto& it : setup_.sites)
      check_gauge(it);
    for (const auto& it : setup_.resources)
      check_room(it);
    check_sessions();
    return std::move(wrong_);
  }

private:
  using claim = booking::claim;
  using some_claims = std::vector<const claim*>;

  template <class... Words>
  void say(const claim& it, const Words&... words) {
    auto out = std::ostringstream{};
    (out << ... << words);
    out << ": " << it.service.text << " in " << it.opening.text << " at "
        << text_of(zone{}, it.time.from);
    wrong_.push_back(out.str());
  }

  const booking::service_rule& rule_of(const claim& it) const {
    return named_in(setup_.services, it.service);
  }

  // -- when: each minute on its own -------------------------------------------

  // Service time, and cleaning if that may not pass closing.
  bool all_minutes(const claim& it, const std::function<bool(instant)>& holds) {
    const auto after = std::chrono::minutes{
        rule_of(it).after_may_pass_closing ? 0 : it.after};
    for (auto at = it.time.from; at < it.time.to + after;
         at += std::chrono::minutes{1})
      if (!holds(at))
        return false;
    return true;
  }

  void check_hours(const claim& it) {
    const auto& opening = named_in(setup_.openings, it.opening);
    if (!all_minutes(it,
                     [&](auto at) { return is_open_at(setup_, opening, at); }))
      say(it, "closed");
    if (std::ranges::count(opening.services, it.service) == 0)
      say(it, "not offered there");
  }

  // -- with whom --------------------------------------------------------------

  bool meets(const booking::resource_setup& it, const booking::need& need,
             const claim& by) const {
    const auto able
        = std::ranges::count(it.skills, by.service) > 0
          || (it.skills.empty() && it.kind != booking::resource_kind::agent);
    return able && it.kind == need.kind && it.site == by.site;
  }

  // Some order of what it has meets its needs one by one.
  void check_resources(const claim& it) {
    auto slots = std::vector<booking::need>{};
    for (const auto& need : rule_of(it).needs)
      slots.insert(slots.end(), static_cast<std::size_t>(need.count), need);
    auto has = it.resources;
    std::ranges::sort(has);
    auto found = slots.empty() && has.empty();
    do {
      if (found || has.size() != slots.size())
        break;
      found = true;
      for (auto i = std::size_t{0}; i < slots.size(); ++i)
        found
            = found && meets(named_in(setup_.resources, has[i]), slots[i], it);
    } while (std::ranges::next_permutation(has).found);
    if (!found)
      say(it, "wrong resources");
    for (const auto& id : it.resources) {
      const auto& resource = named_in(setup_.resources, id);
      if (!all_minutes(
              it, [&](auto at) { return is_there_at(setup_, resource, at); }))
        say(it, id.text, " is absent");
      if (resource.gauge > 0 && it.persons > resource.gauge)
        say(it, id.text, " is too small");
    }
  }

  bool far_enough(const claim& one, const claim& other) const {
    const auto& earlier = one.time.from <= other.time.from ? one : other;
    const auto& later = &earlier == &one ? other : one;
    const auto apart = setup_.gap == booking::gap::max
                           ? std::max(earlier.after, later.before)
                           : earlier.after + later.before;
    return earlier.time.to + std::chrono::minutes{apart} <= later.time.from;
  }

  static bool same_session(const claim& one, const claim& other) {
    return one.seats > 0 && session_of(one) == session_of(other);
  }

  bool share_resource(const claim& one, const claim& other) const {
    return std::ranges::any_of(one.resources, [&](const auto& id) {
      return !named_in(setup_.resources, id).shared
             && std::ranges::count(other.resources, id) > 0;
    });
  }

  void check_pairs() {
    for (const auto* one : claims_)
      for (const auto* other : claims_) {
        if (one >= other || one->waiting || other->waiting)
          continue;
        if (!same_session(*one, *other) && share_resource(*one, *other)
            && !far_enough(*one, *other))
          say(*one, "shares somebody");
        if (!one->person.empty() && one->person == other->person
            && one->time.from < other->time.to
            && other->time.from < one->time.to
            && !rule_of(*one).limits.at_one_time
            && !rule_of(*other).limits.at_one_time)
          say(*one, "twice at a time");
      }
  }

  // -- how many ---------------------------------------------------------------

  // The fewest desks are as many as appointments less the most pairs of "the
  // same desk next", by augmenting paths.
  int desks(const some_claims& all) const {
    auto before = std::vector<std::optional<std::size_t>>(all.size());
    auto pairs = 0;
    for (auto i = std::size_t{0}; i < all.size(); ++i) {
      auto seen = std::vector<bool>(all.size());
      pairs += has_next(all, i, seen, before) ? 1 : 0;
    }
    return static_cast<int>(all.size()) - pairs;
  }

  bool has_next(const some_claims& all, std::size_t i, std::vector<bool>& seen,
                std::vector<std::optional<std::size_t>>& before) const {
    for (auto next = std::size_t{0}; next < all.size(); ++next) {
      if (seen[next] || all[next]->time.from <= all[i]->time.from
          || !far_enough(*all[i], *all[next]))
        continue;
      seen[next] = true;
      if (!before[next] || has_next(all, *before[next], seen, before)) {
        before[next] = i;
        return true;
      }
    }
    return false;
  }

  // What takes a place on purpose only: sessions once, staff's extras not.
  some_claims units_of(const booking::opening_setup& opening,
                       const std::function<bool(const claim&)>& wanted) const {
    auto out = some_claims{};
    for (const auto* it : claims_) {
      if (it->opening != opening.id || it->waiting || it->overbooked
          || !wanted(*it))
        continue;
      const auto is_counted = std::ranges::any_of(
          out, [&](const auto* other) { return same_session(*it, *other); });
      if (!is_counted)
        out.push_back(it);
    }
    return out;
  }

  void check_places(const booking::opening_setup& it) {
    const auto all = units_of(it, [](const auto&) { return true; });
    if (!all.empty() && desks(all) > it.public_places + it.staff_places)
      say(*all.front(), "too many places");
    const auto open
        = units_of(it, [](const auto& each) { return each.by_public; });
    if (!open.empty() && desks(open) > it.public_places)
      say(*open.front(), "too many public places");
    for (const auto& [family, most] : it.families) {
      const auto its = units_of(
          it, [&](const auto& each) { return each.family == family; });
      if (!its.empty() && desks(its) > most)
        say(*its.front(), "too many of family ", family);
    }
  }

  // Sums at the beginning of each, where there are most.
  void check_gauge(const booking::site_setup& site) {
    if (site.gauge == 0)
      return;
    for (const auto* it : claims_)
      check_gauge(site, it->time.from);
    for (const auto& it : others_)
      check_gauge(site, it.time.from);
  }

  void check_gauge(const booking::site_setup& site, instant at) {
    const claim* one = nullptr;
    auto inside = 0;
    for (const auto* it : claims_)
      if (it->site == site.id && !it->waiting && !it->above_gauge
          && it->place == booking::place_type::counter && it->time.from <= at
          && at < it->time.to) {
        inside += it->persons;
        one = it;
      }
    for (const auto& it : others_)
      if (it.site == site.id && it.time.from <= at && at < it.time.to)
        inside += it.persons;
    if (one != nullptr && inside > site.gauge)
      say(*one, inside, " inside ", site.id.text);
  }

  void check_room(const booking::resource_setup& room) {
    for (const auto* at : claims_) {
      auto inside = 0;
      for (const auto* it : claims_)
        if (!it->waiting && std::ranges::count(it->resources, room.id) > 0
            && it->time.from <= at->time.from && at->time.from < it->time.to)
          inside += it->persons;
      if (room.gauge > 0 && inside > room.gauge)
        say(*at, inside, " in ", room.id.text);
    }
  }

  void check_sessions() {
    for (const auto* one : claims_) {
      if (one->seats == 0)
        continue;
      auto seated = 0;
      auto waiting = 0;
      for (const auto* it : claims_)
        if (same_session(*one, *it)) {
          (it->waiting ? waiting : seated) += it->persons;
          if (!one->waiting && !it->waiting
              && (it->resources != one->resources || it->time != one->time))
            say(*one, "two sessions in one");
        }
      if (seated > rule_of(*one).seats || waiting > rule_of(*one).waiting_seats)
        say(*one, seated, " seated, ", waiting, " waiting");
    }
  }

  const booking::setup& setup_;
  const std::vector<booking::presence>& others_;
  some_claims claims_;
  std::vector<std::string> wrong_;
};

} // namespace suivant::tests
