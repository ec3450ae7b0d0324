// Checking a whole folder and bringing a backup back. Knows nothing of what
// the records say.

#pragma once

#include "storage/log.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace suivant::storage {

struct checked_stream {
  std::string name;
  stream_end end;
};

/// Verifies every stream and reads every row; fails with the first thing that
/// is wrong. The ends are what to compare with a note kept elsewhere.
result<std::vector<checked_stream>> check(const log& whole);

/// Opens the folder read-only and checks it; a server may be running on it.
result<std::vector<checked_stream>>
check_folder(const std::filesystem::path& folder);

/// Checks the backup, copies it to `folder`, which must not exist yet, and
/// checks the copy. The backup itself stays as it is. A restore that was
/// interrupted leaves no `folder` behind.
result<std::vector<checked_stream>>
restore(const std::filesystem::path& backup,
        const std::filesystem::path& folder);

} // namespace suivant::storage
