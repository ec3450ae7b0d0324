// An append-only log of named streams, with snapshots, keys and small tables.
// Keeps bytes in order and on disk; knows nothing of offices or visits.

#pragma once

#include "storage/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::storage {

/// Counts the records of one stream; the first record is number 1.
using record_number = std::uint64_t;

/// BLAKE2b-256 of the previous record's hash followed by the record's bytes;
/// 32 zero bytes stand before the first record.
using record_hash = std::array<unsigned char, 32>;

/// The end of a stream: number 0 and a zero hash for an empty one.
struct stream_end {
  record_number number = 0;
  record_hash hash{};

  bool operator==(const stream_end&) const = default;
};

/// Records to add to one stream, in order. `last_seen` must still be its end.
struct addition {
  std::string stream;
  record_number last_seen = 0;
  std::vector<std::string> records;
};

/// A row of a small table; an empty optional-like `gone` deletes it.
struct row {
  std::string table; // One of the names in `tables`.
  std::string key;
  std::string value;
  bool gone = false;
};

/// The small tables there are.
namespace tables {
inline constexpr auto persons = "persons";   // Keys that seal personal data.
inline constexpr auto accounts = "accounts"; // Who may sign in.
inline constexpr auto sessions = "sessions"; // Who is signed in.
inline constexpr auto outbox = "outbox";     // Marks of messages sent.
inline constexpr auto partners = "partners"; // Keys and web hooks of partners.
inline constexpr auto meta = "meta";         // Facts about the folder itself.
} // namespace tables

struct snapshot {
  stream_end at; // The last record it contains.
  std::string bytes;
};

struct log_limits {
  /// Below this many free bytes on the disk, writing is refused with
  /// `disk_full` while reading goes on.
  std::uint64_t free_bytes_kept = 256ull << 20;
  /// Memory for blocks read from disk, shared by all streams.
  std::uint64_t block_cache_bytes = 8ull << 20;
  /// Memory for what is not yet in a table file.
  std::uint64_t write_buffer_bytes = 8ull << 20;
  int snapshots_kept = 2;
};

/// Thread-safe. One process writes; any number may read beside it.
class log {
public:
  /// Creates the folder if need be. A last write torn by a crash is dropped.
  /// Fails with `conflict` if another process writes to the folder, and with
  /// `unreadable` if anything that was acknowledged has gone bad.
  static result<log> open(const std::filesystem::path& folder,
                          log_limits limits = {});

  /// Opens beside a running server, as of now; every write fails.
  static result<log> open_read_only(const std::filesystem::path& folder);

  /// Takes in what the writer has added since; only after `open_read_only`.
  result<done> catch_up();

  /// Writes all or nothing, as one write and one sync, and returns only once
  /// it is on disk. Fails with `conflict` if any stream's end has moved; then
  /// nothing is written. After `disk` nobody knows whether all or nothing of
  /// it will be found: read the ends again before the next try.
  result<done> commit(const std::vector<addition>& additions,
                      const std::vector<row>& rows = {});

  /// Called with each record; false stops the reading.
  using reader = std::function<bool(record_number, std::string_view record,
                                    const record_hash&)>;
  /// Reads from record `from` on, oldest first. Does not check the hashes.
  result<done> read(std::string_view stream, record_number from,
                    const reader& read) const;

  /// Reads from the start and recomputes every hash. Fails with `unreadable`
  /// naming the first record that is missing, or does not fit its hash or a
  /// kept snapshot; returns the end otherwise.
  result<stream_end> verify(std::string_view stream) const;

  result<stream_end> end_of(std::string_view stream) const;
  result<std::vector<std::string>> streams() const;

  /// Fails with `conflict` unless the record it was taken at is on disk.
  result<done> keep_snapshot(std::string_view stream, const snapshot& taken);
  /// The newest at or before `not_after`; fails with `missing` if none.
  result<snapshot> newest_snapshot(std::string_view stream,
                                   record_number not_after = UINT64_MAX) const;

  result<std::string> get(std::string_view table, std::string_view key) const;
  using row_reader
      = std::function<bool(std::string_view key, std::string_view value)>;
  /// Rows whose key starts with `prefix`, in byte order.
  result<done> scan(std::string_view table, std::string_view prefix,
                    const row_reader& read) const;

  /// Makes what was deleted from the table, or overwritten, unreadable in the
  /// folder's files too. Rewrites the whole table: not for every deletion.
  result<done> scrub(std::string_view table);

  /// A consistent copy beside running writes; `folder` must not exist yet.
  result<done> backup_to(const std::filesystem::path& folder) const;

  log(log&&) noexcept;
  log& operator=(log&&) noexcept;
  ~log();

private:
  struct inside;
  explicit log(std::unique_ptr<inside> it);
  std::unique_ptr<inside> inside_;
};

/// "a1b2…", 64 characters.
std::string hex(const record_hash& hash);

} // namespace suivant::storage
