// What can be asked about accounts, sessions and screens, and the answers.
// Plain data, the same for the actor and for the command line.

#pragma once

#include "actors/access/directory.hpp"
#include "actors/access/key_ring.hpp"
#include "actors/access/refusals.hpp"
#include "actors/hooks/hook_book.hpp"

#include <variant>
#include <vector>

namespace suivant::access {

/// Who asks for a change.
struct author {
  std::string name;
  role_map roles;
};
author author_of(const who& signed_in);
/// The person at the machine itself, who holds the folder and so everything.
author console();

/// Yes, with nothing more to say.
struct accepted {};

template <class T>
using answer = std::variant<T, refused>;

// -- signing in ---------------------------------------------------------------

struct sign_in {
  std::string name;
  std::string password;
  std::string peer;      // Hash of the address, for the audit.
  std::string network{}; // Hash of what the address is part of, to count by.
  std::string browser{}; // The cookie by which it is known; may be anything.
};
struct signed_in {
  std::string cookie; // For the browser alone; stored nowhere.
  person who;
  std::string browser{}; // Likewise, to be known by; empty for a screen.
};
struct sign_out {
  std::string session; // `who::session`
};

// -- accounts -----------------------------------------------------------------

struct create_account {
  author by;
  std::string name;
  std::string password;
  std::string language = "fr";
  role_map roles;
};
/// By the person themselves. Ends their other sessions.
struct change_password {
  std::string name;
  std::string old_password;
  std::string new_password;
  std::string session; // The one to keep.
};
/// By somebody who manages accounts. Ends all sessions, lifts a lock, and
/// forgets which browsers were known.
struct reset_password {
  author by;
  std::string name;
  std::string password;
};
struct set_roles {
  author by;
  std::string name;
  role_map roles;
};
/// Disabling ends all sessions.
struct set_disabled {
  author by;
  std::string name;
  bool disabled = true;
};
/// Those with a role in an office whose accounts `by` manages.
struct list_accounts {
  author by;
};
struct account_view {
  std::string name;
  std::string language;
  role_map roles;
  bool disabled = false;
  instant locked_until{}; // For browsers it does not know.
  instant created{};
};
using account_views = std::vector<account_view>;

// -- screens ------------------------------------------------------------------

struct begin_pairing {
  std::string peer; // Hash of the address, so that nobody begins them all.
};
struct pairing_begun {
  std::string code;   // Shown on the screen.
  std::string secret; // Kept by the screen.
  instant expires;
};
/// Asked by the screen again and again.
struct claim_pairing {
  std::string secret;
};
/// Empty until somebody of the staff has confirmed the code.
using pairing_claimed = std::optional<signed_in>;
struct confirm_pairing {
  author by;
  office_id office;
  std::string code;
  role kind = role::board;
  std::string name; // "hall screen 2"
};
struct list_devices {
  author by;
  office_id office;
};
struct device_view {
  std::string session;
  std::string name;
  role kind{};
  instant created{};
  instant last_seen{};
};
using device_views = std::vector<device_view>;
struct remove_device {
  author by;
  std::string session;
};

// -- partners -----------------------------------------------------------------

struct make_key {
  author by;
  office_id office;
  std::string name;
  std::vector<scope> scopes;
  access::quotas quotas;
  std::string given{}; // A key that the partner has chosen; empty: a new one.
};
struct key_made {
  std::string key; // Shown once; stored nowhere.
};
/// It is good for nothing from now on.
struct revoke_key {
  author by;
  office_id office;
  std::string name;
};
struct list_keys {
  author by;
  office_id office;
};
using key_views = std::vector<api_key>;

struct make_hook {
  author by;
  office_id office;
  std::string name;
  std::string partner; // Whose visits it hears of; empty: all.
  std::string url;
  std::vector<std::string> kinds; // None: all.
};
struct hook_made {
  std::string secret; // Shown once.
};
struct remove_hook {
  author by;
  office_id office;
  std::string name;
};
/// Somebody pauses a hook, lets it go on or has it send again. Answered once
/// it is on disk; only then is it done.
struct note_hook_tended {
  author by;
  office_id office;
  std::string name;
  std::string what; // "pause"
};

// -- looks at personal data ---------------------------------------------------

/// Answered once it is on disk; only then is anything shown.
struct note_persons_viewed {
  author by;
  office_id office;
  std::vector<visit_id> visits;
  bool searched = false; // By name; the words searched for are not kept.
};

/// Forgets sessions that have ended, writes down who was seen.
struct sweep {};

} // namespace suivant::access
