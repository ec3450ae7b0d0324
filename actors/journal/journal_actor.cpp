#include "actors/journal/journal_actor.hpp"

#include "actors/messages.hpp"

#include <caf/actor_system.hpp>

#include <iterator>

namespace suivant {
namespace {

class journal_keeper {
public:
  using address = journal_actor;
  static inline const char* name = "journal";

  explicit journal_keeper(journal_actor::pointer self) : self_{self} {}

  journal_actor::behavior_type start(std::shared_ptr<storage::log> log) {
    log_ = std::move(log);
    return {
        [this](append& asked) { gather(std::move(asked)); },
        [this](const keep_snapshot& asked) { keep(asked); },
        [this](const write_now&) { write(); },
    };
  }

private:
  /// Who waits for what, beside the additions and rows of the same group.
  struct pending {
    writer_actor by;
    storage::record_number newest = 0;
    std::size_t rows = 0;
  };
  struct group {
    std::vector<pending> writers;
    std::vector<storage::addition> additions; // One of each writer.
    std::vector<storage::row> rows;           // In the order of the writers.
  };

  // Does not write yet: what is already in the mailbox comes before the note
  // to ourselves, and shares its one sync.
  void gather(append asked) {
    if (gathered_.writers.empty())
      tell(self_, self_, write_now{});
    const auto newest = asked.what.last_seen + asked.what.records.size();
    gathered_.writers.push_back(
        {std::move(asked.by), newest, asked.rows.size()});
    gathered_.additions.push_back(std::move(asked.what));
    std::ranges::move(asked.rows, std::back_inserter(gathered_.rows));
  }

  void write() {
    const auto all = std::exchange(gathered_, {});
    const auto written = log_->commit(all.additions, all.rows);
    const auto lost_place
        = !written && written.why().kind == storage::trouble::conflict;
    if (lost_place && all.writers.size() > 1)
      return write_one_by_one(all);
    for (const auto& it : all.writers)
      answer(it, written);
  }

  // One whose place in its stream is lost spoils nothing for the others.
  void write_one_by_one(const group& all) {
    auto row = all.rows.begin();
    for (auto i = std::size_t{0}; i < all.writers.size(); ++i) {
      const auto& it = all.writers[i];
      const auto end = row + static_cast<std::ptrdiff_t>(it.rows);
      answer(it, log_->commit({all.additions[i]}, {row, end}));
      row = end;
    }
  }

  void answer(const pending& to,
              const storage::result<storage::done>& written) {
    auto said = appended{to.newest, {}};
    if (!written)
      said.failed = written.why();
    tell(self_, to.by, std::move(said));
  }

  // What it is a picture of may still be gathered here, and by then there may
  // be later records: the state is that of record `at`.
  void keep(const keep_snapshot& asked) {
    write();
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
  group gathered_;
};

} // namespace

journal_actor spawn_journal(caf::actor_system& system,
                            std::shared_ptr<storage::log> log) {
  return spawn_keeper<journal_keeper, caf::detached>(system, std::move(log));
}

} // namespace suivant
