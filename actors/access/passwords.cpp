#include "actors/access/passwords.hpp"

#include <algorithm>
#include <array>
#include <vector>

extern "C" {
extern const char suivant_common_passwords[];
extern const char suivant_common_passwords_end[];
}

namespace suivant::access {
namespace {

constexpr auto shortest_name = std::size_t{4};
constexpr auto shortest_word = std::size_t{4};
constexpr auto shortest_walk = std::size_t{4};
constexpr auto shortest_run = std::size_t{3};
constexpr auto year_digits = std::size_t{4};

// The rows of English and French keyboards, and their columns from the left.
constexpr auto keyboards = std::array<std::string_view, 11>{
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "1234567890",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujm",
    "1aqw2zsx3edc4rfv5tgb6yhn7uj",
    "aqwzsxedcrfvtgbyhnuj",
};

// -- letters ------------------------------------------------------------------

// For U+00C0 to U+00FF, whose second byte in UTF-8 is 0x80 to 0xBF.
constexpr auto without_accents = std::string_view{
    "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy"};

static_assert(without_accents.size() == 64);

bool is_digit(char it) {
  return it >= '0' && it <= '9';
}

bool is_letter(char it) {
  return it >= 'a' && it <= 'z';
}

// Bytes that go on with a character of several are not counted.
std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// What stands for letters in "p@ssw0rd".
std::string without_disguise(std::string text) {
  constexpr auto disguised = std::string_view{"013457@$!"};
  constexpr auto meant = std::string_view{"oieastasi"};
  for (auto& letter : text)
    if (const auto at = disguised.find(letter); at != disguised.npos)
      letter = meant[at];
  return text;
}

std::string letters_and_digits(std::string_view text) {
  auto kept = plain_letters(text);
  std::erase_if(kept, [](char it) { return !is_letter(it) && !is_digit(it); });
  return kept;
}

// -- what anybody would try ---------------------------------------------------

std::vector<std::string_view> read_common() {
  auto text
      = std::string_view{suivant_common_passwords,
                         static_cast<std::size_t>(suivant_common_passwords_end
                                                  - suivant_common_passwords)};
  auto words = std::vector<std::string_view>{};
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    if (!line.empty() && !line.starts_with('#'))
      words.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  std::ranges::sort(words);
  return words;
}

// The longest common word that `text` begins with; 0 for none.
std::size_t word_at(std::string_view text) {
  static const auto common = read_common();
  static const auto longest
      = std::ranges::max(common, {}, &std::string_view::size).size();
  for (auto size = std::min(longest, text.size()); size >= shortest_word;
       --size)
    if (std::ranges::binary_search(common, text.substr(0, size)))
      return size;
  return 0;
}

// "aaa", "abc", "987".
std::size_t run_at(std::string_view text) {
  const auto step = text.size() < 2 ? 2 : text[1] - text[0];
  const auto steps = [&](char from, char to) {
    const auto same_kind = (is_digit(from) && is_digit(to))
                           || (is_letter(from) && is_letter(to));
    return to - from == step && (step == 0 || same_kind);
  };
  if (step < -1 || step > 1)
    return 0;
  auto size = std::size_t{1};
  while (size < text.size() && steps(text[size - 1], text[size]))
    ++size;
  return size < shortest_run ? 0 : size;
}

std::size_t common_beginning(std::string_view left, std::string_view right) {
  const auto ends = std::ranges::mismatch(left, right);
  return static_cast<std::size_t>(ends.in1 - left.begin());
}

// Along a row or column of the keyboard, in either direction.
std::size_t walk_at(std::string_view text) {
  auto longest = std::size_t{0};
  for (const auto forth : keyboards) {
    const auto back = std::string{forth.rbegin(), forth.rend()};
    for (const auto row : {forth, std::string_view{back}})
      for (auto at = row.find(text[0]); at != row.npos;
           at = row.find(text[0], at + 1))
        longest = std::max(longest, common_beginning(text, row.substr(at)));
  }
  return longest < shortest_walk ? 0 : longest;
}

// What already stood before: the second half of "canardcanard".
std::size_t repetition_at(std::string_view whole, std::size_t at) {
  auto longest = std::size_t{0};
  for (auto before = std::size_t{0}; before < at; ++before)
    longest = std::max(
        longest, common_beginning(whole.substr(at), whole.substr(before)));
  return longest < shortest_run ? 0 : longest;
}

std::size_t year_at(std::string_view text) {
  const auto is_year
      = (text.starts_with("19") || text.starts_with("20"))
        && text.size() >= year_digits
        && std::ranges::all_of(text.substr(0, year_digits), is_digit);
  return is_year ? year_digits : 0;
}

// -- all together -------------------------------------------------------------

struct guesswork {
  std::size_t left = 0; // Characters that have to be guessed.
  bool has_word = false;
};

guesswork work_to_guess(const std::string& plain) {
  const auto bare = without_disguise(plain);
  auto work = guesswork{};
  for (auto at = std::size_t{0}; at < plain.size();) {
    const auto rest = std::string_view{plain}.substr(at);
    const auto word
        = std::max(word_at(rest), word_at(std::string_view{bare}.substr(at)));
    const auto pattern = std::max(
        {run_at(rest), walk_at(rest), year_at(rest), repetition_at(plain, at)});
    const auto is_word = word > pattern;
    work.has_word = work.has_word || is_word;
    work.left += is_word ? 2 : 1;
    at += std::max({word, pattern, std::size_t{1}});
  }
  return work;
}

} // namespace

std::string plain_letters(std::string_view text) {
  auto plain = std::string{};
  for (auto at = std::size_t{0}; at < text.size(); ++at) {
    const auto more = at + 1 < text.size();
    const auto next = more ? static_cast<unsigned char>(text[at + 1]) : 0u;
    if (text[at] == '\xC3' && next >= 0x80 && next <= 0xBF)
      plain += without_accents[next - 0x80], ++at;
    else if (text[at] == '\xC5' && (next == 0x92 || next == 0x93))
      plain += "oe", ++at;
    else if (text[at] >= 'A' && text[at] <= 'Z')
      plain += static_cast<char>(text[at] - 'A' + 'a');
    else
      plain += text[at];
  }
  return plain;
}

std::optional<refusal> weakness(std::string_view password,
                                std::span<const std::string> names,
                                const password_limits& limits) {
  if (characters_in(password) < limits.characters)
    return refusal::password_too_short;
  if (password.size() > limits.bytes)
    return refusal::password_too_long;
  const auto letters = letters_and_digits(password);
  for (const auto& name : names) {
    const auto unwanted = letters_and_digits(name);
    if (unwanted.size() >= shortest_name
        && letters.find(unwanted) != std::string::npos)
      return refusal::password_has_a_name;
  }
  // "112233" hides a run.
  const auto plain = plain_letters(password);
  auto single = plain;
  single.erase(std::ranges::unique(single).begin(), single.end());
  const auto work = std::ranges::min(
      work_to_guess(plain), work_to_guess(single), {}, &guesswork::left);
  if (work.left >= limits.to_guess)
    return std::nullopt;
  return work.has_word ? refusal::password_is_common
                       : refusal::password_is_a_pattern;
}

} // namespace suivant::access
