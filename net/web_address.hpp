// Addresses of other programs on the web, and which of them a server may be
// sent to by people: not to itself, and not into the network it stands in.

#pragma once

#include "net/address_guard.hpp"

namespace suivant::net {

struct web_address {
  bool secure = true; // https
  std::string host;   // A name, or an address without brackets.
  std::string port;   // "443"
  std::string target; // "/hooks?from=suivant"

  /// As the header Host has it.
  std::string authority() const;
};

/// Nothing for what is not "http://…" or "https://…", or names a user.
std::optional<web_address> read_web_address(std::string_view text);

/// Whether it is a public address of the internet: none of this machine, of a
/// private or reserved network, or of many at once.
bool is_public(const address_bytes& address);

} // namespace suivant::net
