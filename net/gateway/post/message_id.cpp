#include "net/gateway/post/message_id.hpp"

#include "net/gateway/post/base36.hpp"
#include "net/words.hpp"

#include <algorithm>
#include <limits>

namespace suivant::gateway {
namespace {

constexpr auto signature_length = std::size_t{16}; // 64 bits.
constexpr auto bounce_word = std::string_view{"bounce+"};
constexpr auto longest_bounce = std::size_t{256} * 1024;
constexpr auto status_word = std::string_view{"status:"};

std::string signature_of(const crypto::key& secret, const office_id& office,
                         std::string_view text) {
  return crypto::link_token(secret, "message", office.text, text)
      .substr(0, signature_length);
}

std::optional<message_id> parsed(std::string_view text) {
  const auto first = text.find('.');
  const auto second = text.find('.', std::min(first, text.size() - 1) + 1);
  if (first == 0 || first == text.npos || second == text.npos)
    return std::nullopt;
  const auto visit = from_base36(text.substr(first + 1, second - first - 1));
  const auto number = from_base36(text.substr(second + 1));
  if (!visit || !number || *number > std::numeric_limits<std::uint32_t>::max())
    return std::nullopt;
  return message_id{office_id{std::string{text.substr(0, first)}},
                    visit_id{*visit}, static_cast<std::uint32_t>(*number)};
}

bool may_stand(char it) {
  return (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9') || it == '-'
         || it == '.';
}

} // namespace

std::string text_of(const message_id& it) {
  return it.office.text + '.' + in_base36(it.visit.number) + '.'
         + in_base36(it.number);
}

std::string signed_text_of(const crypto::key& secret, const message_id& it) {
  const auto text = text_of(it);
  return text + '.' + signature_of(secret, it.office, text);
}

std::optional<message_id> message_signed(const crypto::key& secret,
                                         std::string_view text) {
  const auto lower = net::lower_case(text);
  const auto dot = lower.rfind('.');
  if (dot == std::string::npos || dot == 0)
    return std::nullopt;
  const auto named = std::string_view{lower}.substr(0, dot);
  const auto it = parsed(named);
  if (!it
      || !crypto::same(std::string_view{lower}.substr(dot + 1),
                       signature_of(secret, it->office, named)))
    return std::nullopt;
  return it;
}

std::string bounce_name_of(const crypto::key& secret, const message_id& it) {
  return std::string{bounce_word} + signed_text_of(secret, it);
}

std::optional<message_id> bounced(const crypto::key& secret,
                                  std::string_view text) {
  const auto lower = net::lower_case(text.substr(0, longest_bounce));
  auto rest = std::string_view{lower};
  for (auto at = rest.find(bounce_word); at != rest.npos;
       at = rest.find(bounce_word)) {
    rest.remove_prefix(at + bounce_word.size());
    const auto* end = std::ranges::find_if_not(rest, may_stand);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    if (auto it = message_signed(secret, rest.substr(0, length)))
      return it;
  }
  return std::nullopt;
}

bool is_final_bounce(std::string_view text) {
  const auto lower = net::lower_case(text.substr(0, longest_bounce));
  if (lower.find("\naction: delayed") != std::string::npos)
    return false;
  auto rest = std::string_view{lower};
  auto is_final = true;
  while (!rest.empty()) {
    auto line = net::next_part(rest, '\n');
    if (!line.starts_with(status_word))
      continue;
    line.remove_prefix(status_word.size());
    is_final = net::trimmed(line).starts_with('5');
  }
  return is_final;
}

} // namespace suivant::gateway
