#include "actors/common/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace suivant {
namespace {

constexpr auto replacement = U'\ufffd';

constexpr bool goes_on(unsigned char octet) {
  return (octet & 0xc0U) == 0x80U;
}

// How many octets follow the first one; -1: it is none.
constexpr int more_after(unsigned char first) {
  if (first < 0x80)
    return 0;
  if (first >= 0xc2 && first < 0xe0)
    return 1;
  if (first >= 0xe0 && first < 0xf0)
    return 2;
  return first >= 0xf0 && first < 0xf5 ? 3 : -1;
}

// Too long for what they say, halves of pairs, and what is beyond the last.
constexpr bool is_letter(char32_t value, int more) {
  constexpr auto least = std::array<char32_t, 4>{0, 0x80, 0x800, 0x10000};
  return value >= least[static_cast<std::size_t>(more)] && value < 0x110000
         && (value < 0xd800 || value > 0xdfff);
}

struct family {
  std::u32string_view members;
  std::u32string_view plain;
};

constexpr auto families = std::array{
    family{U"àáâãäåāăą", U"a"},  family{U"ÀÁÂÃÄÅĀĂĄ", U"A"},
    family{U"çćĉċč", U"c"},      family{U"ÇĆĈĊČ", U"C"},
    family{U"ďđð", U"d"},        family{U"ĎĐÐ", U"D"},
    family{U"èéêëēĕėęě", U"e"},  family{U"ÈÉÊËĒĔĖĘĚ", U"E"},
    family{U"ĝğġģ", U"g"},       family{U"ĜĞĠĢ", U"G"},
    family{U"ĥħ", U"h"},         family{U"ĤĦ", U"H"},
    family{U"ìíîïĩīĭįı", U"i"},  family{U"ÌÍÎÏĨĪĬĮİ", U"I"},
    family{U"ĵ", U"j"},          family{U"Ĵ", U"J"},
    family{U"ķ", U"k"},          family{U"Ķ", U"K"},
    family{U"ĺļľŀł", U"l"},      family{U"ĹĻĽĿŁ", U"L"},
    family{U"ñńņňŋ", U"n"},      family{U"ÑŃŅŇŊ", U"N"},
    family{U"òóôõöøōŏő", U"o"},  family{U"ÒÓÔÕÖØŌŎŐ", U"O"},
    family{U"ŕŗř", U"r"},        family{U"ŔŖŘ", U"R"},
    family{U"śŝşšș", U"s"},      family{U"ŚŜŞŠȘ", U"S"},
    family{U"ţťŧț", U"t"},       family{U"ŢŤŦȚ", U"T"},
    family{U"ùúûüũūŭůűų", U"u"}, family{U"ÙÚÛÜŨŪŬŮŰŲ", U"U"},
    family{U"ŵ", U"w"},          family{U"Ŵ", U"W"},
    family{U"ýÿŷ", U"y"},        family{U"ÝŸŶ", U"Y"},
    family{U"źżž", U"z"},        family{U"ŹŻŽ", U"Z"},
    family{U"œ", U"oe"},         family{U"Œ", U"OE"},
    family{U"æ", U"ae"},         family{U"Æ", U"AE"},
    family{U"ß", U"ss"},
};

} // namespace

std::u32string from_utf8(std::string_view text) {
  auto out = std::u32string{};
  for (auto at = std::size_t{0}; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at++]);
    const auto more = more_after(first);
    auto value
        = static_cast<char32_t>(more <= 0 ? first : first & (0x3fU >> more));
    auto read = 0;
    while (read < more && at < text.size()
           && goes_on(static_cast<unsigned char>(text[at]))) {
      value = value << 6 | (static_cast<unsigned char>(text[at++]) & 0x3fU);
      ++read;
    }
    out += more >= 0 && read == more && is_letter(value, more) ? value
                                                               : replacement;
  }
  return out;
}

std::string to_utf8(char32_t letter) {
  const auto octet = [](char32_t it) { return static_cast<char>(it); };
  const auto next
      = [&](int shift) { return octet(0x80U | (letter >> shift & 0x3fU)); };
  if (letter < 0x80)
    return {octet(letter)};
  if (letter < 0x800)
    return {octet(0xc0U | letter >> 6), next(0)};
  if (letter < 0x10000)
    return {octet(0xe0U | letter >> 12), next(6), next(0)};
  return {octet(0xf0U | letter >> 18), next(12), next(6), next(0)};
}

std::string to_utf8(std::u32string_view text) {
  auto out = std::string{};
  for (const auto letter : text)
    out += to_utf8(letter);
  return out;
}

std::u32string without_accent(char32_t letter) {
  const auto* found = std::ranges::find_if(families, [&](const family& it) {
    return it.members.find(letter) != it.members.npos;
  });
  return found == families.end() ? std::u32string{letter}
                                 : std::u32string{found->plain};
}

} // namespace suivant
