// `suivant user`: who may sign in, managed by the person at the machine.

#include "actors/access/registry.hpp"
#include "actors/common/json_codec.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/password.hpp"
#include "net/gateway/texts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace suivant::cli {
namespace {

struct user_options {
  folder data;
  std::string name;
  std::string language = "fr";
  std::vector<std::string> roles;
  bool json = false;
};

instant real_time() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::unique_ptr<access::registry>
accounts_in(std::shared_ptr<storage::log> log) {
  return must(access::registry::open(std::move(log), real_time));
}

std::string all_role_names() {
  auto text = std::string{};
  for (const auto role : access::all_roles())
    if (!access::is_of_device(role))
      text += (text.empty() ? "" : ", ") + std::string{access::name_of(role)};
  return text;
}

access::role_map read_roles(const std::vector<std::string>& texts) {
  auto roles = access::role_map{};
  for (const auto& text : texts) {
    const auto sign = text.find('=');
    const auto role = sign == std::string::npos
                          ? std::nullopt
                          : access::role_named(text.substr(sign + 1));
    if (!role || sign == 0)
      misuse("\"" + text + "\" is no role in an office. Write OFFICE=ROLE, as "
             "in mairie=agent or *=administrator; the roles are "
             + all_role_names() + ".");
    roles[office_id{text.substr(0, sign)}] = *role;
  }
  return roles;
}

std::string roles_text(const access::role_map& roles) {
  auto text = std::string{};
  for (const auto& [office, role] : roles)
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", office.text,
                        access::name_of(role));
  return text;
}

template <class T>
T granted(access::outcome<T> answer) {
  if (const auto* no = std::get_if<access::refused>(&answer))
    misuse(gateway::text_for("en", access::name_of(no->why)));
  if (const auto* failed = std::get_if<storage::failure>(&answer))
    problem(*failed);
  return std::get<T>(std::move(answer));
}

template <class Request>
void change(const user_options& how, Request asked, std::string_view done) {
  auto accounts = accounts_in(take_over(how.data));
  granted(accounts->answer(asked));
  std::cout << how.name << ": " << done << '\n';
}

// -- the commands -------------------------------------------------------------

void add(const user_options& how) {
  auto roles = read_roles(how.roles);
  auto accounts = accounts_in(take_over(how.data, true));
  const auto password = ask_password(how.name);
  granted(accounts->answer(access::create_account{
      access::console(), how.name, password, how.language, std::move(roles)}));
  std::cout << how.name << ": account made\n";
}

void list(const user_options& how) {
  const auto log = std::make_shared<storage::log>(look_into(how.data));
  const auto all = granted(
      accounts_in(log)->answer(access::list_accounts{access::console()}));
  for (const auto& it : all) {
    if (!how.json) {
      std::cout << fmt::format("{:<20} {:<3} {}{}\n", it.name, it.language,
                               roles_text(it.roles),
                               it.disabled ? "  (disabled)" : "");
      continue;
    }
    auto roles = json::object{};
    for (const auto& [office, role] : it.roles)
      roles[office.text] = access::name_of(role);
    std::cout << boost::json::serialize(
        json::object{{"name", it.name},
                     {"language", it.language},
                     {"roles", std::move(roles)},
                     {"disabled", it.disabled}})
              << '\n';
  }
}

void set_password(const user_options& how) {
  auto accounts = accounts_in(take_over(how.data));
  const auto password = ask_password(how.name);
  granted(accounts->answer(
      access::reset_password{access::console(), how.name, password}));
  std::cout << how.name << ": new password; signed out everywhere\n";
}

void set_roles(const user_options& how) {
  change(how,
         access::set_roles{access::console(), how.name, read_roles(how.roles)},
         "roles set");
}

void set_disabled(const user_options& how, bool disabled) {
  change(how, access::set_disabled{access::console(), how.name, disabled},
         disabled ? "disabled, and signed out everywhere" : "enabled");
}

// -- the command line ---------------------------------------------------------

using shared_options = std::shared_ptr<user_options>;

CLI::App* add_action(CLI::App& to, const char* name, const char* about,
                     const shared_options& how) {
  auto* it = to.add_subcommand(name, about);
  it->add_option("--data", how->data, "The data folder")->required();
  return it;
}

CLI::App* add_action_on_user(CLI::App& to, const char* name, const char* about,
                             const shared_options& how) {
  auto* it = add_action(to, name, about, how);
  it->add_option("name", how->name, "The account's name")->required();
  return it;
}

void add_roles(CLI::App& to, const shared_options& how) {
  to.add_option("--role", how->roles,
                "OFFICE=ROLE, as in mairie=agent or *=administrator; may be "
                "given several times")
      ->required();
}

} // namespace

void add_user(CLI::App& to) {
  auto how = std::make_shared<user_options>();
  auto* user = to.add_subcommand(
      "user", "Manage who may sign in, while no server runs");
  user->require_subcommand(1);

  auto* adding = add_action_on_user(
      *user, "add", "Make an account; the password is asked for", how);
  add_roles(*adding, how);
  adding->add_option("--language", how->language, "fr or en")
      ->capture_default_str()
      ->check(CLI::IsMember({"fr", "en"}));
  adding->callback([how] { add(*how); });

  auto* listing = add_action(
      *user, "list", "List all accounts, also while a server runs", how);
  listing->add_flag("--json", how->json, "One JSON object a line");
  listing->callback([how] { list(*how); });

  add_action_on_user(*user, "password", "Set a new password; ends all sessions",
                     how)
      ->callback([how] { set_password(*how); });

  auto* roles = add_action_on_user(*user, "roles", "Replace all roles", how);
  add_roles(*roles, how);
  roles->callback([how] { set_roles(*how); });

  add_action_on_user(*user, "disable", "Let nobody sign in by this name", how)
      ->callback([how] { set_disabled(*how, true); });
  add_action_on_user(*user, "enable", "Let them sign in again", how)
      ->callback([how] { set_disabled(*how, false); });
}

} // namespace suivant::cli
