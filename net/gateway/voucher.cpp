#include "net/gateway/voucher.hpp"

#include <algorithm>
#include <charconv>

namespace suivant::gateway {
namespace {

constexpr auto signature_length = std::size_t{10}; // 40 bits, for staff only.

char upper(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A')
                                        : letter;
}

std::string as_typed(std::string_view code) {
  auto out = std::string{};
  for (const auto letter : code)
    if (letter != ' ')
      out += upper(letter);
  return out;
}

} // namespace

std::string voucher_of(const crypto::key& secret, const office_id& office,
                       const office::visit& it) {
  const auto start = it.appointment->claim.time.from.time_since_epoch();
  const auto signed_text
      = std::to_string(it.id.number) + '/' + std::to_string(start.count());
  auto signature
      = crypto::link_token(secret, "voucher", office.text, signed_text);
  std::ranges::transform(signature, signature.begin(), upper);
  return std::to_string(it.id.number) + '-'
         + signature.substr(0, signature_length);
}

std::optional<visit_id> visit_in_voucher(std::string_view code) {
  const auto typed = as_typed(code);
  const auto dash = typed.find('-');
  auto visit = visit_id{};
  const auto* end = typed.data() + std::min(dash, typed.size());
  const auto read = std::from_chars(typed.data(), end, visit.number);
  if (dash == std::string::npos || read.ec != std::errc{} || read.ptr != end)
    return std::nullopt;
  return visit;
}

bool is_voucher_of(const crypto::key& secret, const office_id& office,
                   const office::visit& it, std::string_view code) {
  return as_typed(code) == voucher_of(secret, office, it);
}

} // namespace suivant::gateway
