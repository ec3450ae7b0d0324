#include "actors/access/access.hpp"

#include "actors/common/doubled.hpp"

#include <algorithm>
#include <array>

namespace suivant::access {
namespace {

constexpr auto roles_there_are = std::array{
    role::agent,     role::reception, role::supervisor, role::administrator,
    role::operator_, role::board,     role::kiosk,
};

constexpr auto role_names = std::array<std::string_view, 7>{
    "agent",    "reception", "supervisor", "administrator",
    "operator", "board",     "kiosk",
};
static_assert(role_names.size() == roles_there_are.size());

constexpr auto rights_there_are = std::array{
    right::see_board,    right::see_desk,        right::take_tickets,
    right::arrange_line, right::serve,           right::see_person,
    right::find_person,  right::overbook,        right::supervise,
    right::pair_screens, right::replay,          right::tend_hooks,
    right::configure,    right::manage_accounts,
};

struct grant {
  right what;
  std::string_view to; // One column per role, in the order of the roles.
};

// Columns: agent, reception, supervisor, administrator, operator, board, kiosk.
constexpr auto grants = std::array<grant, rights_there_are.size()>{{
    {right::see_board, "xxxxxx."},
    {right::see_desk, "xxxxx.."},
    {right::take_tickets, "xxxx..x"},
    {right::arrange_line, "xxxx..."},
    {right::serve, "xxxx..."},
    {right::see_person, "xxxx..."},
    {right::find_person, ".xxx..."},
    {right::overbook, ".xxx..."},
    {right::supervise, "..xx..."},
    {right::pair_screens, "..xx..."},
    {right::replay, "..xxx.."},
    {right::tend_hooks, "...xx.."},
    {right::configure, "...x..."},
    {right::manage_accounts, "...x..."},
}};

constexpr bool is_in_order() {
  for (auto i = std::size_t{0}; i < grants.size(); ++i)
    if (grants[i].what != static_cast<right>(i)
        || rights_there_are[i] != static_cast<right>(i)
        || grants[i].to.size() != roles_there_are.size())
      return false;
  return true;
}
static_assert(is_in_order(), "may() finds a right by its number");

// Missing on purpose: begin_day, report_desk and cancel_many. The first is the
// clock's, the last has its own request, for which persons are looked up; the
// second the live channel's; a person who could report a colleague's desk
// as lost could take their visitor.
constexpr auto needed = std::to_array<needed_right>({
    {"configure", right::configure},
    {"draft_setup", right::configure},
    {"publish_draft", right::configure},
    {"drop_draft", right::configure},
    {"restore_setup", right::configure},
    {"open_queue", right::supervise},
    {"close_queue", right::supervise},
    {"sign_in", right::serve},
    {"sign_out", right::serve},
    {"begin_break", right::serve},
    {"end_break", right::serve},
    {"take_ticket", right::take_tickets},
    {"describe_person", right::arrange_line},
    {"set_priority", right::arrange_line},
    {"call_next", right::serve},
    {"call_visit", right::serve},
    {"recall", right::serve},
    {"start", right::serve},
    {"finish", right::serve},
    {"mark_absent", right::serve},
    {"park", right::serve},
    {"resume", right::serve},
    {"requeue", right::arrange_line},
    {"transfer", right::arrange_line},
    {"change_service", right::arrange_line},
    {"leave", right::arrange_line},
    {"let_pass", right::arrange_line},
    {"cancel", right::arrange_line},
    {"undo", right::arrange_line},
    {"hold_slot", right::take_tickets},
    {"confirm_booking", right::arrange_line},
    {"book", right::arrange_line},
    {"move_booking", right::arrange_line},
    {"arrive", right::take_tickets},
    {"end_list", right::supervise},
    {"accept_offer", right::arrange_line},
    {"decline_offer", right::arrange_line},
    {"wait_for_earlier", right::arrange_line},
    {"give_up_waiting", right::arrange_line},
    {"count_inside", right::take_tickets},
    {"set_inside", right::arrange_line},
    {"set_gauge", right::supervise},
    {"ask_summary", right::arrange_line},
    {"ask_call_back", right::arrange_line},
    {"note_call", right::arrange_line},
    {"add_absence", right::supervise},
    {"remove_absence", right::supervise},
    {"open_feed", right::supervise},
    {"close_feed", right::supervise},
    {"resend_message", right::arrange_line},
    {"send_ticket", right::arrange_line},
    {"ask_notice", right::arrange_line},
});

} // namespace

bool may(role who, right what) {
  return grants[static_cast<std::size_t>(what)]
             .to[static_cast<std::size_t>(who)]
         == 'x';
}

std::span<const role> all_roles() {
  return roles_there_are;
}

std::span<const right> all_rights() {
  return rights_there_are;
}

std::string_view name_of(role it) {
  return role_names[static_cast<std::size_t>(it)];
}

std::optional<role> role_named(std::string_view name) {
  const auto* found = std::ranges::find(role_names, name);
  if (found == role_names.end())
    return std::nullopt;
  return static_cast<role>(found - role_names.begin());
}

bool is_of_device(role it) {
  return it == role::board || it == role::kiosk;
}

office::role standing_of(role it) {
  if (is_of_device(it))
    return office::role::device;
  return may(it, right::supervise) ? office::role::supervisor
                                   : office::role::agent;
}

// -- roles over offices -------------------------------------------------------

std::optional<role> role_in(const role_map& roles, const office_id& office) {
  auto found = roles.find(office);
  if (found == roles.end())
    found = roles.find(every_office);
  if (found == roles.end())
    return std::nullopt;
  return found->second;
}

bool may(const role_map& roles, const office_id& office, right what) {
  const auto role = role_in(roles, office);
  return role && may(*role, what);
}

// "*" is looked up like any office: only who manages all of them has it.
bool may_manage(const role_map& by, const role_map& roles) {
  return std::ranges::all_of(roles, [&](const auto& held) {
    return may(by, held.first, right::manage_accounts);
  });
}

bool are_roles_of_staff(const role_map& roles) {
  return !roles.empty() && std::ranges::none_of(roles, [](const auto& held) {
    return held.first.empty() || is_of_device(held.second);
  });
}

// -- commands of an office ----------------------------------------------------

std::optional<right> right_for(std::string_view command) {
  const auto* found
      = std::ranges::find(needed, command, &needed_right::command);
  if (found == needed.end())
    return std::nullopt;
  return found->needed;
}

std::span<const needed_right> rights_for_commands() {
  return needed;
}

// -- accounts -----------------------------------------------------------------

bool is_locked(const attempts& so_far, instant now) {
  return now < so_far.locked_until;
}

bool is_forgotten(const attempts& so_far, const lock_limits& limits,
                  instant now) {
  return !is_locked(so_far, now) && now >= so_far.last + limits.forgotten;
}

attempts after_failure(attempts so_far, int most, const lock_limits& limits,
                       instant now) {
  if (is_forgotten(so_far, limits, now))
    so_far = {};
  ++so_far.failures;
  so_far.last = now;
  if (so_far.failures < most)
    return so_far;
  so_far.locked_until
      = now + doubled(limits.first, so_far.failures - most, limits.longest);
  return so_far;
}

std::string folded(std::string_view name) {
  const auto first = name.find_first_not_of(" \t");
  if (first == std::string_view::npos)
    return {};
  name = name.substr(first, name.find_last_not_of(" \t") - first + 1);
  auto text = std::string{name};
  for (auto& letter : text)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

bool is_account_name(std::string_view name) {
  constexpr auto letters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
  return name.size() >= 2 && name.size() <= 40
         && name.find_first_not_of(letters) == std::string_view::npos;
}

} // namespace suivant::access
