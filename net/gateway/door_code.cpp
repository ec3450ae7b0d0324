#include "net/gateway/door_code.hpp"

namespace suivant::gateway {
namespace {

constexpr auto length = std::size_t{6};
constexpr auto codes = std::uint64_t{1'000'000};
constexpr auto digits_read = std::size_t{15}; // Fit into 60 bits.

std::string digits_of(const crypto::key& secret, const office_id& office,
                      std::chrono::minutes minute) {
  const auto token = crypto::link_token(secret, "door", office.text,
                                        std::to_string(minute.count()));
  const auto chance = std::stoull(token.substr(0, digits_read), nullptr, 16);
  auto text = std::to_string(chance % codes);
  return std::string(length - text.size(), '0') + text;
}

std::chrono::minutes minute_of(instant at) {
  return std::chrono::floor<std::chrono::minutes>(at.time_since_epoch());
}

} // namespace

door_code door_code_at(const crypto::key& secret, const office_id& office,
                       instant at) {
  const auto minute = minute_of(at);
  return {digits_of(secret, office, minute),
          instant{minute + std::chrono::minutes{1}}};
}

bool door_code_fits(const crypto::key& secret, const office_id& office,
                    std::string typed, instant at) {
  std::erase(typed, ' ');
  const auto now = minute_of(at);
  const auto before = now - std::chrono::minutes{1};
  const auto fits = [&](std::chrono::minutes minute) {
    return crypto::same(typed, digits_of(secret, office, minute));
  };
  return fits(now) || fits(before);
}

} // namespace suivant::gateway
