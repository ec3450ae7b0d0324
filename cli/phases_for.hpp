// In which phases a visit may be when something happens to it: what a log is
// held against.

#pragma once

#include "actors/office/state.hpp"

#include <algorithm>
#include <initializer_list>

namespace suivant::cli {

using office::phase;
using phases = std::initializer_list<phase>;

/// Says of each kind of event whether it may happen to `visit` as it is.
struct phases_for {
  bool operator()(const office::visit_called&) const {
    return is_in({phase::waiting, phase::missed});
  }
  bool operator()(const office::visit_recalled&) const {
    return is_in({phase::called});
  }
  bool operator()(const office::service_started&) const {
    return is_in({phase::called});
  }
  bool operator()(const office::visit_finished&) const {
    return is_in({phase::serving});
  }
  bool operator()(const office::visit_missed&) const {
    return is_in({phase::called});
  }
  bool operator()(const office::visit_parked&) const {
    return is_in({phase::called, phase::serving, phase::parked});
  }
  bool operator()(const office::visit_resumed&) const {
    return is_in({phase::parked});
  }
  bool operator()(const office::visit_requeued&) const {
    return is_in({phase::called, phase::serving, phase::parked, phase::missed});
  }
  bool operator()(const office::hold_expired&) const {
    return is_in({phase::held});
  }
  bool operator()(const office::visit_booked& it) const {
    return is_in({it.renewed ? phase::expired : phase::held});
  }
  bool operator()(const office::booking_moved&) const {
    return is_in({phase::held, phase::booked, phase::postponed});
  }
  bool operator()(const office::visit_arrived&) const {
    return is_in({phase::booked, phase::no_show});
  }
  bool operator()(const office::visit_no_show&) const {
    return is_in({phase::booked});
  }
  bool operator()(const office::visit_postponed&) const {
    return is_in({phase::booked});
  }
  bool operator()(const office::place_offered&) const {
    return !visit.offer && visit.wish
           && is_in({phase::booked, phase::postponed});
  }
  bool operator()(const office::offer_accepted&) const {
    return static_cast<bool>(visit.offer);
  }
  bool operator()(const office::offer_declined&) const {
    return static_cast<bool>(visit.offer);
  }
  bool operator()(const office::offer_lapsed&) const {
    return static_cast<bool>(visit.offer);
  }
  bool operator()(const office::list_left&) const {
    return is_in({phase::postponed});
  }
  bool operator()(const office::earlier_wanted&) const {
    return is_in({phase::booked});
  }
  bool operator()(const office::visit_abandoned&) const {
    return office::is_here(visit.now.phase);
  }
  bool operator()(const office::step_undone& it) const {
    return visit.last && visit.last->step == it.step;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return office::is_open(visit.now.phase);
  }

  bool is_in(phases possible) const {
    return std::ranges::find(possible, visit.now.phase) != possible.end();
  }

  const office::visit& visit;
};

} // namespace suivant::cli
