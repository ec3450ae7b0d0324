#include "net/gateway/network_limits.hpp"

#include "net/address_guard.hpp"

#include <algorithm>

namespace suivant::gateway {

bool network_limits::may(const std::string& address, instant at) {
  const auto lock = std::lock_guard{mutex_};
  forget_quiet(at);
  const auto found = clear_at_.find(net::network_of(address));
  return found == clear_at_.end() || found->second - at <= (most_ - 1) * pause_;
}

void network_limits::count(const std::string& address, instant at) {
  const auto lock = std::lock_guard{mutex_};
  auto& clear = clear_at_[net::network_of(address)];
  clear = std::max(clear, at) + pause_;
}

void network_limits::forget_quiet(instant at) {
  std::erase_if(clear_at_, [at](const auto& it) { return it.second <= at; });
}

} // namespace suivant::gateway
