// What facts changed, as lines, pages and sessions need to hear it. Kept beside
// each command until its facts are on disk: by then the office's own state is
// further on, and nobody may be told of that yet. Pure.

#pragma once

#include "actors/office/gauge.hpp"

namespace suivant::office {

class news {
public:
  struct visit_news {
    shared_visit before; // Null: it is new.
    shared_visit after;  // Null: it is forgotten.
    std::string moved;   // What moved it in its line, if anything did.
  };

  business_day day;
  std::shared_ptr<const office::setup> setup; // Null: as it was.
  std::map<visit_id, visit_news> visits;
  std::map<counter_id, counter_state> counters; // Those that may have changed.
  std::map<queue_id, bool> open;                // The same.
  std::map<booking::site_id, gauge> gauges;     // Of all sites.
  /// Messages that changed, as they are; the newest last.
  std::vector<std::pair<visit_id, message>> messages;
  bool agenda = false; // Appointments, absences or calls changed.

  /// Notes what `happened` finds, and then what it leaves behind: called
  /// before and after `evolve`.
  void note_before(const state& office, const event& happened);
  void note_after(const state& office, const event& happened);
  /// Notes how full the sites are, once all has happened.
  void note_gauges(const state& office);

  /// Adds what came after this.
  void append(news later);

  /// Nothing that lines, pages or sessions would show.
  bool is_of_messages_alone() const {
    return visits.empty() && counters.empty() && open.empty() && gauges.empty()
           && !setup && !agenda;
  }
  bool empty() const {
    return is_of_messages_alone() && messages.empty();
  }
};

} // namespace suivant::office
