// What a log holds, for the files that implement it. Nobody else includes it.

#pragma once

#include "storage/engine.hpp"
#include "storage/log.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rocksdb {
class WriteBatch;
} // namespace rocksdb

namespace suivant::storage {

using ends_by_stream = std::unordered_map<std::string, stream_end>;

struct log::inside {
  std::filesystem::path folder;
  log_limits limits;
  bool read_only = false;

  // Held for a moment by readers, and while the database is opened anew.
  mutable std::mutex swapping;
  std::shared_ptr<engine> opened; // Null after reopening has failed.

  // Held by one writer at a time, through its sync.
  mutable std::mutex writing;
  ends_by_stream ends; // Of the streams written since the opening.
  bool in_doubt = false;

  /// Stays open as long as the caller holds it.
  result<std::shared_ptr<engine>> now() const;

  // The rest needs `writing` to be held.

  /// Recovers if need be, and looks at the room left on the disk.
  result<std::shared_ptr<engine>> ready_to_write();
  /// One write, one sync.
  result<done> write(const engine& to, rocksdb::WriteBatch& batch);
  result<done> open_anew();
};

/// True if there is so little room on the disk that writing must stop.
bool disk_is_full(const std::filesystem::path& folder,
                  const log_limits& limits);

result<stream_end> end_in(const engine& from, std::string_view stream);

/// The ends that the stream's intact snapshots were taken at.
result<std::vector<stream_end>> snapshot_marks(const engine& from,
                                               std::string_view stream);

} // namespace suivant::storage
