// Numbers in few letters, as ids and slips have them. Pure.

#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace suivant::gateway {

/// "2s": of 0-9 and a-z.
inline std::string in_base36(std::uint64_t number) {
  char text[16];
  const auto end = std::to_chars(text, text + sizeof text, number, 36).ptr;
  return {text, end};
}

/// Nothing for what is no such number, or is written otherwise.
inline std::optional<std::uint64_t> from_base36(std::string_view text) {
  auto number = std::uint64_t{0};
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number, 36);
  if (read.ec != std::errc{} || read.ptr != end || in_base36(number) != text)
    return std::nullopt;
  return number;
}

} // namespace suivant::gateway
