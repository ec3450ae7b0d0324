#include "actors/common/crypto.hpp"

#include <initializer_list>
#include <new>
#include <stdexcept>

#include <sodium.h>

namespace suivant::crypto {
namespace {

constexpr auto token_bytes = std::size_t{16};
constexpr auto nonce_bytes
    = std::size_t{crypto_aead_xchacha20poly1305_ietf_NPUBBYTES};
constexpr auto seal_bytes
    = std::size_t{crypto_aead_xchacha20poly1305_ietf_ABYTES};

static_assert(sizeof(key) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(sizeof(key) == crypto_generichash_KEYBYTES);

// Every entry to the library passes here once before its first use.
void be_ready() {
  static const auto ready = sodium_init();
  if (ready < 0)
    throw std::runtime_error{"the cryptographic library does not start"};
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

std::string hex_of(const unsigned char* bytes, std::size_t count) {
  auto text = std::string(2 * count + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, count);
  text.pop_back();
  return text;
}

// The length goes before each part, so that "ab" + "c" is not "a" + "bc".
std::string hash_parts(const key* secret,
                       std::initializer_list<std::string_view> parts) {
  be_ready();
  auto state = crypto_generichash_state{};
  crypto_generichash_init(&state, secret == nullptr ? nullptr : secret->data(),
                          secret == nullptr ? 0 : secret->size(), token_bytes);
  for (const auto part : parts) {
    const auto length = std::to_string(part.size()) + ':';
    crypto_generichash_update(&state, bytes_of(std::string_view{length}),
                              length.size());
    crypto_generichash_update(&state, bytes_of(part), part.size());
  }
  auto hash = std::array<unsigned char, token_bytes>{};
  crypto_generichash_final(&state, hash.data(), hash.size());
  return hex_of(hash.data(), hash.size());
}

} // namespace

// -- chance -------------------------------------------------------------------

key random_key() {
  be_ready();
  auto made = key{};
  randombytes_buf(made.data(), made.size());
  return made;
}

std::string random_hex(std::size_t bytes) {
  be_ready();
  auto made = std::string(bytes, '\0');
  randombytes_buf(made.data(), made.size());
  return hex_of(bytes_of(made), made.size());
}

std::string random_text(std::string_view alphabet, std::size_t length) {
  be_ready();
  auto text = std::string{};
  const auto letters = static_cast<std::uint32_t>(alphabet.size());
  while (text.size() < length)
    text += alphabet[randombytes_uniform(letters)];
  return text;
}

double random_part() {
  be_ready();
  constexpr auto steps = std::uint32_t{1} << 24;
  return static_cast<double>(randombytes_uniform(steps)) / steps;
}

// -- bytes as text ------------------------------------------------------------

std::string to_base64(std::string_view bytes) {
  constexpr auto kind = sodium_base64_VARIANT_ORIGINAL;
  auto text = std::string(sodium_base64_encoded_len(bytes.size(), kind), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(),
                    kind);
  text.pop_back();
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  auto bytes = std::string(text.size() / 4 * 3 + 3, '\0');
  auto length = std::size_t{};
  if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(),
                        nullptr, &length, nullptr,
                        sodium_base64_VARIANT_ORIGINAL)
      != 0)
    return std::nullopt;
  bytes.resize(length);
  return bytes;
}

std::string to_hex(const key& it) {
  return hex_of(it.data(), it.size());
}

std::optional<key> key_from_hex(std::string_view text) {
  auto read = key{};
  auto length = std::size_t{};
  if (text.size() != 2 * read.size()
      || sodium_hex2bin(read.data(), read.size(), text.data(), text.size(),
                        nullptr, &length, nullptr)
             != 0
      || length != read.size())
    return std::nullopt;
  return read;
}

// -- links --------------------------------------------------------------------

std::string link_token(const key& secret, std::string_view purpose,
                       std::string_view office, std::string_view asked_with) {
  return hash_parts(&secret, {purpose, office, asked_with});
}

std::string hash_of_token(std::string_view token) {
  return hash_parts(nullptr, {token});
}

bool same(std::string_view left, std::string_view right) {
  return left.size() == right.size()
         && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

// -- messages to other programs -----------------------------------------------

std::string hmac_sha256(std::string_view secret, std::string_view text) {
  be_ready();
  auto state = crypto_auth_hmacsha256_state{};
  crypto_auth_hmacsha256_init(&state, bytes_of(secret), secret.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
  auto made = std::string(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256_final(&state, bytes_of(made));
  return made;
}

// -- personal data ------------------------------------------------------------

std::string seal(const key& with, std::string_view key_name,
                 std::string_view text) {
  be_ready();
  // The nonce is long enough to be drawn by chance without ever repeating.
  auto box = std::string(nonce_bytes + text.size() + seal_bytes, '\0');
  randombytes_buf(box.data(), nonce_bytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      bytes_of(box) + nonce_bytes, nullptr, bytes_of(text), text.size(),
      bytes_of(key_name), key_name.size(), nullptr, bytes_of(box), with.data());
  return to_base64(box);
}

std::optional<std::string> open(const key& with, std::string_view key_name,
                                std::string_view box) {
  be_ready();
  const auto bytes = from_base64(box);
  if (!bytes || bytes->size() < nonce_bytes + seal_bytes)
    return std::nullopt;
  const auto sealed = std::string_view{*bytes}.substr(nonce_bytes);
  auto text = std::string(sealed.size() - seal_bytes, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          bytes_of(text), nullptr, nullptr, bytes_of(sealed), sealed.size(),
          bytes_of(key_name), key_name.size(),
          bytes_of(std::string_view{*bytes}), with.data())
      != 0)
    return std::nullopt;
  return text;
}

// -- passwords ----------------------------------------------------------------

std::string hash_password(std::string_view password,
                          const password_cost& cost) {
  be_ready();
  auto hash = std::string(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(),
                            cost.passes, cost.memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13)
      != 0)
    throw std::bad_alloc{};
  hash.resize(hash.find('\0'));
  return hash;
}

bool verify_password(const std::string& hash, std::string_view password) {
  be_ready();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(),
                                  password.size())
         == 0;
}

bool needs_rehash(const std::string& hash, const password_cost& cost) {
  be_ready();
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost.passes,
                                        cost.memory_bytes)
         != 0;
}

} // namespace suivant::crypto
