// The actor that owns the log: the only one that waits for the disk. All that
// arrives while it waits goes out together in the next write.

#pragma once

#include "actors/common/caf_bridge.hpp"
#include "storage/log.hpp"

#include <memory>
#include <optional>

namespace suivant {

/// To who had something written: everything up to `newest` is on disk. Or,
/// with `failed`, nothing of what was asked is, and the writer must start anew
/// from the log.
struct appended {
  storage::record_number newest = 0;
  std::optional<storage::failure> failed;
};
using writer_actor = handle<void(appended)>;

/// Answered by an `appended`. A notice and not a question: thousands a second
/// would each set a clock. The writer looks now and then whether it has come.
struct append {
  storage::addition what;
  std::vector<storage::row> rows; // Written with it or not at all.
  writer_actor by;
};

/// A state to start from later; losing one costs only time.
struct keep_snapshot {
  std::string stream;
  storage::record_number at = 0;
  std::string bytes;
};

/// From the journal to itself: write what has gathered.
struct write_now {};

using journal_actor
    = handle<void(append), void(keep_snapshot), void(write_now)>;

/// Starts the journal on a thread of its own, so that waiting for the disk
/// holds up nobody else.
journal_actor spawn_journal(caf::actor_system& system,
                            std::shared_ptr<storage::log> log);

} // namespace suivant
