#include "actors/outbox/sms_text.hpp"

#include "actors/common/utf8.hpp"

#include <algorithm>
#include <array>

namespace suivant::office {
namespace {

constexpr auto gsm_alone = 160; // Septets in one message by itself,
constexpr auto gsm_part = 153;  // and in one part of several.
constexpr auto unicode_alone = 70;
constexpr auto unicode_part = 67;

// Without the letters that ASCII has too, but for those below.
constexpr auto gsm_letters = std::u32string_view{
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà"};
// Behind an escape: two septets each.
constexpr auto gsm_extension = std::u32string_view{U"\f^{}\\[~]|€"};

// 0: not in the alphabet.
int septets_of(char32_t letter) {
  if ((letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z')
      || (letter >= U'0' && letter <= U'9')
      || gsm_letters.find(letter) != gsm_letters.npos)
    return 1;
  return gsm_extension.find(letter) != gsm_extension.npos ? 2 : 0;
}

int halves_of(char32_t letter) {
  return letter > 0xffff ? 2 : 1;
}

// No letter is cut in two: one that does not fit begins the next part.
template <class Length>
sms_size measured(const std::u32string& text, int alone, int part, Length of) {
  auto size = sms_size{};
  auto filled = 0;
  auto parts = 1;
  for (const auto letter : text) {
    const auto length = of(letter);
    size.units += length;
    if (filled + length > part) {
      ++parts;
      filled = 0;
    }
    filled += length;
  }
  size.parts = text.empty() ? 0 : size.units <= alone ? 1 : parts;
  return size;
}

sms_size size_of(const std::u32string& text) {
  auto forcing = std::vector<std::string>{};
  for (const auto letter : text)
    if (septets_of(letter) == 0)
      if (auto it = to_utf8(letter); std::ranges::count(forcing, it) == 0)
        forcing.push_back(std::move(it));
  auto size = forcing.empty()
                  ? measured(text, gsm_alone, gsm_part, septets_of)
                  : measured(text, unicode_alone, unicode_part, halves_of);
  size.unicode = !forcing.empty();
  size.forcing = std::move(forcing);
  return size;
}

struct stand_in {
  char32_t letter;
  std::u32string_view as;
};

// The same to who reads it.
constexpr auto typography = std::array{
    stand_in{U'\u00a0', U" "}, stand_in{U'\u202f', U" "},
    stand_in{U'\u2009', U" "}, stand_in{U'\t', U" "},
    stand_in{U'‘', U"'"},      stand_in{U'’', U"'"},
    stand_in{U'“', U"\""},     stand_in{U'”', U"\""},
    stand_in{U'«', U"\""},     stand_in{U'»', U"\""},
    stand_in{U'‐', U"-"},      stand_in{U'‑', U"-"},
    stand_in{U'–', U"-"},      stand_in{U'—', U"-"},
    stand_in{U'…', U"..."},    stand_in{U'•', U"-"},
    stand_in{U'°', U"o"},      stand_in{U'·', U"."},
};

std::u32string with_phones_typography(const std::u32string& text) {
  auto out = std::u32string{};
  for (const auto letter : text) {
    const auto* found
        = std::ranges::find(typography, letter, &stand_in::letter);
    if (found == typography.end())
      out += letter;
    else
      out += found->as;
  }
  return out;
}

// Only letters that the alphabet lacks: "é" stays what it is.
std::u32string with_phones_letters(const std::u32string& text) {
  auto out = std::u32string{};
  for (const auto letter : text)
    out += septets_of(letter) == 0 ? without_accent(letter)
                                   : std::u32string{letter};
  return out;
}

} // namespace

sms_size size_of_sms(std::string_view text) {
  return size_of(from_utf8(text));
}

bool is_gsm(std::string_view text) {
  return std::ranges::all_of(from_utf8(text),
                             [](char32_t it) { return septets_of(it) > 0; });
}

std::string for_sms(std::string_view text) {
  const auto plain = with_phones_typography(from_utf8(text));
  const auto shorter = with_phones_letters(plain);
  return to_utf8(size_of(shorter).parts < size_of(plain).parts ? shorter
                                                               : plain);
}

} // namespace suivant::office
