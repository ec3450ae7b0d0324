// Names of things. Ids of different kinds never mix by accident.

#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace suivant {

/// A short name chosen by people, such as "passports" or "counter-3".
template <class Kind>
struct id {
  std::string text;

  bool empty() const {
    return text.empty();
  }

  friend auto operator<=>(const id&, const id&) = default;
};

using office_id = id<struct office_kind>;
using queue_id = id<struct queue_kind>;
using service_id = id<struct service_kind>;
using counter_id = id<struct counter_kind>;
using agent_id = id<struct agent_kind>;
using campaign_id = id<struct campaign_kind>;

/// Counts the visits of one office from 1; 0 names nobody.
struct visit_id {
  std::uint64_t number = 0;

  bool empty() const {
    return number == 0;
  }

  friend auto operator<=>(const visit_id&, const visit_id&) = default;
};

} // namespace suivant
