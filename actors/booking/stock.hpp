// What is taken, by where and when: an index over the claims of an office,
// which can always be made again from them. Judges nothing.

#pragma once

#include "actors/booking/claim.hpp"
#include "actors/booking/level_line.hpp"
#include "actors/booking/timetable.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace suivant::booking {

/// An appointment is a visit that has not arrived yet; so is a hold, which is
/// kept until an instant only.
struct taken {
  booking::claim claim;
  std::optional<instant> held_until;

  bool operator==(const taken&) const = default;
};

/// The session of a service that begins at an instant: one for each opening.
struct session_key {
  opening_id opening;
  service_id service;
  instant start;

  friend auto operator<=>(const session_key&, const session_key&) = default;
};

/// Who came first is first.
using members = std::map<std::pair<instant, visit_id>, int>; // Their persons.

struct session {
  std::uint64_t owner = 0; // Of what it keeps busy.
  members seated;
  members waiting;
};

class stock {
public:
  /// Takes, or takes otherwise than before. O(log n), beside what is taken at
  /// the same time.
  void take(visit_id visit, const claim& what,
            std::optional<instant> held_until = {});
  /// Nothing if it has nothing.
  void release(visit_id visit);

  const std::map<visit_id, taken>& all() const {
    return all_;
  }
  /// Null when it has nothing.
  const taken* find(visit_id visit) const;
  /// Holds that have ended at `now`. They count as taken until released.
  std::vector<visit_id> ended_holds(instant now) const;
  const std::set<visit_id>& of_person(const std::string& person) const;

  /// What keeps it busy during `part`, times before and after included, but for
  /// what only `hidden` does; in the order in which it begins.
  std::vector<busy> busy_during(const opening_id& opening, const interval& part,
                                visit_id hidden) const;
  std::vector<busy> busy_during(const resource_id& resource,
                                const interval& part, visit_id hidden) const;
  /// How many persons are expected inside.
  std::vector<level> inside(const site_id& site, const interval& part) const;
  /// Null when there is none; it may have nobody seated.
  const session* find(const session_key& key) const;

  /// What stands for a family in `busy`: 0 for none, -1 for one not met yet.
  int family(const std::string& name) const;
  /// The same for the door of a partner.
  int door(const std::string& name) const;

private:
  busy busy_with(std::uint64_t owner, const claim& what);
  busy busy_with(const session& it);
  const claim& first_of(const session& it) const;
  void occupy(const claim& where, const busy& it);
  void vacate(const claim& where, const busy& it);
  void join(visit_id visit, const claim& what);
  void leave(visit_id visit, const claim& what);
  std::uint64_t owned_alone(visit_id visit) const;

  std::map<visit_id, taken> all_;
  std::map<opening_id, timetable> openings_;
  std::map<resource_id, timetable> resources_;
  std::map<site_id, level_line> inside_;
  std::map<session_key, session> sessions_;
  std::map<std::string, std::set<visit_id>> persons_;
  std::set<std::pair<instant, visit_id>> holds_;
  std::map<std::string, int> families_;
  std::map<std::string, int> doors_;
  std::uint64_t last_session_ = 0;
};

session_key session_of(const claim& it);

/// Persons of all but `hidden`.
int persons_of(const members& all, visit_id hidden = {});

} // namespace suivant::booking
