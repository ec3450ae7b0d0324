// What partners take through their doors, and the applications that visitors
// come about. Follows from the visits; made anew when a state is read, and
// never stored.

#pragma once

#include "actors/office/refusals.hpp"
#include "actors/office/visit.hpp"

#include <map>
#include <optional>
#include <set>

namespace suivant::office {

/// Whether it came by a partner, or is about an application.
bool concerns_partners(const visit& it);

class partner_book {
public:
  /// Counts it as it now stands, whatever it was counted as before.
  void keep(const visit& it);

  int holds(const std::string& door) const;
  /// Made on `day`, whatever has become of them since.
  int booked(const std::string& door, business_day day) const;
  /// The appointments to come about an application, by its hash.
  const std::set<visit_id>& about(const std::string& application) const;

private:
  // Of what was booked only the newest day is ever asked for.
  struct door {
    std::set<visit_id> held;
    business_day day;
    std::set<visit_id> booked;
  };

  std::map<std::string, door> doors_;
  std::map<std::string, std::set<visit_id>> applications_;
};

struct state;

/// Why a partner may hold, or book, no more for now; never anybody else.
std::optional<refusal> may_not_hold(const state& now, const asker& by,
                                    const door_quota& quota);
std::optional<refusal> may_not_book(const state& now, const asker& by,
                                    const door_quota& quota);

} // namespace suivant::office
