// `suivant office`: set-ups of offices as files, while no server runs.

#include "actors/common/calendar.hpp"
#include "actors/office/clocks.hpp"
#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "actors/office/setup_rules.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pretty_json.hpp"
#include "cli/setup_diff.hpp"
#include "net/gateway/texts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

namespace suivant::cli {
namespace {

struct office_options {
  folder data;
  std::string office;
  folder file;
  bool yes = false;
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

// -- apply --------------------------------------------------------------------

office::setup read_setup(const folder& file) {
  auto in = std::ifstream{file};
  auto text = std::ostringstream{};
  text << in.rdbuf();
  if (!in)
    misuse("The file " + file.string() + " cannot be read.");
  try {
    return office::setup_from_json(json::parse(text.str()));
  } catch (const json::unreadable& why) {
    misuse(file.string() + ": " + why.what());
  }
}

void must_be_usable(const office::setup& wanted, const folder& file) {
  auto problems = office::problems_in(wanted, office::clocks_of(wanted));
  if (!wanted.zone.empty() && !is_zone(wanted.zone))
    problems.push_back({"zone", "is_unknown"});
  if (problems.empty())
    return;
  for (const auto& it : problems)
    std::cerr << file.string() << ": " << it.where << ' ' << it.what << '\n';
  problem(file.string() + " cannot be used; nothing was changed.");
}

// As in the address of its pages.
void must_be_name(const std::string& office) {
  if (!office::is_id(office))
    misuse("\"" + office + "\" cannot name an office: 1 to 32 of a-z, 0-9 and "
           "\"-\" are needed.");
}

// An office dates its facts itself, and never backward.
moment now_in(const office::state& office) {
  const auto& setup = office.setup;
  const auto days = calendar{is_zone(setup.zone) ? setup.zone : "UTC",
                             setup.cut_over_minutes};
  const auto clock
      = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  const auto at = std::max(clock, office.last_at);
  return {at, days.day_of(at)};
}

void commit(storage::log& log, const office_id& office,
            const office::state& now, const office::setup& wanted) {
  const auto by = office::asker{office::role::system, "console"};
  const auto when = now_in(now);
  const auto decided = office::decide(
      now, {office::configure{wanted, office::clocks_of(wanted)}, by, {}},
      when);
  if (const auto* no = std::get_if<office::refusal>(&decided))
    problem(gateway::text_for("en", office::name_of(*no)));
  auto written
      = storage::addition{office::stream_of(office), now.last_fact, {}};
  auto number = now.last_fact;
  for (const auto& event : std::get<office::events>(decided))
    written.records.push_back(office::to_json(
        office::fact{++number, when.at, "system console", {}, event}));
  const auto name = boost::json::serialize(json::write(wanted.name));
  must(log.commit({written},
                  {{storage::tables::meta, "office/" + office.text, name}}));
}

void apply(const office_options& how) {
  const auto wanted = read_setup(how.file);
  must_be_usable(wanted, how.file);
  const auto office
      = office_id{how.office.empty() ? how.file.stem().string() : how.office};
  must_be_name(office.text);
  const auto log = take_over(how.data, true);
  const auto now = must(office::newest_state(*log, office));
  const auto changes
      = differences(office::to_json(now.setup), office::to_json(wanted));
  if (now.last_fact != 0 && changes.empty()) {
    std::cout << office.text << " is set up like this already.\n";
    return;
  }
  if (now.last_fact == 0)
    std::cout << office.text << " is new:\n";
  for (const auto& line : changes)
    std::cout << "  " << line << '\n';
  if (!how.yes && !agrees("Make these changes?"))
    problem("Nothing was changed. Add --yes to make these changes.");
  commit(*log, office, now, wanted);
  std::cout << office.text << " is set up.\n";
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

  auto* applying = office->add_subcommand(
      "apply",
      "Set an office up from a file, while no server runs; shows what "
      "changes, and changes nothing the second time");
  applying->add_option("--data", how->data, "The data folder")->required();
  applying->add_option("file", how->file, "The set-up (JSON)")
      ->required()
      ->check(CLI::ExistingFile);
  applying->add_option("--office", how->office,
                       "The office; otherwise the file's name");
  applying->add_flag("--yes", how->yes, "Do not ask");
  applying->callback([how] { apply(*how); });
}

} // namespace suivant::cli
