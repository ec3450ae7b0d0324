// Stands in for the journal: writes at once, holds back like a slow disk, or
// fails like a broken one. What it writes goes to a real log.

#pragma once

#include "actors/messages.hpp"

#include <caf/actor_system.hpp>

#include <utility>

namespace suivant::tests {

class paper_journal {
public:
  enum class mood { writes, holds_back, fails, is_full };

  mood now = mood::writes;
  std::size_t writes = 0; // That reached the paper.
  std::size_t asked = 0;  // Additions, written or not.

  explicit paper_journal(std::shared_ptr<storage::log> log)
      : log_{std::move(log)} {}

  journal_actor spawn(caf::actor_system& system) {
    address_ = system.spawn(
        [this](journal_actor::pointer self) -> journal_actor::behavior_type {
          self_ = self;
          return {
              [this](append& it) { take(std::move(it)); },
              [this](const keep_snapshot& it) { keep(it); },
              [this](const write_now&) { answer_all(); },
          };
        });
    return address_;
  }

  std::size_t held() const {
    return held_.size();
  }

  /// Writes all that is held back, as one write, once the system runs.
  void release() {
    is_lost_ = false;
    tell_from_outside(address_, write_now{});
  }

  /// The same, but the disk breaks meanwhile.
  void lose() {
    is_lost_ = true;
    tell_from_outside(address_, write_now{});
  }

  /// Ends it: who holds its address otherwise keeps it, and it keeps us.
  void go() {
    stop(address_);
    address_ = journal_actor{};
  }

private:
  void take(append it) {
    ++asked;
    if (now == mood::fails)
      return refuse(it, {storage::trouble::disk, "no paper"});
    if (now == mood::is_full)
      return refuse(it, {storage::trouble::disk_full, "no room"});
    held_.push_back(std::move(it));
    if (now == mood::writes)
      settle(std::exchange(held_, {}));
  }

  void refuse(const append& it, const storage::failure& why) {
    tell(self_, it.by, appended{0, why});
  }

  void answer_all() {
    auto group = std::exchange(held_, {});
    if (!is_lost_)
      return settle(std::move(group));
    for (const auto& it : group)
      refuse(it, {storage::trouble::disk, "no paper"});
  }

  void settle(std::vector<append> group) {
    auto additions = std::vector<storage::addition>{};
    auto rows = std::vector<storage::row>{};
    for (const auto& it : group) {
      additions.push_back(it.what);
      rows.insert(rows.end(), it.rows.begin(), it.rows.end());
    }
    const auto done = log_->commit(additions, rows);
    writes += done ? 1 : 0;
    for (const auto& it : group) {
      if (!done)
        refuse(it, done.why());
      else
        tell(self_, it.by,
             appended{it.what.last_seen + it.what.records.size(), {}});
    }
  }

  void keep(const keep_snapshot& it) {
    const auto end = log_->end_of(it.stream);
    if (end && end->number == it.at)
      static_cast<void>(log_->keep_snapshot(it.stream, {*end, it.bytes}));
  }

  std::shared_ptr<storage::log> log_;
  journal_actor address_;
  journal_actor::pointer self_{};
  bool is_lost_ = false;
  std::vector<append> held_;
};

} // namespace suivant::tests
