// Reads the log of one office for one hook, from the place to which it has
// been told.

#pragma once

#include "actors/hooks/hook.hpp"
#include "actors/hooks/hook_events.hpp"
#include "storage/log.hpp"

#include <deque>

namespace suivant::hooks {

class hook_reader {
public:
  /// From behind fact `done` on. Reads the office as it was then, which may
  /// take long.
  static storage::result<hook_reader> open(const storage::log& log,
                                           const hook& whom, fact_number done);

  /// The next event it hears of, among the facts up to `newest`; null for none.
  /// Stays the next one until `pop`.
  storage::result<const public_event*> next(const storage::log& log,
                                            fact_number newest);
  void pop() {
    ready_.pop_front();
  }

  /// All facts up to this one are behind us, or among the events to come.
  fact_number read() const {
    return read_;
  }

private:
  bool is_heard(const public_event& it) const;

  office_id office_;
  std::string partner_;
  std::vector<std::string> kinds_;
  known_visits visits_;
  fact_number read_ = 0;
  std::deque<public_event> ready_;
};

} // namespace suivant::hooks
