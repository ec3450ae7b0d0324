#include "net/gateway/post/survey_slip.hpp"

#include "net/gateway/post/base36.hpp"

#include <algorithm>
#include <vector>

namespace suivant::gateway {
namespace {

constexpr auto signature_bytes = std::size_t{12};
constexpr auto nonce_length = std::size_t{16}; // 64 bits.
constexpr auto parts_of_a_slip = std::size_t{8};
constexpr auto longest = std::size_t{200};
constexpr auto most_percent = 999;

// As addresses have it: without padding.
std::string base64url(std::string_view bytes) {
  auto text = crypto::to_base64(bytes);
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  std::erase(text, '=');
  return text;
}

std::string signature_of(const crypto::key& secret, std::string_view text) {
  const auto key = std::string_view{
      reinterpret_cast<const char*>(secret.data()), secret.size()};
  return base64url(crypto::hmac_sha256(key, "survey/" + std::string{text})
                       .substr(0, signature_bytes));
}

std::uint64_t hours_of(instant at) {
  return static_cast<std::uint64_t>(
      std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count());
}

int seconds_between(instant from, instant to) {
  return static_cast<int>(std::max<std::int64_t>(
      0, std::chrono::floor<std::chrono::seconds>(to - from).count()));
}

std::vector<std::string_view> parts_of(std::string_view text) {
  auto parts = std::vector<std::string_view>{};
  for (auto dot = text.find('.'); dot != text.npos; dot = text.find('.')) {
    parts.push_back(text.substr(0, dot));
    text.remove_prefix(dot + 1);
  }
  parts.push_back(text);
  return parts;
}

} // namespace

survey_slip survey_slip_of(const crypto::key& secret, const office_id& office,
                           const office::visit& it, int gauge,
                           bool is_sensitive) {
  const auto ended = it.now.since;
  const auto called = it.now.last_call == instant{} ? ended : it.now.last_call;
  return {.office = office,
          .service = is_sensitive ? service_id{} : it.now.service,
          .waited = seconds_between(it.joined, called),
          .served = seconds_between(called, ended),
          .ended = std::chrono::floor<std::chrono::hours>(ended),
          .gauge = std::min(gauge, most_percent),
          .nonce = crypto::link_token(secret, "survey", office.text,
                                      std::to_string(it.id.number))
                       .substr(0, nonce_length)};
}

std::string text_of(const crypto::key& secret, const survey_slip& it) {
  const auto count = [](int number) {
    return in_base36(static_cast<std::uint64_t>(number));
  };
  const auto text = it.office.text + '.' + it.service.text + '.'
                    + count(it.waited) + '.' + count(it.served) + '.'
                    + in_base36(hours_of(it.ended)) + '.' + count(it.gauge + 1)
                    + '.' + it.nonce;
  return text + '.' + signature_of(secret, text);
}

std::optional<survey_slip> survey_slip_from(const crypto::key& secret,
                                            std::string_view text) {
  const auto dot = text.rfind('.');
  if (text.size() > longest || dot == text.npos
      || !crypto::same(text.substr(dot + 1),
                       signature_of(secret, text.substr(0, dot))))
    return std::nullopt;
  const auto parts = parts_of(text);
  if (parts.size() != parts_of_a_slip)
    return std::nullopt;
  // We wrote it: what is signed is a number where one is due.
  const auto count
      = [&](std::size_t part) { return from_base36(parts[part]).value_or(0); };
  return survey_slip{.office = office_id{std::string{parts[0]}},
                     .service = service_id{std::string{parts[1]}},
                     .waited = static_cast<int>(count(2)),
                     .served = static_cast<int>(count(3)),
                     .ended = instant{std::chrono::hours{count(4)}},
                     .gauge = static_cast<int>(count(5)) - 1,
                     .nonce = std::string{parts[6]}};
}

} // namespace suivant::gateway
