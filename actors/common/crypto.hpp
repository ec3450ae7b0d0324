// Secrets: chance, hashes, links nobody can guess, sealed personal data and
// hashed passwords. Knows bytes; nothing of visitors, accounts or storage.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace suivant::crypto {

using key = std::array<unsigned char, 32>;

// -- chance -------------------------------------------------------------------

key random_key();
/// Two characters for each byte.
std::string random_hex(std::size_t bytes);
/// Each character of `alphabet` is equally likely.
std::string random_text(std::string_view alphabet, std::size_t length);
/// From 0 to 1, without 1.
double random_part();

// -- bytes as text ------------------------------------------------------------

std::string to_base64(std::string_view bytes);
/// Empty if `text` is not base64 with its padding.
std::optional<std::string> from_base64(std::string_view text);
std::string to_hex(const key& it);
/// Empty unless `text` is 64 hexadecimal digits.
std::optional<key> key_from_hex(std::string_view text);

// -- links --------------------------------------------------------------------

/// What a link for `purpose` carries: 32 hexadecimal digits. The same
/// idempotency key gives the same link, so that a page that asks twice, or
/// asks again after a restart, never holds a link that leads nowhere.
std::string link_token(const key& secret, std::string_view purpose,
                       std::string_view office, std::string_view asked_with);

/// What is stored instead of a token: 32 hexadecimal digits. Tokens are too
/// random to be found by trying, so that no salt and no slow hash is needed.
std::string hash_of_token(std::string_view token);

/// Takes the same time wherever two texts of equal length differ.
bool same(std::string_view left, std::string_view right);

// -- messages to other programs -----------------------------------------------

/// 32 bytes, as RFC 2104 makes them with SHA-256.
std::string hmac_sha256(std::string_view secret, std::string_view text);

// -- personal data ------------------------------------------------------------

/// Encrypts `text` as base64. `key_name` is bound to it: a box moved under
/// another person's name does not open.
std::string seal(const key& with, std::string_view key_name,
                 std::string_view text);
/// Empty if the box was changed, or sealed with another key or name.
std::optional<std::string> open(const key& with, std::string_view key_name,
                                std::string_view box);

// -- passwords ----------------------------------------------------------------

/// What one guess costs (argon2id, one lane).
struct password_cost {
  std::size_t memory_bytes = std::size_t{19} << 20; // At least 8 KiB.
  unsigned passes = 2;                              // At least 1.
};

/// Salted, with its cost inside: "$argon2id$v=19$m=19456,t=2,p=1$…". Throws
/// `std::bad_alloc` when there is not enough memory.
std::string hash_password(std::string_view password, const password_cost& cost);
bool verify_password(const std::string& hash, std::string_view password);
/// The hash was made at another cost.
bool needs_rehash(const std::string& hash, const password_cost& cost);

} // namespace suivant::crypto
