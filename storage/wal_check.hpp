// Tells a write torn by a crash from older bytes gone bad, in RocksDB's
// write-ahead files. Knows their framing, not what the writes mean.

#pragma once

#include <filesystem>

namespace suivant::storage {

/// True if a write that was begun after the first damage is intact.
///
/// Every write waits for its sync before the next begins, so a crash can
/// harm the last one only. An intact write behind the damage therefore means
/// that something acknowledged was lost, and that dropping everything behind
/// the damage would lose more, silently.
bool writes_follow_damage(const std::filesystem::path& folder);

} // namespace suivant::storage
