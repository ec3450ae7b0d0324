// One opened RocksDB: its families, its options, how it recovers. Knows where
// bytes lie on disk; knows nothing of streams, chains or snapshots.

#pragma once

#include "storage/log.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace rocksdb {
class ColumnFamilyHandle;
class DB;
class Slice;
class Status;
} // namespace rocksdb

namespace suivant::storage {

namespace families {
inline constexpr auto events = "events";
inline constexpr auto snapshots = "snapshots";
} // namespace families

class engine {
public:
  /// As the only writer. A last write torn by a crash is dropped; bytes that
  /// went bad before it make this fail with `unreadable`.
  static result<std::shared_ptr<engine>>
  open(const std::filesystem::path& folder, const log_limits& limits);

  /// Beside a writer, as of now.
  static result<std::shared_ptr<engine>>
  open_beside(const std::filesystem::path& folder);

  engine(const engine&) = delete;
  engine& operator=(const engine&) = delete;
  ~engine();

  rocksdb::DB& db() const {
    return *db_;
  }

  /// Null if there is no such family.
  rocksdb::ColumnFamilyHandle* family(std::string_view name) const;

  const std::vector<rocksdb::ColumnFamilyHandle*>& all_families() const {
    return families_;
  }

private:
  engine() = default;
  static result<std::shared_ptr<engine>>
  open_recovering(const std::filesystem::path& folder, const log_limits& limits,
                  bool drop_torn_write, bool& corrupt);

  static result<std::shared_ptr<engine>>
  open_beside_once(const std::filesystem::path& folder);

  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> families_;
};

failure failure_of(const rocksdb::Status& status);
rocksdb::Slice slice_of(std::string_view bytes);

} // namespace suivant::storage
