// Who may do what: roles, rights and the one table between them; accounts and
// when they are locked. Pure: no clock, no disk, no hashing, no network.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"
#include "actors/office/commands.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::access {

/// What somebody is in one office. From agent to administrator each may do
/// all that the one before may; the others stand beside this ladder.
enum class role {
  agent,
  reception,
  supervisor,
  administrator,
  operator_, // Named "operator", which C++ keeps for itself.
  board,     // A hall screen.
  kiosk,     // A ticket machine.
};

enum class right {
  see_board,    // The hall screen: numbers and counters.
  see_desk,     // All visits of the office, without personal data.
  take_tickets, // For visitors, from inside the office.
  arrange_line, // Who waits where, with which priority.
  serve,        // Hold a counter, call, finish.
  see_person,   // Name and phone of one visit; each look is noted.
  find_person,  // Search by name; each search is noted.
  overbook,     // Appointments beyond places and grid, with a reason.
  supervise,    // Open and close queues, absences, calendars for others.
  pair_screens,
  replay,     // The office as it was at any instant, and statistics.
  tend_hooks, // See how web hooks fare, pause them, have them send again.
  configure,
  manage_accounts,
};

bool may(role who, right what);
std::span<const role> all_roles();
std::span<const right> all_rights();

/// "agent", "operator"; the names in requests, answers and on disk.
std::string_view name_of(role it);
std::optional<role> role_named(std::string_view name);
/// Worn by a screen, never by an account.
bool is_of_device(role it);
/// How the rules of an office see this role.
office::role standing_of(role it);

// -- roles over offices -------------------------------------------------------

/// One role per office. What is said of `every_office` holds where nothing
/// is said of the office itself, so that it can also be narrowed.
using role_map = std::map<office_id, role>;
inline const auto every_office = office_id{"*"};

std::optional<role> role_in(const role_map& roles, const office_id& office);
bool may(const role_map& roles, const office_id& office, right what);

/// Somebody with roles `by` may make, change or end an account with `roles`:
/// they manage accounts in each office it reaches.
bool may_manage(const role_map& by, const role_map& roles);
/// At least one office, and no role of a device.
bool are_roles_of_staff(const role_map& roles);

// -- commands of an office ----------------------------------------------------

/// The right it takes to ask an office for `command`, by its snake_case name.
/// Empty for what is no command, and for what only the program itself asks.
std::optional<right> right_for(std::string_view command);

struct needed_right {
  std::string_view command;
  right needed;
};
std::span<const needed_right> rights_for_commands();

// -- accounts -----------------------------------------------------------------

/// Wrong passwords since the last right one, or since a quiet day.
struct attempts {
  int failures = 0;
  instant locked_until{};
  instant last{}; // Of the failures.

  bool operator==(const attempts&) const = default;
};

struct lock_limits {
  int failures = 5;                      // From one origin: this one locks it.
  int of_all = 100;                      // From everywhere: this one locks all.
  milliseconds first{60'000};            // Then twice as long each time,
  milliseconds longest{60 * 60 * 1'000}; // up to this.
  std::chrono::hours forgotten{24};      // After the last failure.
  std::size_t kept = 20'000;             // Counts at once, of all names.
};

bool is_locked(const attempts& so_far, instant now);
bool is_forgotten(const attempts& so_far, const lock_limits& limits,
                  instant now);
/// `most`: the failure that locks.
attempts after_failure(attempts so_far, int most, const lock_limits& limits,
                       instant now);

/// Told apart by a cookie that stays when its person signs out.
struct known_browser {
  std::string id{}; // Hash of the cookie.
  instant last_seen{};

  bool operator==(const known_browser&) const = default;
};

struct account {
  std::string name{};
  std::string hash{}; // Of the password.
  std::string language = "fr";
  role_map roles{};
  std::vector<known_browser> browsers{}; // That it was signed in on.
  bool disabled = false;
  instant created{};

  bool operator==(const account&) const = default;
};

/// Names are compared as typed by tired people: without case or outer blanks.
std::string folded(std::string_view name);
/// Of a folded name: 2 to 40 of a-z, 0-9, ".", "_", "-". No "@": an address
/// would be personal data in every record that says who did something.
bool is_account_name(std::string_view name);

} // namespace suivant::access
