// Keys by which the programs of partners come in: for which office, for what,
// and how much. Pure: no clock, no disk, no chance.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::access {

/// What a key is good for.
enum class scope {
  slots,    // To see what can be booked.
  holds,    // To keep a time for somebody.
  bookings, // To confirm, see, move and cancel by a visit's link.
  ants,     // To ask as the agency ANTS does, by its own interface.
};

/// How much a partner may ask for and take. 0: no limit.
struct quotas {
  int requests_a_minute = 120; // 0 to 60000.
  int open_holds = 20;         // At a time; 0 to 10000.
  int bookings_a_day = 0;      // 0 to 100000.
  int share_percent = 0;       // Of an opening's public places; 0 to 100.

  bool operator==(const quotas&) const = default;
};

/// What the partner holds is kept only as a hash, like a cookie.
struct api_key {
  std::string id{};   // Hash of the key.
  std::string name{}; // Of the partner; unique in its office.
  office_id office{}; // "*" only for the agency: all of them.
  std::vector<scope> scopes{};
  access::quotas quotas{};
  std::string by{}; // Who made it.
  instant created{};

  bool operator==(const api_key&) const = default;
};

std::string_view name_of(scope it);
std::optional<scope> scope_named(std::string_view name);

bool may(const api_key& it, const office_id& office, scope what);

/// Whether a key like this can be made, but for its office being known.
bool is_sensible(const api_key& wanted);

/// What a key that somebody else has chosen must be like: 20 to 200 printable
/// characters without blanks.
bool can_be_a_key(std::string_view text);

} // namespace suivant::access
