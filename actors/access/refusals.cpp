#include "actors/access/refusals.hpp"

#include <array>

namespace suivant::access {
namespace {

constexpr auto there_are = std::array{
    refusal::wrong_password,        refusal::locked_out,
    refusal::account_disabled,      refusal::account_unknown,
    refusal::account_exists,        refusal::account_name_is_invalid,
    refusal::password_too_short,    refusal::password_too_long,
    refusal::password_has_a_name,   refusal::password_is_common,
    refusal::password_is_a_pattern, refusal::roles_are_invalid,
    refusal::own_account,           refusal::right_is_missing,
    refusal::pairing_unknown,       refusal::too_many_pairings,
    refusal::device_unknown,        refusal::device_is_invalid,
    refusal::key_unknown,           refusal::key_exists,
    refusal::key_is_invalid,        refusal::hook_unknown,
    refusal::hook_exists,           refusal::hook_is_invalid,
};

} // namespace

std::string_view name_of(refusal why) {
  switch (why) {
  case refusal::wrong_password:
    return "wrong_password";
  case refusal::locked_out:
    return "locked_out";
  case refusal::account_disabled:
    return "account_disabled";
  case refusal::account_unknown:
    return "account_unknown";
  case refusal::account_exists:
    return "account_exists";
  case refusal::account_name_is_invalid:
    return "account_name_is_invalid";
  case refusal::password_too_short:
    return "password_too_short";
  case refusal::password_too_long:
    return "password_too_long";
  case refusal::password_has_a_name:
    return "password_has_a_name";
  case refusal::password_is_common:
    return "password_is_common";
  case refusal::password_is_a_pattern:
    return "password_is_a_pattern";
  case refusal::roles_are_invalid:
    return "roles_are_invalid";
  case refusal::own_account:
    return "own_account";
  case refusal::right_is_missing:
    return "right_is_missing";
  case refusal::pairing_unknown:
    return "pairing_unknown";
  case refusal::too_many_pairings:
    return "too_many_pairings";
  case refusal::device_unknown:
    return "device_unknown";
  case refusal::device_is_invalid:
    return "device_is_invalid";
  case refusal::key_unknown:
    return "key_unknown";
  case refusal::key_exists:
    return "key_exists";
  case refusal::key_is_invalid:
    return "key_is_invalid";
  case refusal::hook_unknown:
    return "hook_unknown";
  case refusal::hook_exists:
    return "hook_exists";
  case refusal::hook_is_invalid:
    return "hook_is_invalid";
  }
  return "";
}

std::span<const refusal> all_refusals() {
  return there_are;
}

} // namespace suivant::access
