// `suivant key`: which partners may come in by program, managed by the person
// at the machine.

#include "actors/access/registry.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "net/gateway/texts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace suivant::cli {
namespace {

struct key_options {
  folder data;
  std::string office;
  std::string name;
  std::vector<std::string> scopes;
  access::quotas most;
};

instant real_time() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::unique_ptr<access::registry> keys_in(std::shared_ptr<storage::log> log) {
  return must(access::registry::open(std::move(log), real_time));
}

template <class T>
T granted(access::outcome<T> answer) {
  if (const auto* no = std::get_if<access::refused>(&answer))
    misuse(gateway::text_for("en", access::name_of(no->why)));
  if (const auto* failed = std::get_if<storage::failure>(&answer))
    problem(*failed);
  return std::get<T>(std::move(answer));
}

std::string text_of(const std::vector<access::scope>& scopes) {
  auto text = std::string{};
  for (const auto it : scopes)
    text += (text.empty() ? "" : ",") + std::string{access::name_of(it)};
  return text;
}

// -- the commands -------------------------------------------------------------

void add(const key_options& how) {
  auto asked = access::make_key{.by = access::console(),
                                .office = office_id{how.office},
                                .name = how.name,
                                .scopes = {},
                                .quotas = how.most};
  for (const auto& name : how.scopes)
    asked.scopes.push_back(access::scope_named(name).value());
  const auto log = take_over(how.data);
  if (asked.office != access::every_office)
    offices_meant(*log, how.office);
  const auto made = granted(keys_in(log)->answer(asked));
  std::cout << made.key << '\n';
  std::cerr << how.name << ": key made; it is shown only now\n";
}

void list(const key_options& how) {
  const auto log = std::make_shared<storage::log>(look_into(how.data));
  const auto asked
      = access::list_keys{access::console(), office_id{how.office}};
  for (const auto& it : granted(keys_in(log)->answer(asked)))
    std::cout << fmt::format("{:<20} {:<22} {}/min, {} holds, {} a day, {}%\n",
                             it.name, text_of(it.scopes),
                             it.quotas.requests_a_minute, it.quotas.open_holds,
                             it.quotas.bookings_a_day, it.quotas.share_percent);
}

void revoke(const key_options& how) {
  const auto asked
      = access::revoke_key{access::console(), office_id{how.office}, how.name};
  granted(keys_in(take_over(how.data))->answer(asked));
  std::cout << how.name << ": key taken back\n";
}

// -- the command line ---------------------------------------------------------

using shared_options = std::shared_ptr<key_options>;

CLI::App* add_action(CLI::App& to, const char* name, const char* about,
                     const shared_options& how) {
  auto* it = to.add_subcommand(name, about);
  it->add_option("--data", how->data, "The data folder")->required();
  it->add_option("--office", how->office, "The office; * for the agency ANTS")
      ->required();
  return it;
}

void add_quotas(CLI::App& to, const shared_options& how) {
  to.add_option("--requests", how->most.requests_a_minute,
                "Requests a minute; 0 is no limit, here and below")
      ->capture_default_str();
  to.add_option("--holds", how->most.open_holds, "Times kept at once")
      ->capture_default_str();
  to.add_option("--bookings", how->most.bookings_a_day, "Bookings a day")
      ->capture_default_str();
  to.add_option("--share", how->most.share_percent,
                "Percent of an opening's public places")
      ->capture_default_str();
}

} // namespace

void add_key(CLI::App& to) {
  auto how = std::make_shared<key_options>();
  auto* key = to.add_subcommand(
      "key", "Manage the keys of partners, while no server runs");
  key->require_subcommand(1);

  auto* adding = add_action(*key, "add", "Make a key, and print it", how);
  adding->add_option("name", how->name, "The partner's name")->required();
  adding
      ->add_option("--scope", how->scopes,
                   "What it is good for; may be given several times")
      ->required()
      ->check(CLI::IsMember({"slots", "holds", "bookings", "ants"}));
  add_quotas(*adding, how);
  adding->callback([how] { add(*how); });

  add_action(*key, "list", "List keys, also while a server runs", how)
      ->callback([how] { list(*how); });

  auto* revoking = add_action(*key, "revoke", "Take a key back", how);
  revoking->add_option("name", how->name, "The partner's name")->required();
  revoking->callback([how] { revoke(*how); });
}

} // namespace suivant::cli
