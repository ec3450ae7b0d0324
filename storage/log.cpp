// Opening, closing and looking into the small tables. Knows nothing of what
// the rows mean.

#include "storage/log.hpp"

#include "storage/hash.hpp"
#include "storage/log_inside.hpp"

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <cassert>

namespace suivant::storage {
namespace {

// Written once into a new folder. A program that does not know the number
// it finds must not touch the folder.
constexpr auto format_key = "storage_format";
constexpr auto format = "1";

failure no_table(std::string_view name) {
  return {trouble::missing, "no table " + std::string{name}};
}

// False for a folder so new that nothing was written yet.
result<bool> has_known_format(const log& it) {
  const auto found = it.get(tables::meta, format_key);
  if (found && *found != format)
    return failure{trouble::unreadable,
                   "the folder has unknown format " + *found};
  if (!found && found.why().kind != trouble::missing)
    return found.why();
  return bool{found};
}

} // namespace

log::log(std::unique_ptr<inside> it) : inside_{std::move(it)} {}

log::log(log&&) noexcept = default;
log& log::operator=(log&&) noexcept = default;
log::~log() = default;

result<log> log::open(const std::filesystem::path& folder, log_limits limits) {
  if (!hashing_is_ready())
    return failure{trouble::disk, "libsodium cannot be used here"};
  auto opened = engine::open(folder, limits);
  if (!opened)
    return opened.why();
  auto it = std::make_unique<inside>();
  it->folder = folder;
  it->limits = limits;
  it->opened = *opened;
  auto result = log{std::move(it)};
  const auto known = has_known_format(result);
  if (!known)
    return known.why();
  const auto mark = row{tables::meta, format_key, format};
  if (!*known)
    if (auto marked = result.commit({}, {mark}); !marked)
      return marked.why();
  return result;
}

result<log> log::open_read_only(const std::filesystem::path& folder) {
  if (!hashing_is_ready())
    return failure{trouble::disk, "libsodium cannot be used here"};
  auto opened = engine::open_beside(folder);
  if (!opened)
    return opened.why();
  auto it = std::make_unique<inside>();
  it->folder = folder;
  it->read_only = true;
  it->opened = *opened;
  auto result = log{std::move(it)};
  if (const auto known = has_known_format(result); !known)
    return known.why();
  return result;
}

result<done> log::catch_up() {
  assert(inside_->read_only);
  const auto lock = std::lock_guard{inside_->writing};
  auto from = inside_->now();
  if (from && (*from)->db().TryCatchUpWithPrimary().ok())
    return done{};
  auto anew = engine::open_beside(inside_->folder);
  if (!anew)
    return anew.why();
  const auto swap = std::lock_guard{inside_->swapping};
  inside_->opened = *anew;
  return done{};
}

result<std::string> log::get(std::string_view table,
                             std::string_view key) const {
  const auto from = inside_->now();
  if (!from)
    return from.why();
  auto* family = (*from)->family(table);
  if (family == nullptr)
    return no_table(table);
  auto value = std::string{};
  const auto status = (*from)->db().Get({}, family, slice_of(key), &value);
  if (!status.ok())
    return failure_of(status);
  return value;
}

result<done> log::scan(std::string_view table, std::string_view prefix,
                       const row_reader& read) const {
  const auto from = inside_->now();
  if (!from)
    return from.why();
  auto* family = (*from)->family(table);
  if (family == nullptr)
    return no_table(table);
  const auto it = std::unique_ptr<rocksdb::Iterator>{
      (*from)->db().NewIterator({}, family)};
  for (it->Seek(slice_of(prefix));
       it->Valid() && it->key().starts_with(slice_of(prefix)); it->Next())
    if (!read(it->key().ToStringView(), it->value().ToStringView()))
      break;
  if (!it->status().ok())
    return failure_of(it->status());
  return done{};
}

result<std::shared_ptr<engine>> log::inside::now() const {
  const auto lock = std::lock_guard{swapping};
  if (opened == nullptr)
    return failure{trouble::disk, folder.string() + " could not be reopened"};
  return opened;
}

} // namespace suivant::storage
