#include "net/gateway/post/confirmation_code.hpp"

#include "net/words.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace suivant::gateway {
namespace {

constexpr auto digits = std::size_t{6};
constexpr auto codes = std::uint64_t{1'000'000};
constexpr auto hex_digits_used = std::size_t{15};

} // namespace

std::string confirmation_code(const crypto::key& secret,
                              const office_id& office, visit_id visit,
                              std::string_view address) {
  const auto hash = crypto::link_token(secret, "confirmation", office.text,
                                       std::to_string(visit.number) + '/'
                                           + net::lower_case(address));
  auto number = std::uint64_t{0};
  std::from_chars(hash.data(), hash.data() + hex_digits_used, number, 16);
  auto code = std::to_string(number % codes);
  return code.insert(0, digits - code.size(), '0');
}

bool is_confirmation_code(const crypto::key& secret, const office_id& office,
                          visit_id visit, std::string_view address,
                          std::string_view typed) {
  auto plain = std::string{typed};
  std::erase(plain, ' ');
  return crypto::same(plain, confirmation_code(secret, office, visit, address));
}

} // namespace suivant::gateway
