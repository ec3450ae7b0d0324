// One commit: checked against the ends, chained, written and synced as one.
// Knows nothing of what the records say.

#include "storage/hash.hpp"
#include "storage/keys.hpp"
#include "storage/log_inside.hpp"

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <cassert>

#include <sys/statvfs.h>

namespace suivant::storage {
namespace {

// What a commit is about to write. Ends move here first, and become the
// log's own only once the write is on disk.
class draft {
public:
  draft(const engine& to, const ends_by_stream& known)
      : to_{to}, known_{known} {}

  result<done> add(const addition& wanted) {
    assert(!wanted.stream.empty()
           && wanted.stream.find('\0') == std::string::npos);
    auto end = end_of(wanted.stream);
    if (!end)
      return end.why();
    if (end->number != wanted.last_seen)
      return failure{trouble::conflict,
                     wanted.stream + " ends at " + std::to_string(end->number)
                         + ", not at " + std::to_string(wanted.last_seen)};
    auto* events = to_.family(families::events);
    for (const auto& record : wanted.records) {
      end->hash = hash_of({bytes_of(end->hash), record});
      const auto key = key_of(wanted.stream, ++end->number);
      const auto key_slice = slice_of(key);
      const auto value
          = std::array{slice_of(bytes_of(end->hash)), slice_of(record)};
      const auto status
          = batch_.Put(events, {&key_slice, 1}, {value.data(), value.size()});
      if (!status.ok())
        return failure_of(status);
    }
    ends_[wanted.stream] = *end;
    return done{};
  }

  result<done> put(const row& wanted) {
    auto* table = to_.family(wanted.table);
    if (table == nullptr)
      return failure{trouble::missing, "no table " + wanted.table};
    const auto status = wanted.gone
                            ? batch_.Delete(table, wanted.key)
                            : batch_.Put(table, wanted.key, wanted.value);
    if (!status.ok())
      return failure_of(status);
    return done{};
  }

  rocksdb::WriteBatch& batch() {
    return batch_;
  }

  ends_by_stream& ends() {
    return ends_;
  }

private:
  result<stream_end> end_of(const std::string& stream) const {
    if (const auto it = ends_.find(stream); it != ends_.end())
      return it->second;
    if (const auto it = known_.find(stream); it != known_.end())
      return it->second;
    return end_in(to_, stream);
  }

  const engine& to_;
  const ends_by_stream& known_;
  ends_by_stream ends_;
  rocksdb::WriteBatch batch_;
};

} // namespace

result<done> log::commit(const std::vector<addition>& additions,
                         const std::vector<row>& rows) {
  const auto lock = std::lock_guard{inside_->writing};
  const auto to = inside_->ready_to_write();
  if (!to)
    return to.why();
  auto drafted = draft{**to, inside_->ends};
  for (const auto& it : additions)
    if (auto added = drafted.add(it); !added)
      return added;
  for (const auto& it : rows)
    if (auto put = drafted.put(it); !put)
      return put;
  if (drafted.batch().Count() > 0)
    if (auto written = inside_->write(**to, drafted.batch()); !written)
      return written;
  for (auto& [stream, end] : drafted.ends())
    inside_->ends[stream] = end;
  return done{};
}

result<done> log::scrub(std::string_view table) {
  const auto lock = std::lock_guard{inside_->writing};
  const auto to = inside_->ready_to_write();
  if (!to)
    return to.why();
  auto* family = (*to)->family(table);
  if (family == nullptr)
    return failure{trouble::missing, "no table " + std::string{table}};
  // A write-ahead file goes once no family needs it any more; only then may
  // the table files leave out what was deleted.
  auto& db = (*to)->db();
  auto status = db.Flush({}, (*to)->all_families());
  auto options = rocksdb::CompactRangeOptions{};
  options.bottommost_level_compaction
      = rocksdb::BottommostLevelCompaction::kForce;
  if (status.ok())
    status = db.CompactRange(options, family, nullptr, nullptr);
  if (!status.ok())
    return failure_of(status);
  return done{};
}

result<std::shared_ptr<engine>> log::inside::ready_to_write() {
  if (read_only)
    return failure{trouble::disk, folder.string() + " is open for reading"};
  if (disk_is_full(folder, limits))
    return failure{trouble::disk_full, folder.string()};
  if (in_doubt)
    if (auto anew = open_anew(); !anew)
      return anew.why();
  return now();
}

result<done> log::inside::write(const engine& to, rocksdb::WriteBatch& batch) {
  auto options = rocksdb::WriteOptions{};
  options.sync = true;
  const auto status = to.db().Write(options, &batch);
  if (status.ok())
    return done{};
  in_doubt = true;
  return failure_of(status);
}

// After a failed write the batch may be on disk whole, in part or not at
// all, and a second sync may claim success for pages the first one lost.
// Recovery reads what is really there and writes it out afresh.
result<done> log::inside::open_anew() {
  const auto lock = std::lock_guard{swapping};
  if (opened.use_count() > 1)
    return failure{trouble::disk, "waiting for readers before recovery"};
  opened.reset();
  ends.clear();
  auto anew = engine::open(folder, limits);
  if (!anew)
    return anew.why();
  opened = *anew;
  in_doubt = false;
  return done{};
}

bool disk_is_full(const std::filesystem::path& folder,
                  const log_limits& limits) {
  struct statvfs disk = {};
  if (::statvfs(folder.c_str(), &disk) != 0)
    return false; // The write itself will tell what is wrong.
  return std::uint64_t{disk.f_bavail} * disk.f_frsize < limits.free_bytes_kept;
}

} // namespace suivant::storage
