// Snapshots beside their stream: the newest few, each with its own checksum.
// A snapshot only saves time, so a damaged one is passed over, not mourned.

#include "storage/hash.hpp"
#include "storage/keys.hpp"
#include "storage/log_inside.hpp"

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <limits>
#include <optional>

namespace suivant::storage {
namespace {

constexpr auto newest_possible = std::numeric_limits<record_number>::max();

std::unique_ptr<rocksdb::Iterator> snapshots_in(const engine& from,
                                                std::string_view stream,
                                                record_number not_after) {
  auto options = rocksdb::ReadOptions{};
  options.fill_cache = false;
  auto it = std::unique_ptr<rocksdb::Iterator>{
      from.db().NewIterator(options, from.family(families::snapshots))};
  it->SeekForPrev(key_of(stream, not_after));
  return it;
}

bool is_at_one_of(const rocksdb::Iterator& it, std::string_view stream) {
  return it.Valid() && belongs_to(it.key().ToStringView(), stream);
}

// Stored as checksum, hash of the last record, bytes. The checksum covers the
// key too, so that a snapshot cannot pass for another one.
std::string stored(std::string_view key, const snapshot& taken) {
  const auto at = bytes_of(taken.at.hash);
  const auto sum = hash_of({key, at, taken.bytes});
  auto value = std::string{};
  value.reserve(2 * hash_bytes + taken.bytes.size());
  return value.append(bytes_of(sum)).append(at).append(taken.bytes);
}

// Nothing if the bytes are not what was written.
std::optional<snapshot> intact_snapshot(const rocksdb::Iterator& it) {
  const auto key = it.key().ToStringView();
  const auto value = it.value().ToStringView();
  if (value.size() < 2 * hash_bytes)
    return std::nullopt;
  if (hash_of({key, value.substr(hash_bytes)}) != hash_at_start_of(value))
    return std::nullopt;
  return snapshot{{number_in(key), hash_at_start_of(value.substr(hash_bytes))},
                  std::string{value.substr(2 * hash_bytes)}};
}

// Refuses a snapshot of records that are not on disk, or not these.
result<done> is_of_this_stream(const engine& to, std::string_view stream,
                               const stream_end& at) {
  auto value = std::string{};
  const auto status = to.db().Get({}, to.family(families::events),
                                  key_of(stream, at.number), &value);
  if (!status.ok() && !status.IsNotFound())
    return failure_of(status);
  if (value.size() < hash_bytes || hash_at_start_of(value) != at.hash)
    return failure{trouble::conflict, "no such record of " + std::string{stream}
                                          + ": " + std::to_string(at.number)};
  return done{};
}

} // namespace

result<done> log::keep_snapshot(std::string_view stream,
                                const snapshot& taken) {
  const auto lock = std::lock_guard{inside_->writing};
  const auto to = inside_->ready_to_write();
  if (!to)
    return to.why();
  if (auto known = is_of_this_stream(**to, stream, taken.at); !known)
    return known;
  auto* family = (*to)->family(families::snapshots);
  const auto key = key_of(stream, taken.at.number);
  auto batch = rocksdb::WriteBatch{};
  auto status = batch.Put(family, key, stored(key, taken));
  auto kept = 1;
  const auto it = snapshots_in(**to, stream, newest_possible);
  for (; status.ok() && is_at_one_of(*it, stream); it->Prev())
    if (it->key() != key && ++kept > inside_->limits.snapshots_kept)
      status = batch.Delete(family, it->key());
  if (status.ok())
    status = it->status();
  if (!status.ok())
    return failure_of(status);
  return inside_->write(**to, batch);
}

result<snapshot> log::newest_snapshot(std::string_view stream,
                                      record_number not_after) const {
  const auto from = inside_->now();
  if (!from)
    return from.why();
  const auto it = snapshots_in(**from, stream, not_after);
  for (; is_at_one_of(*it, stream); it->Prev())
    if (auto found = intact_snapshot(*it))
      return std::move(*found);
  if (!it->status().ok() && !it->status().IsCorruption())
    return failure_of(it->status());
  return failure{trouble::missing, "no snapshot of " + std::string{stream}};
}

result<std::vector<stream_end>> snapshot_marks(const engine& from,
                                               std::string_view stream) {
  auto marks = std::vector<stream_end>{};
  const auto it = snapshots_in(from, stream, newest_possible);
  for (; is_at_one_of(*it, stream); it->Prev())
    if (const auto found = intact_snapshot(*it))
      marks.push_back(found->at);
  if (!it->status().ok() && !it->status().IsCorruption())
    return failure_of(it->status());
  return marks;
}

} // namespace suivant::storage
