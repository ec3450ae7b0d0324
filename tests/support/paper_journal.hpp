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
              [this](append& it) { return take(std::move(it)); },
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
  struct waiting {
    append what;
    caf::typed_response_promise<appended> promise;
  };

  caf::result<appended> take(append it) {
    ++asked;
    if (now == mood::fails)
      return caf::make_error(disk_has_failed, "no paper");
    if (now == mood::is_full)
      return caf::make_error(disk_is_full, "no room");
    auto promise = self_->make_response_promise<appended>();
    held_.push_back({std::move(it), promise});
    if (now == mood::writes)
      settle(std::exchange(held_, {}));
    return promise;
  }

  void answer_all() {
    auto group = std::exchange(held_, {});
    if (!is_lost_)
      return settle(std::move(group));
    for (auto& it : group)
      it.promise.deliver(caf::make_error(disk_has_failed, "no paper"));
  }

  void settle(std::vector<waiting> group) {
    auto additions = std::vector<storage::addition>{};
    auto rows = std::vector<storage::row>{};
    for (const auto& it : group) {
      additions.push_back(it.what.what);
      rows.insert(rows.end(), it.what.rows.begin(), it.what.rows.end());
    }
    const auto done = log_->commit(additions, rows);
    writes += done ? 1 : 0;
    for (auto& it : group) {
      const auto& what = it.what.what;
      if (done)
        it.promise.deliver(appended{what.last_seen + what.records.size()});
      else
        it.promise.deliver(caf::make_error(disk_has_failed, done.why().detail));
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
  std::vector<waiting> held_;
};

} // namespace suivant::tests
