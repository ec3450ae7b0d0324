// The actor that owns the log: the only one that waits for the disk. All that
// arrives while it waits goes out together in the next write.

#pragma once

#include "actors/common/caf_bridge.hpp"
#include "storage/log.hpp"

#include <caf/sec.hpp>

#include <memory>

namespace suivant {

/// The kinds of error the journal answers with.
inline constexpr auto disk_is_full = caf::sec::runtime_error;
inline constexpr auto disk_has_failed = caf::sec::unexpected_response;

/// Answered once everything in it is on disk, or with an error: then nothing
/// of it is, and the asker must start anew from the log.
struct append {
  storage::addition what;
  std::vector<storage::row> rows; // Written with it or not at all.
};

struct appended {
  storage::record_number newest = 0;
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
    = handle<appended(append), void(keep_snapshot), void(write_now)>;

/// Starts the journal on a thread of its own, so that waiting for the disk
/// holds up nobody else.
journal_actor spawn_journal(caf::actor_system& system,
                            std::shared_ptr<storage::log> log);

} // namespace suivant
