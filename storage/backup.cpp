// Copies of a whole folder: taken beside running writes, checked, restored.

#include "storage/backup.hpp"

#include "storage/log_inside.hpp"

#include <rocksdb/db.h>
#include <rocksdb/utilities/checkpoint.h>
#include <rocksdb/write_batch.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace suivant::storage {
namespace {

namespace fs = std::filesystem;

constexpr auto copy_batch_bytes = std::size_t{256} << 10;

result<done> put(const engine& to, rocksdb::WriteBatch& batch) {
  // Flushed as a whole at the end, so a write-ahead file would only double
  // the work.
  auto options = rocksdb::WriteOptions{};
  options.disableWAL = true;
  const auto status = to.db().Write(options, &batch);
  batch.Clear();
  if (!status.ok())
    return failure_of(status);
  return done{};
}

result<done> copy_family(const engine& from, const engine& to,
                         const std::string& name) {
  auto options = rocksdb::ReadOptions{};
  options.fill_cache = false;
  auto batch = rocksdb::WriteBatch{};
  const auto it = std::unique_ptr<rocksdb::Iterator>{
      from.db().NewIterator(options, from.family(name))};
  for (it->SeekToFirst(); it->Valid(); it->Next()) {
    const auto status = batch.Put(to.family(name), it->key(), it->value());
    if (!status.ok())
      return failure_of(status);
    if (batch.GetDataSize() > copy_batch_bytes)
      if (auto written = put(to, batch); !written)
        return written;
  }
  if (!it->status().ok())
    return failure_of(it->status());
  return put(to, batch);
}

// A reader has no files of its own to link to, so it copies what it sees.
result<done> copy_all(const engine& from, const fs::path& folder) {
  const auto to = engine::open(folder, log_limits{});
  if (!to)
    return to.why();
  for (const auto* family : from.all_families())
    if (auto copied = copy_family(from, **to, family->GetName()); !copied)
      return copied;
  const auto status = (*to)->db().Flush({}, (*to)->all_families());
  if (!status.ok())
    return failure_of(status);
  return done{};
}

result<done> link_all(const engine& from, const fs::path& folder) {
  rocksdb::Checkpoint* made = nullptr;
  auto status = rocksdb::Checkpoint::Create(&from.db(), &made);
  const auto checkpoint = std::unique_ptr<rocksdb::Checkpoint>{made};
  if (status.ok())
    status = checkpoint->CreateCheckpoint(folder.string());
  if (!status.ok())
    return failure_of(status);
  auto error = std::error_code{};
  fs::permissions(folder, fs::perms::owner_all, error);
  if (error)
    return failure{trouble::disk, folder.string() + ": " + error.message()};
  return done{};
}

result<done> sync_folder(const fs::path& folder) {
  const auto handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
  const auto synced = handle >= 0 && ::fsync(handle) == 0;
  const auto why = std::string{std::strerror(errno)};
  if (handle >= 0)
    ::close(handle);
  if (!synced)
    return failure{trouble::disk, folder.string() + ": " + why};
  return done{};
}

// A copy appears under its name only when it is whole.
result<done> appear(const fs::path& partial, const fs::path& folder) {
  auto error = std::error_code{};
  fs::rename(partial, folder, error);
  if (error)
    return failure{trouble::disk, folder.string() + ": " + error.message()};
  const auto parent = folder.parent_path();
  return sync_folder(parent.empty() ? fs::path{"."} : parent);
}

// "copy/" and "copy" are the same folder, but not the same name.
fs::path without_slash(const fs::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

result<fs::path> partial_name(const fs::path& folder) {
  auto error = std::error_code{};
  if (fs::exists(folder, error))
    return failure{trouble::conflict, folder.string() + " exists already"};
  auto partial = without_slash(folder);
  partial += ".partial";
  fs::remove_all(partial, error); // What an interrupted copy left.
  if (error)
    return failure{trouble::disk, partial.string() + ": " + error.message()};
  return partial;
}

} // namespace

result<done> log::backup_to(const fs::path& folder) const {
  // Writes wait, so that a reader's copy is of one moment.
  const auto lock = std::lock_guard{inside_->writing};
  const auto from = inside_->now();
  if (!from)
    return from.why();
  const auto partial = partial_name(folder);
  if (!partial)
    return partial.why();
  const auto copied = inside_->read_only ? copy_all(**from, *partial)
                                         : link_all(**from, *partial);
  if (!copied)
    return copied.why();
  return appear(*partial, without_slash(folder));
}

result<std::vector<checked_stream>> check(const log& whole) {
  const auto names = whole.streams();
  if (!names)
    return names.why();
  auto checked = std::vector<checked_stream>{};
  for (const auto& name : *names) {
    const auto end = whole.verify(name);
    if (!end)
      return end.why();
    checked.push_back({name, *end});
  }
  const auto any = [](auto, auto) { return true; };
  for (const auto* table : {tables::persons, tables::accounts, tables::sessions,
                            tables::outbox, tables::partners, tables::meta})
    if (auto read = whole.scan(table, "", any); !read)
      return read.why();
  return checked;
}

result<std::vector<checked_stream>> check_folder(const fs::path& folder) {
  const auto opened = log::open_read_only(folder);
  if (!opened)
    return opened.why();
  return check(*opened);
}

result<std::vector<checked_stream>> restore(const fs::path& backup,
                                            const fs::path& folder) {
  const auto opened = log::open_read_only(backup);
  if (!opened)
    return opened.why();
  if (const auto sound = check(*opened); !sound)
    return sound.why();
  if (auto copied = opened->backup_to(folder); !copied)
    return copied.why();
  return check_folder(folder);
}

} // namespace suivant::storage
