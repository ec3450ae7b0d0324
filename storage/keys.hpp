// How a stream and a number become one key whose byte order is the order of
// the records. Knows nothing of what is stored under it.

#pragma once

#include "storage/log.hpp"

#include <string>
#include <string_view>

namespace suivant::storage {

inline constexpr auto number_bytes = sizeof(record_number);

/// "stream", a zero byte, and the number with its highest byte first.
inline std::string key_of(std::string_view stream, record_number number) {
  auto key = std::string{};
  key.reserve(stream.size() + 1 + number_bytes);
  key.append(stream).push_back('\0');
  for (auto shift = 64; shift > 0; shift -= 8)
    key.push_back(static_cast<char>(number >> (shift - 8)));
  return key;
}

/// Sorts behind every key of the stream and before those of any other.
inline std::string key_behind(std::string_view stream) {
  return std::string{stream} + '\1';
}

inline bool belongs_to(std::string_view key, std::string_view stream) {
  return key.size() == stream.size() + 1 + number_bytes
         && key.starts_with(stream) && key[stream.size()] == '\0';
}

/// True for what `key_of` makes, false for anything else found on disk.
inline bool is_key(std::string_view key) {
  return key.size() > 1 + number_bytes
         && key[key.size() - number_bytes - 1] == '\0';
}

inline std::string_view stream_in(std::string_view key) {
  return key.substr(0, key.size() - number_bytes - 1);
}

inline record_number number_in(std::string_view key) {
  auto number = record_number{0};
  for (const auto byte : key.substr(key.size() - number_bytes))
    number = (number << 8) | static_cast<unsigned char>(byte);
  return number;
}

} // namespace suivant::storage
