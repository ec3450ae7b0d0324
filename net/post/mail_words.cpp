#include "net/post/mail_words.hpp"

#include "net/post/gateway_words.hpp"
#include "net/post/mail_gateway.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace suivant::net {
namespace {

constexpr auto longest_address = std::size_t{254};
constexpr auto longest_local_part = std::size_t{64};
// Octets that become 60 letters, so that a whole word has at most 75.
constexpr auto octets_a_word = std::size_t{45};

bool is_control(char it) {
  return static_cast<unsigned char>(it) < 0x20 || it == 0x7f;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char it) { return static_cast<unsigned char>(it) < 0x80; });
}

bool goes_on(char it) {
  return (static_cast<unsigned char>(it) & 0xc0u) == 0x80u;
}

bool is_letter_or_digit(char it) {
  return (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z')
         || (it >= '0' && it <= '9');
}

// What RFC 5322 lets stand without quotes.
bool may_stand_in_name(char it) {
  return is_letter_or_digit(it)
         || std::string_view{"!#$%&'*+-/=?^_`{|}~."}.find(it)
                != std::string_view::npos;
}

bool is_dotted(std::string_view text) {
  return !text.empty() && !text.starts_with('.') && !text.ends_with('.')
         && text.find("..") == text.npos;
}

std::string base64(std::string_view bytes) {
  auto out = std::string((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const auto size
      = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()),
                        static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

// One word after another, each of whole letters.
std::string encoded(std::string_view text) {
  auto out = std::string{};
  while (!text.empty()) {
    auto size = std::min(octets_a_word, text.size());
    while (size < text.size() && size > 1 && goes_on(text[size]))
      --size;
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?")
           + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return out;
}

std::string without_controls(std::string_view text) {
  auto out = clean_utf8(text);
  std::ranges::replace_if(out, is_control, ' ');
  return out;
}

} // namespace

std::string header_text(std::string_view text) {
  const auto clean = without_controls(text);
  // A long line would have to be folded, and one that looks encoded meant.
  const auto is_plain = is_ascii(clean) && clean.size() <= octets_a_word
                        && clean.find("=?") == std::string::npos;
  return is_plain ? clean : encoded(clean);
}

std::string mailbox(std::string_view name, std::string_view address) {
  const auto clean = without_controls(name);
  if (clean.empty())
    return std::string{address};
  const auto is_plain = std::ranges::all_of(clean, [](char it) {
    return is_letter_or_digit(it) || it == ' ' || it == '-';
  });
  return (is_plain && clean.size() <= octets_a_word ? clean : encoded(clean))
         + " <" + std::string{address} + '>';
}

std::string date_text(std::chrono::system_clock::time_point at) {
  static constexpr auto days
      = std::array{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr auto months
      = std::array{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const auto date = std::chrono::year_month_day{day};
  const auto time = std::chrono::hh_mm_ss{
      std::chrono::floor<std::chrono::seconds>(at) - day};
  const auto two = [](auto number) {
    const auto text = std::to_string(number);
    return text.size() < 2 ? '0' + text : text;
  };
  return std::string{days.at(std::chrono::weekday{day}.c_encoding())} + ", "
         + two(static_cast<unsigned>(date.day())) + ' '
         + months.at(static_cast<unsigned>(date.month()) - 1) + ' '
         + std::to_string(static_cast<int>(date.year())) + ' '
         + two(time.hours().count()) + ':' + two(time.minutes().count()) + ':'
         + two(time.seconds().count()) + " +0000";
}

bool is_mail_address(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == text.npos || text.size() > longest_address
      || at > longest_local_part)
    return false;
  const auto name = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  return is_dotted(name) && std::ranges::all_of(name, may_stand_in_name)
         && is_dotted(domain) && std::ranges::all_of(domain, [](char it) {
              return is_letter_or_digit(it) || it == '-' || it == '.';
            });
}

std::vector<std::string> headers_of(const mail& it, const mail_settings& by) {
  auto all = std::vector<std::string>{
      "Date: " + date_text(it.written),
      "From: " + mailbox(it.from_name, by.from),
      "To: <" + it.to + '>',
      "Subject: " + header_text(it.subject),
      "Message-ID: <" + it.id + '@' + by.domain + '>',
      "Auto-Submitted: auto-generated",
      "Content-Language: " + header_text(it.language)};
  if (!it.link.empty())
    all.push_back("List-Unsubscribe: <" + without_controls(it.link) + '>');
  return all;
}

} // namespace suivant::net
