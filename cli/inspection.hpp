// Follows the facts of one office and finds what must not be: gaps, times
// that run backward, steps that cannot follow each other, people lost or
// called twice. Reads no disk.

#pragma once

#include "actors/office/state.hpp"

#include <set>

namespace suivant::cli {

struct visit_counts {
  std::uint64_t taken = 0; // Tickets and holds.
  std::uint64_t served = 0;
  std::uint64_t left = 0;
  std::uint64_t otherwise = 0;    // Cancelled, still open at a day's end,
                                  // no-shows; and holds that ended.
  std::uint64_t open = 0;         // Neither.
  std::uint64_t lost = 0;         // Open, and yet the office knows nothing.
  std::uint64_t called_twice = 0; // By two counters, or two by one counter.
  std::uint64_t calls = 0;
  std::uint64_t by_hand = 0; // Calls in which the agent chose the person.
};

class inspection {
public:
  /// Asks for everything that must be true after each `every`-th fact, as
  /// that takes longer than the fact itself.
  explicit inspection(office::fact_number every) : every_{every} {}

  /// False when the office cannot be followed any further.
  bool take(const office::fact& next);
  /// After the last fact.
  void finish();

  const office::state& state() const {
    return now_;
  }
  visit_counts counts() const;
  /// In plain words, without personal data; the first ones only.
  const std::vector<std::string>& problems() const {
    return problems_;
  }

private:
  void complain(office::fact_number at, std::string what);
  bool can_follow(const office::fact& next);
  bool has_counter_for(const office::fact& next);
  void expect_room_for(const office::fact& next);
  void count(const office::event& happened);
  void count_undone(const visit_id& id, const std::string& step);
  void look_for_the_lost();
  void check_promises();
  void check_bookings();

  office::fact_number every_;
  office::state now_;
  instant set_up_at_;
  visit_counts counts_;
  std::set<visit_id> open_; // Kept apart from the state, to compare.
  std::vector<std::string> problems_;
};

} // namespace suivant::cli
