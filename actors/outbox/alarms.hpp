// What messages will be due by the clock alone: reminders, and the other way
// for texts of which nobody said that they arrived. Follows from the visits
// and their messages; never stored.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace suivant::office {

struct state;

struct alarm {
  instant at;
  visit_id to;
  std::uint32_t message = 0; // To go the other way; 0: a reminder.
  std::string which;         // Of a reminder: see `message`.

  friend auto operator<=>(const alarm&, const alarm&) = default;
};

class alarm_book {
public:
  /// In place of all there were of this visit.
  void set(visit_id of, std::vector<alarm> wanted);
  void clear() {
    all_.clear();
    of_.clear();
  }

  /// Those to come and those due, in order of time.
  const std::set<alarm>& all() const {
    return all_;
  }
  bool is_due(instant at) const {
    return !all_.empty() && all_.begin()->at <= at;
  }

  bool operator==(const alarm_book&) const = default;

private:
  std::set<alarm> all_;
  std::map<visit_id, std::vector<alarm>> of_;
};

/// Sets those of one visit anew, or of all.
void keep_alarms(state& office, visit_id of);
void keep_all_alarms(state& office);

} // namespace suivant::office
