// How RocksDB is opened and closed, and why with these options.

#include "storage/engine.hpp"

#include "storage/wal_check.hpp"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <array>
#include <cstdarg>

namespace suivant::storage {
namespace {

const auto family_names
    = std::array<std::string, 9>{rocksdb::kDefaultColumnFamilyName,
                                 families::events,
                                 families::snapshots,
                                 tables::persons,
                                 tables::accounts,
                                 tables::sessions,
                                 tables::outbox,
                                 tables::partners,
                                 tables::meta};

constexpr auto files_kept_open = 128;
constexpr auto attempts_beside = 3;
constexpr auto small_table_buffer = std::size_t{1} << 20;

// RocksDB's own notes lie beside the data by default. There they make it
// abort when a full disk refuses two of them, and oblige mere readers to
// write. What matters is in the status of each call.
class no_notes : public rocksdb::Logger {
public:
  using rocksdb::Logger::Logv;

  void Logv(const char*, va_list) override {}
};

rocksdb::DBOptions database_options(const log_limits& limits) {
  auto options = rocksdb::DBOptions{};
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.paranoid_checks = true;
  // A write-ahead file that vanished would otherwise go unnoticed.
  options.track_and_verify_wals_in_manifest = true;
  // All families share this much memory, and what they have not yet written
  // to table files bounds how long a start may take.
  options.db_write_buffer_size = limits.write_buffer_bytes;
  options.max_total_wal_size = 2 * limits.write_buffer_bytes;
  options.max_background_jobs = 2;
  options.max_open_files = files_kept_open;
  options.max_file_opening_threads = 1;
  // After a failed write only a fresh recovery tells what is on disk, so
  // RocksDB must not carry on by itself.
  options.max_bgerror_resume_count = 0;
  options.info_log = std::make_shared<no_notes>();
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  return options;
}

rocksdb::ColumnFamilyOptions
family_options(std::string_view name, const log_limits& limits,
               const std::shared_ptr<rocksdb::Cache>& cache) {
  auto table = rocksdb::BlockBasedTableOptions{};
  table.block_cache = cache;
  table.block_size = 16 << 10;
  // Counts the indexes in the cache's memory instead of beside it.
  table.cache_index_and_filter_blocks = true;
  table.cache_index_and_filter_blocks_with_high_priority = true;
  auto options = rocksdb::ColumnFamilyOptions{};
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = rocksdb::kLZ4Compression;
  // Reads every new table file back before the older copies are let go.
  options.paranoid_file_checks = true;
  const auto large = name == families::events || name == families::snapshots;
  options.write_buffer_size
      = large ? limits.write_buffer_bytes / 2 : small_table_buffer;
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor>
family_descriptors(const log_limits& limits) {
  // One shard: the cache is small and its readers are few.
  const auto cache = rocksdb::NewLRUCache(limits.block_cache_bytes, 0);
  auto descriptors = std::vector<rocksdb::ColumnFamilyDescriptor>{};
  for (const auto& name : family_names)
    descriptors.emplace_back(name, family_options(name, limits, cache));
  return descriptors;
}

bool is_locked(const rocksdb::Status& status) {
  return status.IsIOError()
         && status.ToString().find("lock") != std::string::npos;
}

// Only the owner may look inside: names and keys of persons lie here.
result<done> prepare(const std::filesystem::path& folder) {
  auto error = std::error_code{};
  if (std::filesystem::create_directories(folder, error))
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all,
                                 error);
  if (error)
    return failure{trouble::disk, folder.string() + ": " + error.message()};
  return done{};
}

} // namespace

result<std::shared_ptr<engine>>
engine::open(const std::filesystem::path& folder, const log_limits& limits) {
  if (auto prepared = prepare(folder); !prepared)
    return prepared.why();
  auto corrupt = false;
  auto opened = open_recovering(folder, limits, false, corrupt);
  if (opened || !corrupt)
    return opened;
  if (writes_follow_damage(folder))
    return failure{trouble::unreadable, "acknowledged writes in "
                                            + folder.string()
                                            + " are damaged; restore a backup"};
  return open_recovering(folder, limits, true, corrupt);
}

result<std::shared_ptr<engine>>
engine::open_recovering(const std::filesystem::path& folder,
                        const log_limits& limits, bool drop_torn_write,
                        bool& corrupt) {
  auto options = database_options(limits);
  options.wal_recovery_mode
      = drop_torn_write ? rocksdb::WALRecoveryMode::kPointInTimeRecovery
                        : rocksdb::WALRecoveryMode::kAbsoluteConsistency;
  auto opened = std::shared_ptr<engine>{new engine};
  rocksdb::DB* db = nullptr;
  const auto status
      = rocksdb::DB::Open(options, folder.string(), family_descriptors(limits),
                          &opened->families_, &db);
  opened->db_.reset(db);
  corrupt = status.IsCorruption();
  if (is_locked(status))
    return failure{trouble::conflict,
                   "another process writes to " + folder.string()};
  if (!status.ok())
    return failure_of(status);
  return opened;
}

result<std::shared_ptr<engine>>
engine::open_beside(const std::filesystem::path& folder) {
  auto error = std::error_code{};
  if (!std::filesystem::exists(folder / "CURRENT", error))
    return failure{trouble::missing, "no log in " + folder.string()};
  // The writer may remove a file in the moment it is looked for; the next
  // attempt sees the files that took its place.
  auto opened = open_beside_once(folder);
  for (auto i = 1; !opened && i < attempts_beside; ++i)
    opened = open_beside_once(folder);
  return opened;
}

result<std::shared_ptr<engine>>
engine::open_beside_once(const std::filesystem::path& folder) {
  const auto limits = log_limits{};
  auto options = database_options(limits);
  // Files the writer deletes stay readable as long as they are held open.
  options.max_open_files = -1;
  auto opened = std::shared_ptr<engine>{new engine};
  rocksdb::DB* db = nullptr;
  auto status = rocksdb::DB::OpenAsSecondary(
      options, folder.string(), folder.string(), family_descriptors(limits),
      &opened->families_, &db);
  opened->db_.reset(db);
  if (status.ok())
    status = db->TryCatchUpWithPrimary();
  if (!status.ok())
    return failure_of(status);
  return opened;
}

engine::~engine() {
  for (auto* handle : families_)
    // Fails only for a family that is not this database's own.
    db_->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
}

rocksdb::ColumnFamilyHandle* engine::family(std::string_view name) const {
  const auto found = std::ranges::find_if(
      families_, [&](const auto* it) { return it->GetName() == name; });
  return found == families_.end() ? nullptr : *found;
}

failure failure_of(const rocksdb::Status& status) {
  if (status.IsNotFound())
    return {trouble::missing, status.ToString()};
  if (status.IsCorruption())
    return {trouble::unreadable, status.ToString()};
  if (status.IsNoSpace())
    return {trouble::disk_full, status.ToString()};
  return {trouble::disk, status.ToString()};
}

rocksdb::Slice slice_of(std::string_view bytes) {
  return {bytes.data(), bytes.size()};
}

} // namespace suivant::storage
