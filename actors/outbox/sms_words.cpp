#include "actors/outbox/sms_words.hpp"

#include "actors/common/utf8.hpp"

#include <algorithm>
#include <array>

namespace suivant::office {
namespace {

constexpr auto most = 1440;
constexpr auto minutes_an_hour = 60;

struct known_word {
  std::string_view word;
  sms_wish wish;
  std::string_view language; // Empty: of both.
};

constexpr auto known = std::array{
    known_word{"REJOINDRE", sms_wish::join, "fr"},
    known_word{"JOIN", sms_wish::join, "en"},
    known_word{"STATUT", sms_wish::status, "fr"},
    known_word{"STATUS", sms_wish::status, "en"},
    known_word{"RETARD", sms_wish::late, "fr"},
    known_word{"LATE", sms_wish::late, "en"},
    known_word{"ANNULER", sms_wish::cancel, "fr"},
    known_word{"ANNULE", sms_wish::cancel, "fr"},
    known_word{"ANNULATION", sms_wish::cancel, "fr"},
    known_word{"CANCEL", sms_wish::cancel, "en"},
    known_word{"LAISSER", sms_wish::pass, "fr"},
    known_word{"PASSER", sms_wish::pass, "fr"},
    known_word{"PASS", sms_wish::pass, "en"},
    known_word{"ARRET", sms_wish::stop, "fr"},
    known_word{"STOP", sms_wish::stop, ""},
    known_word{"UNSUBSCRIBE", sms_wish::stop, "en"},
    known_word{"REPRENDRE", sms_wish::start, "fr"},
    known_word{"START", sms_wish::start, ""},
    known_word{"OUI", sms_wish::accept, "fr"},
    known_word{"YES", sms_wish::accept, "en"},
    known_word{"OK", sms_wish::accept, ""},
    known_word{"NON", sms_wish::refuse, "fr"},
    known_word{"NO", sms_wish::refuse, "en"},
    known_word{"ARRIVE", sms_wish::arrived, ""}, // Without its accent: both.
    known_word{"ARRIVEE", sms_wish::arrived, "fr"},
    known_word{"ARRIVED", sms_wish::arrived, "en"},
    known_word{"HERE", sms_wish::arrived, "en"},
    known_word{"AIDE", sms_wish::help, "fr"},
    known_word{"HELP", sms_wish::help, "en"},
};

// Said before what matters. Some tell the language.
constexpr auto fillers = std::array{
    known_word{"BONJOUR", {}, "fr"}, known_word{"BJR", {}, "fr"},
    known_word{"MERCI", {}, "fr"},   known_word{"SVP", {}, "fr"},
    known_word{"JE", {}, "fr"},      known_word{"SUIS", {}, "fr"},
    known_word{"SERAI", {}, "fr"},   known_word{"EN", {}, "fr"},
    known_word{"DE", {}, "fr"},      known_word{"J", {}, "fr"},
    known_word{"AI", {}, "fr"},      known_word{"VEUX", {}, "fr"},
    known_word{"BIEN", {}, "fr"},    known_word{"HELLO", {}, "en"},
    known_word{"HI", {}, "en"},      known_word{"PLEASE", {}, "en"},
    known_word{"I", {}, "en"},       known_word{"M", {}, "en"},
    known_word{"AM", {}, "en"},      known_word{"WILL", {}, "en"},
    known_word{"BE", {}, "en"},      known_word{"LL", {}, "en"},
    known_word{"MIN", {}, ""},       known_word{"MN", {}, ""},
    known_word{"MINUTES", {}, ""},   known_word{"MINUTE", {}, ""},
};

constexpr auto denials
    = std::array<std::string_view, 6>{"NE", "N", "PAS", "NOT", "DON", "WON"};

template <class Words>
const known_word* find_in(const Words& words, std::string_view text) {
  const auto found = std::ranges::find(words, text, &known_word::word);
  return found == words.end() ? nullptr : &*found;
}

std::vector<std::string> parts_of(const std::string& plain) {
  auto parts = std::vector<std::string>{};
  auto from = std::size_t{0};
  while (from < plain.size()) {
    const auto to = std::min(plain.find(' ', from), plain.size());
    parts.push_back(plain.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

bool is_digit(char it) {
  return it >= '0' && it <= '9';
}

bool begins_with_number(const std::string& part) {
  return is_digit(part.front());
}

int leading_number(std::string_view part) {
  auto value = 0;
  for (const auto letter : part) {
    if (!is_digit(letter))
      break;
    value = std::min(value * 10 + (letter - '0'), most);
  }
  return value;
}

// "10", "10MIN", "1H", "1H30".
int minutes_in(const std::string& part) {
  const auto hour = part.find('H');
  const auto first = leading_number(part);
  if (hour == std::string::npos)
    return first;
  return std::min(first * minutes_an_hour
                      + leading_number(std::string_view{part}.substr(hour + 1)),
                  most);
}

int number_in(const std::vector<std::string>& parts) {
  const auto found = std::ranges::find_if(parts, begins_with_number);
  return found == parts.end() ? 0 : minutes_in(*found);
}

bool denies(const std::vector<std::string>& parts) {
  return std::ranges::any_of(parts, [](const std::string& it) {
    return std::ranges::count(denials, it) > 0;
  });
}

std::string joined(const std::vector<std::string>& parts, std::size_t from) {
  auto out = std::string{};
  for (auto i = from; i < parts.size(); ++i)
    out += (out.empty() ? "" : " ") + parts[i];
  return out;
}

sms_said about_joining(std::string word, const std::vector<join_word>& join,
                       std::string_view language) {
  auto said
      = sms_said{.wish = sms_wish::join, .language = std::string{language}};
  const auto found = std::ranges::find(
      join, word, [](const join_word& it) { return plain_word(it.word); });
  if (found != join.end())
    said.service = found->service;
  said.word = std::move(word);
  return said;
}

bool is_spoken(const std::vector<join_word>& join, std::string_view word) {
  return std::ranges::any_of(
      join, [&](const join_word& it) { return plain_word(it.word) == word; });
}

} // namespace

std::string plain_word(std::string_view text) {
  auto out = std::string{};
  auto apart = false;
  for (const auto letter : from_utf8(text))
    for (const auto plain : without_accent(letter)) {
      const auto upper = plain >= U'a' && plain <= U'z'
                             ? static_cast<char32_t>(plain - U'a' + U'A')
                             : plain;
      // Letters of other writings are kept: a word may be in any language.
      const auto counts = (upper >= U'A' && upper <= U'Z')
                          || (upper >= U'0' && upper <= U'9')
                          || (upper >= 0x100 && upper < 0x2000);
      if (counts && apart && !out.empty())
        out += ' ';
      apart = !counts;
      if (counts)
        out += to_utf8(upper);
    }
  return out;
}

bool is_reserved_word(std::string_view text) {
  const auto plain = plain_word(text);
  return find_in(known, plain) != nullptr || find_in(fillers, plain) != nullptr;
}

std::string_view cancel_word(std::string_view language) {
  return language == "en" ? "CANCEL" : "ANNULER";
}

sms_said read_sms(std::string_view text, const std::vector<join_word>& join) {
  const auto plain = plain_word(text);
  if (is_spoken(join, plain))
    return about_joining(plain, join, {});
  const auto parts = parts_of(plain);
  auto language = std::string_view{};
  for (auto i = std::size_t{0}; i < parts.size(); ++i) {
    if (const auto* it = find_in(known, parts[i])) {
      if (!it->language.empty())
        language = it->language;
      if (it->wish == sms_wish::join)
        return about_joining(joined(parts, i + 1), join, language);
      if (denies(parts) && it->wish != sms_wish::refuse)
        return {.language = std::string{language}};
      const auto counts
          = it->wish == sms_wish::late || it->wish == sms_wish::pass;
      return {.wish = it->wish,
              .number = counts ? number_in(parts) : 0,
              .language = std::string{language}};
    }
    const auto* filler = find_in(fillers, parts[i]);
    if (filler == nullptr && !begins_with_number(parts[i]))
      return {.language = std::string{language}};
    if (filler != nullptr && !filler->language.empty())
      language = filler->language;
  }
  return {.language = std::string{language}};
}

} // namespace suivant::office
