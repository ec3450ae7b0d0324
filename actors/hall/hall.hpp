// What the pages of an office show: the desk's page for staff, the board for
// everybody, the list of services for who wants to join. Pure.

#pragma once

#include "actors/office/gauge.hpp"
#include "actors/queue/pace.hpp"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace suivant::hall {

/// Those who wait in a queue, in the order of calling. People come to its tail
/// and are called from its head, and both ends of a deque are near.
using line = std::deque<office::place>;

/// When a visit that boards may show was last called.
struct called_at {
  instant at;
  visit_id visit;

  friend auto operator<=>(const called_at&, const called_at&) = default;
};

/// The office as its pages know it, kept by what changes.
struct hall {
  office_id id;
  office::setup setup;
  business_day day;
  std::map<visit_id, office::shared_visit> visits; // Never null.
  std::map<counter_id, office::counter_state> counters;
  std::map<queue_id, bool> open;
  std::map<queue_id, queue::pace> pace;
  /// Grows whenever the agenda of any day may have changed: pages that show
  /// one ask for it anew. Begins anew with the program.
  std::uint64_t agenda = 0;
  std::map<booking::site_id, office::gauge> gauges; // Of all sites.

  // Always says what `visits` says, so that nobody has to go through them.
  std::map<queue_id, line> lines;
  std::deque<called_at> calls; // Newest last.
};

/// From an office's state; every later change is put in by `apply`.
hall from(const office_id& id, const office::state& office,
          std::map<queue_id, queue::pace> pace);

/// What the office says has changed.
struct change {
  std::optional<office::setup> setup; // Only when it changed.
  business_day day;
  std::map<visit_id, office::shared_visit> visits; // Null: it is gone.
  std::map<counter_id, office::counter_state> counters;
  std::map<queue_id, bool> open;
  std::map<queue_id, queue::pace> pace;
  bool agenda = false; // Appointments, absences or calls changed.
  std::map<booking::site_id, office::gauge> gauges;
};
void apply(hall& to, const change& happened);

/// Null when there is no such visit.
office::shared_visit find(const hall& in, const visit_id& visit);

const line& line_of(const hall& in, const queue_id& queue);

// -- what everybody may see: no type here has a place for personal data -------

struct public_call {
  std::string number;
  std::string counter; // Label.
  instant at;
  int times = 1;
};
struct public_queue {
  office::words name;
  bool open = true;
  std::size_t waiting = 0;
};
/// A site that has a gauge.
struct public_site {
  booking::site_id id;
  office::words name;
  int inside = 0; // Persons.
  int most = 0;
};
std::vector<public_site> sites_of(const hall& it);

struct board {
  office::words office;
  std::vector<public_call> calls;                    // Newest first; at most 8.
  std::map<queue_id, std::vector<std::string>> next; // At most 6 each.
  std::map<queue_id, public_queue> queues;
};
board board_of(const hall& it);

} // namespace suivant::hall
