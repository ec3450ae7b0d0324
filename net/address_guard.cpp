// Counting by address. An IPv6 household owns a whole /64, so that is what is
// counted there.

#include "net/address_guard.hpp"

#include "net/words.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include <arpa/inet.h>

namespace suivant::net {

namespace {

constexpr address_bytes mapped
    = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};
constexpr std::size_t mapped_bytes = 12;

bool is_v4(const address_bytes& address) {
  return std::equal(mapped.begin(), mapped.begin() + mapped_bytes,
                    address.begin());
}

address_bytes household(address_bytes address) {
  if (!is_v4(address))
    std::fill(address.begin() + 8, address.end(), std::uint8_t{0});
  return address;
}

bool same_bits(const address_bytes& left, const address_bytes& right,
               unsigned bits) {
  const auto whole = bits / 8;
  if (!std::equal(left.begin(), left.begin() + whole, right.begin()))
    return false;
  const auto rest = bits % 8;
  return rest == 0 || (left[whole] ^ right[whole]) >> (8 - rest) == 0;
}

} // namespace

std::optional<address_bytes> read_address(std::string_view text) {
  const std::string terminated{text};
  auto address = mapped;
  if (inet_pton(AF_INET, terminated.c_str(), address.data() + mapped_bytes) == 1
      || inet_pton(AF_INET6, terminated.c_str(), address.data()) == 1)
    return address;
  return std::nullopt;
}

std::string network_of(std::string_view text) {
  auto address = read_address(text);
  if (!address)
    return std::string{text};
  std::fill(address->begin() + (is_v4(*address) ? 15 : 6), address->end(),
            std::uint8_t{0});
  return {address->begin(), address->end()};
}

address_set::address_set(std::span<const std::string> entries) {
  for (const auto& entry : entries) {
    const auto slash = std::min(entry.find('/'), entry.size());
    const auto address = read_address(std::string_view{entry}.substr(0, slash));
    const auto widest = address && is_v4(*address) ? 32u : 128u;
    auto bits = widest;
    if (slash < entry.size()) {
      const auto* end = entry.data() + entry.size();
      const auto [stop, error]
          = std::from_chars(entry.data() + slash + 1, end, bits);
      if (error != std::errc{} || stop != end)
        bits = widest + 1;
    }
    if (!address || bits > widest)
      throw std::invalid_argument{"not an address or network: " + entry};
    networks_.push_back({*address, bits + 128 - widest});
  }
}

bool address_set::has(std::string_view text) const {
  const auto address = networks_.empty() ? std::nullopt : read_address(text);
  return address && has(*address);
}

bool address_set::has(const address_bytes& address) const {
  return std::any_of(networks_.begin(), networks_.end(),
                     [&](const network& one) {
                       return same_bits(one.address, address, one.bits);
                     });
}

std::string client_behind(const address_set& proxies, std::string_view peer,
                          std::string_view forwarded) {
  // Only what trusted proxies appended at the end can be believed.
  while (proxies.has(peer) && !forwarded.empty()) {
    const auto comma = forwarded.rfind(',');
    const auto last = comma == forwarded.npos ? 0 : comma + 1;
    const auto before = trimmed(forwarded.substr(last));
    if (!read_address(before))
      break;
    peer = before;
    forwarded = forwarded.substr(0, comma == forwarded.npos ? 0 : comma);
  }
  return std::string{peer};
}

std::size_t
address_guard::hash::operator()(const address_bytes& address) const {
  return std::hash<std::string_view>{}(
      {reinterpret_cast<const char*>(address.data()), address.size()});
}

address_guard::address_guard(const limits& most, address_set exempt)
    : most_{most}, exempt_{std::move(exempt)}, records_(1) {}

std::optional<address_guard::ticket>
address_guard::enter(std::string_view address, time now) {
  const std::lock_guard lock{mutex_};
  if (total_ >= most_.connections)
    return std::nullopt;
  const auto which = find(address, now);
  auto& counted = records_[which];
  if (which != 0 && counted.connections >= most_.connections_per_address)
    return std::nullopt;
  ++counted.connections;
  ++total_;
  return which;
}

void address_guard::leave(ticket which) {
  const std::lock_guard lock{mutex_};
  --records_[which].connections;
  --total_;
}

bool address_guard::admit(std::string_view address, time now) {
  const std::lock_guard lock{mutex_};
  const auto which = find(address, now);
  if (which == 0)
    return true;
  auto& counted = records_[which];
  refill(counted, now);
  if (counted.tokens < 1)
    return false;
  counted.tokens -= 1;
  return true;
}

void address_guard::tidy(time now) {
  const std::lock_guard lock{mutex_};
  for (ticket which = 1; which < records_.size(); ++which) {
    auto& counted = records_[which];
    if (!counted.used || counted.connections > 0)
      continue;
    refill(counted, now);
    if (counted.tokens < most_.request_burst)
      continue;
    index_.erase(counted.key);
    counted = {};
    free_.push_back(which);
  }
}

std::size_t address_guard::connections() const {
  const std::lock_guard lock{mutex_};
  return total_;
}

address_guard::ticket address_guard::find(std::string_view text, time now) {
  const auto address = read_address(text);
  if (!address || exempt_.has(*address))
    return 0;
  const auto key = household(*address);
  if (const auto known = index_.find(key); known != index_.end())
    return known->second;
  auto which = static_cast<ticket>(records_.size());
  if (free_.empty()) {
    records_.emplace_back();
  } else {
    which = free_.back();
    free_.pop_back();
  }
  records_[which] = {.connections = 0,
                     .tokens = most_.request_burst,
                     .counted = now,
                     .used = true,
                     .key = key};
  index_.emplace(key, which);
  return which;
}

void address_guard::refill(record& of, time now) const {
  const std::chrono::duration<double> passed = now - of.counted;
  of.counted = now;
  of.tokens = std::min(most_.request_burst,
                       of.tokens + passed.count() * most_.requests_per_second);
}

} // namespace suivant::net
