// `suivant office`: set-ups of offices as files.

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/office_apply.hpp"
#include "cli/pretty_json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace suivant::cli {
namespace {

struct office_options {
  folder data;
  std::string office;
  bool json = false;
};

// -- list, show ---------------------------------------------------------------

void list(const office_options& how) {
  const auto log = look_into(how.data);
  for (const auto& id : must(office::offices_in(log))) {
    const auto now = must(office::newest_state(log, id));
    if (how.json)
      std::cout << boost::json::serialize(
          json::object{{"office", id.text},
                       {"name", json::write(now.setup.name)},
                       {"facts", now.last_fact}})
                << '\n';
    else
      std::cout << fmt::format(
          "{:<20} {} ({} services, {} counters, {} facts)\n", id.text,
          now.setup.name.empty() ? "" : now.setup.name.begin()->second,
          now.setup.services.size(), now.setup.counters.size(), now.last_fact);
  }
}

void show(const office_options& how) {
  const auto log = look_into(how.data);
  const auto office = offices_meant(log, how.office).front();
  const auto now = must(office::newest_state(log, office));
  std::cout << pretty(office::to_json(now.setup));
}

void add_apply(CLI::App& to) {
  auto how = std::make_shared<apply_options>();
  auto* applying = to.add_subcommand(
      "apply",
      "Set an office up from a file; shows what changes first, and "
      "changes nothing the second time");
  auto* data = applying->add_option("--data", how->to.data,
                                    "The data folder, while no server runs");
  auto* port = applying->add_option(
      "--server", how->to.port, "The port of a server that runs here instead");
  port->excludes(data);
  applying
      ->add_option("--user", how->to.user,
                   "Who asks the server; the password is asked for")
      ->needs(port);
  applying
      ->add_option("file", how->file,
                   "The set-up, or a template with its parameters (JSON)")
      ->required()
      ->check(CLI::ExistingFile);
  applying->add_option("--office", how->to.office,
                       "The office; otherwise as the file says, or is called");
  applying->add_flag("--dry-run", how->to.dry_run,
                     "Only show what would change");
  applying->add_flag("--yes", how->yes, "Do not ask");
  applying->callback([how] { apply_setup(*how); });
}

} // namespace

void add_office(CLI::App& to) {
  auto how = std::make_shared<office_options>();
  auto* office = to.add_subcommand("office", "List, show and set up offices");
  office->require_subcommand(1);

  auto* listing = office->add_subcommand("list", "List all offices");
  listing->add_option("--data", how->data, "The data folder")->required();
  listing->add_flag("--json", how->json, "One JSON object a line");
  listing->callback([how] { list(*how); });

  auto* showing = office->add_subcommand(
      "show", "Print a set-up as a file that can be applied");
  showing->add_option("--data", how->data, "The data folder")->required();
  showing->add_option("--office,office", how->office, "The office")->required();
  showing->callback([how] { show(*how); });

  add_apply(*office);
}

} // namespace suivant::cli
