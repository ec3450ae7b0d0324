// Small words of HTTP, read without trust.

#include "net/words.hpp"

#include <algorithm>
#include <cstdint>

namespace suivant::net {

namespace {

int hex_digit(char sign) {
  if (sign >= '0' && sign <= '9')
    return sign - '0';
  if (sign >= 'a' && sign <= 'f')
    return sign - 'a' + 10;
  if (sign >= 'A' && sign <= 'F')
    return sign - 'A' + 10;
  return -1;
}

char lower(char sign) {
  return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      result += ' ';
      continue;
    }
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    const auto high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const auto low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0)
      return std::nullopt;
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return result;
}

/// How many bytes the character at the start of `text` has; 0 if it is none.
std::size_t utf8_length(std::string_view text) {
  const auto at
      = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const auto follows = [&](std::size_t i, unsigned from, unsigned to) {
    return i < text.size() && at(i) >= from && at(i) <= to;
  };
  const unsigned first = at(0);
  if (first < 0x80)
    return 1;
  if (first >= 0xC2 && first <= 0xDF)
    return follows(1, 0x80, 0xBF) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    // No overlong forms, no halves of UTF-16 pairs.
    const auto from = first == 0xE0 ? 0xA0u : 0x80u;
    const auto to = first == 0xED ? 0x9Fu : 0xBFu;
    return follows(1, from, to) && follows(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const auto from = first == 0xF0 ? 0x90u : 0x80u;
    const auto to = first == 0xF4 ? 0x8Fu : 0xBFu;
    return follows(1, from, to) && follows(2, 0x80, 0xBF)
                   && follows(3, 0x80, 0xBF)
               ? 4
               : 0;
  }
  return 0;
}

} // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
  return decoded(text, false);
}

std::optional<std::string> query_value(std::string_view query,
                                       std::string_view name) {
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const auto pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    const auto equals = std::min(pair.find('='), pair.size());
    const auto key = decoded(pair.substr(0, equals), true);
    if (key == name && !pair.empty())
      return decoded(pair.substr(std::min(equals + 1, pair.size())), true);
  }
  return std::nullopt;
}

std::string_view cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto pair = next_part(header, ';');
    const auto equals = pair.find('=');
    if (equals == pair.npos || trimmed(pair.substr(0, equals)) != name)
      continue;
    auto value = trimmed(pair.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
      value = value.substr(1, value.size() - 2);
    return value;
  }
  return {};
}

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == text.npos)
    return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::string lower_case(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool same_word(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view next_part(std::string_view& rest, char separator) {
  const auto end = std::min(rest.find(separator), rest.size());
  const auto part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return trimmed(part);
}

bool list_has(std::string_view list, std::string_view word) {
  while (!list.empty())
    if (same_word(next_part(list, ','), word))
      return true;
  return false;
}

bool accepts_coding(std::string_view header, std::string_view coding) {
  while (!header.empty()) {
    auto entry = next_part(header, ',');
    if (!same_word(next_part(entry, ';'), coding))
      continue;
    const auto weight = trimmed(entry);
    // "q=0", "q=0.0" and "q=0.000" all mean "rather not at all".
    return !weight.starts_with("q=0")
           || weight.find_first_of("123456789", 3) != weight.npos;
  }
  return false;
}

bool is_media_type(std::string_view header, std::string_view type) {
  return same_word(next_part(header, ';'), type);
}

std::string_view header_in(std::string_view bytes, std::string_view name) {
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    if (end == bytes.npos)
      return {};
    auto line = bytes.substr(0, end);
    if (same_word(next_part(line, ':'), name))
      return trimmed(line.substr(0, line.find('\r')));
    bytes.remove_prefix(end + 1);
  }
  return {};
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto length = utf8_length(text);
    if (length == 0)
      return false;
    text.remove_prefix(length);
  }
  return true;
}

} // namespace suivant::net
