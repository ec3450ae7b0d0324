#include "actors/booking/stock.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

// Sessions are owners beside visits.
constexpr auto session_bit = std::uint64_t{1} << 63;

template <class Id>
std::vector<busy> busy_in(const std::map<Id, timetable>& all, const Id& of,
                          const interval& part, std::uint64_t hidden) {
  const auto found = all.find(of);
  if (found == all.end())
    return {};
  auto out = found->second.during(part);
  if (hidden != 0)
    std::erase_if(out, [=](const auto& it) { return it.owner == hidden; });
  return out;
}

// Met from now on, if not before.
int number_in(std::map<std::string, int>& known, const std::string& name) {
  if (name.empty())
    return 0;
  const auto next = static_cast<int>(known.size()) + 1;
  return known.try_emplace(name, next).first->second;
}

int number_if_met(const std::map<std::string, int>& known,
                  const std::string& name) {
  if (name.empty())
    return 0;
  const auto found = known.find(name);
  return found == known.end() ? -1 : found->second;
}

} // namespace

session_key session_of(const claim& it) {
  return {it.opening, it.service, it.time.from};
}

int persons_of(const members& all, visit_id hidden) {
  auto sum = 0;
  for (const auto& [who, persons] : all)
    sum += who.second == hidden ? 0 : persons;
  return sum;
}

// -- taking and releasing -----------------------------------------------------

void stock::take(visit_id visit, const claim& what,
                 std::optional<instant> held_until) {
  release(visit);
  all_[visit] = {what, held_until};
  if (!what.person.empty())
    persons_[what.person].insert(visit);
  if (held_until)
    holds_.insert({*held_until, visit});
  if (what.seats > 0)
    join(visit, what);
  else
    occupy(what, busy_with(visit.number, what));
  if (const auto persons = persons_inside(what); persons > 0)
    inside_[what.site].add(what.time, persons);
}

void stock::release(visit_id visit) {
  const auto found = all_.find(visit);
  if (found == all_.end())
    return;
  const auto& [what, held_until] = found->second;
  if (const auto persons = persons_inside(what); persons > 0)
    inside_[what.site].add(what.time, -persons);
  if (what.seats > 0)
    leave(visit, what);
  else
    vacate(what, busy_with(visit.number, what));
  if (held_until)
    holds_.erase({*held_until, visit});
  if (const auto who = persons_.find(what.person); who != persons_.end()) {
    who->second.erase(visit);
    if (who->second.empty())
      persons_.erase(who);
  }
  all_.erase(found);
}

busy stock::busy_with(std::uint64_t owner, const claim& what) {
  return {.time = what.time,
          .before = std::chrono::minutes{what.before},
          .after = std::chrono::minutes{what.after},
          .owner = owner,
          .family = number_in(families_, what.family),
          .door = number_in(doors_, what.door),
          .persons = what.persons,
          .by_public = what.by_public};
}

void stock::occupy(const claim& where, const busy& it) {
  openings_[where.opening].add(it);
  for (const auto& resource : where.resources)
    resources_[resource].add(it);
}

void stock::vacate(const claim& where, const busy& it) {
  openings_[where.opening].remove(it);
  for (const auto& resource : where.resources)
    resources_[resource].remove(it);
}

// -- sessions -----------------------------------------------------------------

const claim& stock::first_of(const session& it) const {
  return all_.at(it.seated.begin()->first.second).claim;
}

// It takes a public place as soon as one of the public is in it, and keeps room
// for all its seats.
busy stock::busy_with(const session& it) {
  auto all = busy_with(it.owner, first_of(it));
  all.persons = std::max(first_of(it).seats, persons_of(it.seated));
  all.by_public = std::ranges::any_of(it.seated, [&](const auto& each) {
    return all_.at(each.first.second).claim.by_public;
  });
  return all;
}

void stock::join(visit_id visit, const claim& what) {
  auto& it = sessions_[session_of(what)];
  if (it.owner == 0)
    it.owner = session_bit | ++last_session_;
  const auto place = std::pair{std::pair{what.at, visit}, what.persons};
  if (what.waiting) {
    it.waiting.insert(place);
    return;
  }
  if (!it.seated.empty())
    vacate(first_of(it), busy_with(it));
  it.seated.insert(place);
  occupy(first_of(it), busy_with(it));
}

void stock::leave(visit_id visit, const claim& what) {
  const auto found = sessions_.find(session_of(what));
  auto& it = found->second;
  if (what.waiting)
    it.waiting.erase({what.at, visit});
  else {
    vacate(first_of(it), busy_with(it));
    it.seated.erase({what.at, visit});
    if (!it.seated.empty())
      occupy(first_of(it), busy_with(it));
  }
  if (it.seated.empty() && it.waiting.empty())
    sessions_.erase(found);
}

const session* stock::find(const session_key& key) const {
  const auto found = sessions_.find(key);
  return found == sessions_.end() ? nullptr : &found->second;
}

// -- asking -------------------------------------------------------------------

const taken* stock::find(visit_id visit) const {
  const auto found = all_.find(visit);
  return found == all_.end() ? nullptr : &found->second;
}

std::vector<visit_id> stock::ended_holds(instant now) const {
  auto out = std::vector<visit_id>{};
  for (const auto& [until, visit] : holds_) {
    if (until > now)
      break;
    out.push_back(visit);
  }
  return out;
}

const std::set<visit_id>& stock::of_person(const std::string& person) const {
  static const auto nothing = std::set<visit_id>{};
  const auto found = persons_.find(person);
  return found == persons_.end() ? nothing : found->second;
}

std::uint64_t stock::owned_alone(visit_id visit) const {
  const auto* it = find(visit);
  if (it == nullptr || it->claim.waiting)
    return 0;
  if (it->claim.seats == 0)
    return visit.number;
  const auto& session = sessions_.at(session_of(it->claim));
  return session.seated.size() == 1 ? session.owner : 0;
}

std::vector<busy> stock::busy_during(const opening_id& opening,
                                     const interval& part,
                                     visit_id hidden) const {
  return busy_in(openings_, opening, part, owned_alone(hidden));
}

std::vector<busy> stock::busy_during(const resource_id& resource,
                                     const interval& part,
                                     visit_id hidden) const {
  return busy_in(resources_, resource, part, owned_alone(hidden));
}

std::vector<level> stock::inside(const site_id& site,
                                 const interval& part) const {
  const auto found = inside_.find(site);
  return found == inside_.end() ? std::vector<level>{{part.from, 0}}
                                : found->second.during(part);
}

int stock::family(const std::string& name) const {
  return number_if_met(families_, name);
}

int stock::door(const std::string& name) const {
  return number_if_met(doors_, name);
}

} // namespace suivant::booking
