#include "actors/journal/journal_actor.hpp"

#include "actors/messages.hpp"

#include <caf/actor_system.hpp>
#include <caf/sec.hpp>

namespace suivant {
namespace {

// Two kinds are told apart, since a full disk is for people to mend.
caf::error failed(const storage::failure& why) {
  const auto full = why.kind == storage::trouble::disk_full;
  return caf::make_error(full ? disk_is_full : disk_has_failed, why.detail);
}

class journal_keeper {
public:
  using address = journal_actor;
  static inline const char* name = "journal";

  explicit journal_keeper(journal_actor::pointer self) : self_{self} {}

  journal_actor::behavior_type start(std::shared_ptr<storage::log> log) {
    log_ = std::move(log);
    return {
        [this](append& asked) { return gather(std::move(asked)); },
        [this](const keep_snapshot& asked) { keep(asked); },
        [this](const write_now&) { write(); },
    };
  }

private:
  struct gathered {
    append asked;
    caf::typed_response_promise<appended> promise;
  };

  // Does not write yet: what is already in the mailbox comes before the note
  // to ourselves, and shares its one sync.
  caf::result<appended> gather(append asked) {
    if (gathered_.empty())
      tell(self_, self_, write_now{});
    auto promise = self_->make_response_promise<appended>();
    gathered_.push_back({std::move(asked), promise});
    return promise;
  }

  void write() {
    auto group = std::exchange(gathered_, {});
    const auto written = commit(group);
    const auto lost_place
        = !written && written.why().kind == storage::trouble::conflict;
    for (auto& one : group)
      answer(one, lost_place && group.size() > 1 ? commit({one}) : written);
  }

  storage::result<storage::done> commit(const std::vector<gathered>& group) {
    auto additions = std::vector<storage::addition>{};
    auto rows = std::vector<storage::row>{};
    for (const auto& one : group) {
      additions.push_back(one.asked.what);
      rows.insert(rows.end(), one.asked.rows.begin(), one.asked.rows.end());
    }
    return log_->commit(additions, rows);
  }

  static void answer(gathered& one,
                     const storage::result<storage::done>& written) {
    const auto& what = one.asked.what;
    if (written)
      one.promise.deliver(appended{what.last_seen + what.records.size()});
    else
      one.promise.deliver(failed(written.why()));
  }

  // By now there may be later records; the state is that of record `at`.
  void keep(const keep_snapshot& asked) {
    auto taken = storage::snapshot{{}, asked.bytes};
    const auto mark = [&](storage::record_number number, std::string_view,
                          const storage::record_hash& hash) {
      taken.at = {number, hash};
      return false;
    };
    const auto found = log_->read(asked.stream, asked.at, mark);
    if (found && taken.at.number == asked.at)
      static_cast<void>(log_->keep_snapshot(asked.stream, taken));
  }

  journal_actor::pointer self_;
  std::shared_ptr<storage::log> log_;
  std::vector<gathered> gathered_;
};

} // namespace

journal_actor spawn_journal(caf::actor_system& system,
                            std::shared_ptr<storage::log> log) {
  return spawn_keeper<journal_keeper, caf::detached>(system, std::move(log));
}

} // namespace suivant
