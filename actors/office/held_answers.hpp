// Answers that wait for the disk: each rests on facts that were decided but may
// not be written yet.

#pragma once

#include "actors/common/asking.hpp"
#include "actors/office/events.hpp"
#include "storage/result.hpp"

#include <deque>
#include <functional>
#include <utility>

namespace suivant {

/// What is full is for people to mend; the rest may be asked again.
inline no_answer reason_of(const storage::failure& why) {
  return why.kind == storage::trouble::disk_full ? no_answer::disk_full
                                                 : no_answer::not_durable;
}

/// Answers leave in the order of asking, each once all that its decision was
/// built upon is on disk: even a "no" may rest on a staged fact.
class held_answers {
public:
  struct held_answer {
    office::fact_number after = 0; // May leave once this one is on disk.
    std::function<void()> deliver;
    std::function<void(no_answer)> give_up;
  };

  void put(held_answer it) {
    all_.push_back(std::move(it));
  }

  void release(office::fact_number durable) {
    while (!all_.empty() && all_.front().after <= durable) {
      all_.front().deliver();
      all_.pop_front();
    }
  }

  void give_up(no_answer why) {
    for (const auto& it : std::exchange(all_, {}))
      it.give_up(why);
  }

private:
  std::deque<held_answer> all_;
};

} // namespace suivant
