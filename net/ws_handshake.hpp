// Whether a request may become a live connection, and the answer that makes
// it one. Pure.

#pragma once

#include "net/http_reply.hpp"

#include <optional>
#include <span>

namespace suivant::net {

/// What is wrong with this WebSocket upgrade; nothing if it is good.
std::optional<objection> objection_to_upgrade(const request& asked,
                                              std::string_view protocol);

/// Browsers say which page a connection comes from. Ours, one of `allowed`,
/// or no browser at all.
bool comes_from_us(const request& asked, std::span<const std::string> allowed);

/// "101 Switching Protocols" for a good upgrade.
response upgrade_answer(const request& asked, std::string_view protocol);

} // namespace suivant::net
