// `suivant backup` and `suivant restore`: a copy of one moment, taken beside a
// running server, and the way back.

#include "storage/backup.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>

namespace suivant::cli {
namespace {

struct copy_options {
  folder from;
  folder to;
};

void must_be_free(const folder& to) {
  auto error = std::error_code{};
  if (std::filesystem::exists(to, error))
    misuse(to.string() + " exists already: name a folder that does not.");
  const auto parent = std::filesystem::absolute(to).parent_path();
  if (!std::filesystem::is_directory(parent, error))
    misuse("There is no folder " + parent.string() + ".");
}

void say(const std::vector<storage::checked_stream>& streams) {
  for (const auto& it : streams)
    std::cout << fmt::format("  {}: {} records, end {}\n", it.name,
                             it.end.number, storage::hex(it.end.hash));
}

void backup(const copy_options& how) {
  const auto log = look_into(how.from);
  must_be_free(how.to);
  must(log.backup_to(how.to));
  const auto streams = must(storage::check_folder(how.to));
  std::cout << "Copied to " << how.to.string() << " and checked:\n";
  say(streams);
}

void restore(const copy_options& how) {
  static_cast<void>(look_into(how.from));
  must_be_free(how.to);
  const auto streams = must(storage::restore(how.from, how.to));
  std::cout << "Restored to " << how.to.string() << " and checked:\n";
  say(streams);
}

} // namespace

void add_backup(CLI::App& to) {
  auto how = std::make_shared<copy_options>();
  auto* it = to.add_subcommand(
      "backup", "Copy the data folder, also while the server runs");
  it->add_option("--data", how->from, "The data folder")->required();
  it->add_option("--to", how->to, "The copy: a folder that does not exist yet")
      ->required();
  it->callback([how] { backup(*how); });
}

void add_restore(CLI::App& to) {
  auto how = std::make_shared<copy_options>();
  auto* it = to.add_subcommand("restore",
                               "Make a data folder from a backup, which "
                               "is checked first and stays as it is");
  it->add_option("--from", how->from, "The backup")->required();
  it->add_option("--data", how->to,
                 "The data folder to make, which does not exist yet")
      ->required();
  it->callback([how] { restore(*how); });
}

} // namespace suivant::cli
