// Accounts, sessions and audit records as they are stored. The names here are
// for ever; members may be added, never renamed.

#pragma once

#include "actors/access/api_key.hpp"
#include "actors/access/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace suivant::access {

enum class audited {
  session_opened = 1, // Not 0: no record goes without its type.
  session_refused,
  session_closed,
  account_created,
  account_changed,
  password_changed,
  device_paired,
  device_removed,
  person_viewed,
  persons_searched,
  key_made,
  key_revoked,
  hook_made,
  hook_removed,
  hook_tended,
};

/// Who did what to whom. No personal data beyond the names of accounts, and
/// not even a name that was typed unless an account has it: people type their
/// password into the wrong field.
struct audit_record {
  audited type{};
  instant at{};
  std::string by{};      // Empty: somebody not signed in.
  std::string account{}; // Whose, where it is not `by`'s.
  std::string session{}; // Hash of the cookie.
  std::string peer{};    // Hash of the address.
  std::string why{};     // A refusal's name, or what ended a session.
  instant until{};       // Of a lock.
  std::map<std::string, std::string> roles{}; // "*": "administrator"
  bool disabled = false;
  office_id office{};
  std::string device{}; // Name of a screen.
  std::string kind{};   // Of the screen.
  std::vector<visit_id> visits{};
  std::string partner{}; // Name of one.
  std::string hook{};    // The same.

  bool operator==(const audit_record&) const = default;
};

std::string to_json(const account& it);
std::string to_json(const session& it);
std::string to_json(const audit_record& it);
std::string to_json(const api_key& it);

/// These throw `json::unreadable`.
account account_from(std::string_view text);
session session_from(std::string_view text);
audit_record audit_record_from(std::string_view text);
api_key api_key_from(std::string_view text);

/// Roles by name: {"*": "administrator"}.
std::map<std::string, std::string> names_of(const role_map& roles);
/// Throws `json::unreadable`.
role_map roles_from(const std::map<std::string, std::string>& names);

} // namespace suivant::access
