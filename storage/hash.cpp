// BLAKE2b by libsodium. Knows nothing of files or keys.

#include "storage/hash.hpp"

#include <algorithm>
#include <cassert>

#include <sodium.h>

namespace suivant::storage {

bool hashing_is_ready() {
  return sodium_init() >= 0;
}

record_hash hash_of(std::initializer_list<std::string_view> parts) {
  auto state = crypto_generichash_state{};
  auto hash = record_hash{};
  // These fail only for sizes that are wrong by construction.
  [[maybe_unused]] auto failed
      = crypto_generichash_init(&state, nullptr, 0, hash.size());
  for (const auto part : parts)
    failed |= crypto_generichash_update(
        &state, reinterpret_cast<const unsigned char*>(part.data()),
        part.size());
  failed |= crypto_generichash_final(&state, hash.data(), hash.size());
  assert(failed == 0);
  return hash;
}

std::string_view bytes_of(const record_hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

record_hash hash_at_start_of(std::string_view bytes) {
  assert(bytes.size() >= hash_bytes);
  auto hash = record_hash{};
  std::copy_n(bytes.begin(), hash_bytes, hash.begin());
  return hash;
}

std::string hex(const record_hash& hash) {
  auto text = std::string(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back(); // The zero that ends it.
  return text;
}

} // namespace suivant::storage
