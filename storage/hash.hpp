// The hashes that chain records together. Knows bytes only.

#pragma once

#include "storage/log.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace suivant::storage {

inline constexpr auto hash_bytes = std::tuple_size_v<record_hash>;

/// Must succeed once before the first hash; picks the fastest way this
/// machine has.
bool hashing_is_ready();

/// BLAKE2b-256 of the parts, one after the other.
record_hash hash_of(std::initializer_list<std::string_view> parts);

std::string_view bytes_of(const record_hash& hash);

/// The hash at the start of `bytes`, which must be long enough.
record_hash hash_at_start_of(std::string_view bytes);

} // namespace suivant::storage
