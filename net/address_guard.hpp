// How much one address may ask of us: connections at once and requests a
// second. Thread-safe; knows no socket.

#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace suivant::net {

/// IPv6, or IPv4 in its mapped form.
using address_bytes = std::array<std::uint8_t, 16>;

std::optional<address_bytes> read_address(std::string_view text);

/// What an address is part of, to count by: the first 24 bits of IPv4, 48 of
/// IPv6, which is what a household or a small site has at the most. Not for
/// people to read; what is no address stays as it is.
std::string network_of(std::string_view address);

/// Addresses and networks, as an operator writes them.
class address_set {
public:
  /// Throws std::invalid_argument naming the entry that is neither.
  explicit address_set(std::span<const std::string> entries);

  bool has(std::string_view address) const;
  bool has(const address_bytes& address) const;

private:
  struct network {
    address_bytes address;
    unsigned bits;
  };

  std::vector<network> networks_;
};

/// The client behind trusted proxies: the last address in `forwarded` that is
/// not one of theirs; else `peer` itself.
std::string client_behind(const address_set& proxies, std::string_view peer,
                          std::string_view forwarded);

class address_guard {
public:
  using time = std::chrono::steady_clock::time_point;
  using ticket = std::uint32_t;

  struct limits {
    std::size_t connections;
    std::size_t connections_per_address;
    double requests_per_second;
    double request_burst;
  };

  address_guard(const limits& most, address_set exempt);

  /// Counts one more connection of `address`; nothing if it has too many.
  /// Of an address that is not known yet, pass an empty one.
  std::optional<ticket> enter(std::string_view address, time now);

  void leave(ticket which);

  /// Whether `address` may make a request now.
  bool admit(std::string_view address, time now);

  /// Forgets addresses that are gone and have been quiet.
  void tidy(time now);

  std::size_t connections() const;

private:
  struct record {
    std::size_t connections = 0;
    double tokens = 0;
    time counted{};
    bool used = false;
    address_bytes key{};
  };

  struct hash {
    std::size_t operator()(const address_bytes& address) const;
  };

  ticket find(std::string_view address, time now);
  void refill(record& of, time now) const;

  limits most_;
  address_set exempt_;
  mutable std::mutex mutex_;
  std::size_t total_ = 0;
  std::unordered_map<address_bytes, ticket, hash> index_;
  std::vector<record> records_; // The first stands for all exempt ones.
  std::vector<ticket> free_;
};

} // namespace suivant::net
