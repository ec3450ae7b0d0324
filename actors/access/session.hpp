// How long people and screens stay signed in, and how a screen is paired.
// Pure: no clock, no disk, no chance.

#pragma once

#include "actors/access/access.hpp"

namespace suivant::access {

struct session_limits {
  std::chrono::hours idle{12};           // An account that did nothing.
  std::chrono::hours longest{7 * 24};    // An account, whatever it did.
  std::chrono::hours device{365 * 24};   // A screen, which is often idle.
  std::chrono::minutes seen_rounding{5}; // Last seen is written that coarsely.
  std::size_t per_account = 20;          // One more ends the oldest.
  std::chrono::hours known{365 * 24};    // A browser, since its last sign-in.
  std::size_t browsers = 20; // Per account; one more forgets the oldest.
};

/// Somebody signed in. What the browser holds is kept only as a hash, so that
/// a stolen backup opens no door.
struct session {
  std::string id{};      // Hash of the cookie.
  std::string account{}; // Empty for a screen.
  std::string device{};  // Name of the screen; empty for an account.
  role kind{};           // Of the screen.
  office_id office{};    // Of the screen.
  std::string csrf{};    // To be sent along with every change.
  instant created{};
  instant last_seen{};
  instant expires{};

  bool operator==(const session&) const = default;
};

bool is_of_device(const session& it);
instant expiry_of(const session& begun, const session_limits& limits);
/// `last_seen` may be newer than the one inside, which is written rarely.
bool is_open(const session& it, instant last_seen, const session_limits& limits,
             instant now);

// -- pairing ------------------------------------------------------------------

/// A screen shows a code; somebody of the staff types it at their desk.
struct pairing_limits {
  std::chrono::minutes valid{10};
  std::size_t per_peer = 20; // Open at once from one address,
  std::size_t open = 200;    // and from all.
};

/// Letters and digits that look and sound unlike each other.
inline constexpr auto code_letters = "2345679ACDEFGHJKMNPQRTVWXY";
inline constexpr auto code_length = std::size_t{6};

/// A code as typed: without blanks and dashes, in capitals.
std::string normal_code(std::string_view typed);

} // namespace suivant::access
