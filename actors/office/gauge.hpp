// How many people are inside a site, and how many may be. A visit counts while
// it is at a counter, parked, or sent on from one; beside them count people
// whom somebody saw come in without one.

#pragma once

#include "actors/office/state.hpp"

#include <optional>

namespace suivant::office {

struct gauge {
  int inside = 0;          // Persons.
  std::optional<int> most; // Empty: no limit.

  bool operator==(const gauge&) const = default;
};

/// Whether `more` persons may come in.
bool has_room(const gauge& of, int more);

/// Where somebody is inside, and with how many.
struct whereabouts {
  booking::site_id site;
  int persons = 0;

  bool operator==(const whereabouts&) const = default;
};

/// Where a counter stands; empty in an office without sites.
booking::site_id site_of(const setup& office, const counter_id& counter);
/// The sites at which somebody may be called for what a visit stands for.
std::vector<booking::site_id> sites_for(const setup& office, const visit& it);

/// Empty when it is not inside.
std::optional<whereabouts> whereabouts_of(const setup& office, const visit& it);

/// As it now is at a site that there is.
gauge gauge_at(const state& now, const booking::site_id& site);
/// Whether calling `it` to `counter` lets in nobody, or no more than may.
bool lets_in(const state& now, const visit& it, const counter_id& counter);

/// Persons inside by their visits, counted anew; without the empty sites.
std::map<booking::site_id, int> inside_by_visits(const state& now);
int inside_without_visit(const state& now, const booking::site_id& site);

/// Whether the time of some who are inside without a visit has run out, and
/// what happens then.
bool has_ended_stay(const state& now, instant at);
events end_of_stays(const state& now, instant at);

/// People more than the gauge of a site.
int beyond(const state& now, const booking::site_id& site);

/// Keeps what follows from the visits, and what is known to be beyond a gauge,
/// around one change. Everything but a call is known: people who come in by
/// themselves are facts.
class gauge_keeper {
public:
  gauge_keeper(const state& before, const event& happened);
  void keep(state& after) const;

private:
  enum class extent { none, visit, site, all };
  static extent extent_of(const state& before, const event& happened);

  extent changes_;
  bool is_plain_call_; // Must not let in more than may.
  visit_id subject_;
  std::optional<whereabouts> was_;
};

} // namespace suivant::office
