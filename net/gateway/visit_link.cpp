#include "net/gateway/visit_link.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

constexpr auto token_length = std::size_t{32};

bool is_hex_digit(char it) {
  return (it >= '0' && it <= '9') || (it >= 'a' && it <= 'f');
}

} // namespace

visit_link new_link(const crypto::key& secret, const office_id& office,
                    std::string_view idempotency_key) {
  return {office,
          crypto::link_token(secret, "visit", office.text, idempotency_key)};
}

visit_link new_feed_link(const crypto::key& secret, const office_id& office,
                         std::string_view idempotency_key) {
  return {office,
          crypto::link_token(secret, "feed", office.text, idempotency_key)};
}

std::optional<visit_link> link_from(std::string_view text) {
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0)
    return std::nullopt;
  const auto token = text.substr(dot + 1);
  if (token.size() != token_length || !std::ranges::all_of(token, is_hex_digit))
    return std::nullopt;
  return visit_link{office_id{std::string{text.substr(0, dot)}},
                    std::string{token}};
}

std::optional<visit_link> link_in_header(std::string_view authorization) {
  constexpr auto scheme = std::string_view{"Visit "};
  if (!authorization.starts_with(scheme))
    return std::nullopt;
  return link_from(authorization.substr(scheme.size()));
}

} // namespace suivant::gateway
