#include "net/gateway/applications.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

constexpr auto digits = std::size_t{10};
constexpr auto between = std::string_view{",;:-/. \t"};

char upper(char it) {
  return it >= 'a' && it <= 'z' ? static_cast<char>(it - 'a' + 'A') : it;
}

bool is_letter_or_digit(char it) {
  const auto up = upper(it);
  return (up >= 'A' && up <= 'Z') || (it >= '0' && it <= '9');
}

} // namespace

bool is_application(std::string_view text) {
  return text.size() == digits && std::ranges::all_of(text, is_letter_or_digit);
}

std::string hash_of_application(const crypto::key& secret,
                                std::string_view number) {
  auto text = std::string{number};
  std::ranges::transform(text, text.begin(), upper);
  return crypto::link_token(secret, "application", "", text);
}

std::vector<std::string>
hashes_of_applications(const crypto::key& secret,
                       const std::vector<std::string>& numbers) {
  auto hashes = std::vector<std::string>{};
  for (const auto& number : numbers)
    hashes.push_back(hash_of_application(secret, number));
  return hashes;
}

std::vector<std::string> applications_in(std::string_view list) {
  auto numbers = std::vector<std::string>{};
  while (!list.empty()) {
    const auto end = std::min(list.find_first_of(between), list.size());
    if (end > 0)
      numbers.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return numbers;
}

} // namespace suivant::gateway
