#include "cli/console.hpp"

#include "actors/office/office_log.hpp"

#include <algorithm>
#include <iostream>

#include <unistd.h>

namespace suivant::cli {
namespace {

void must_exist(const folder& data) {
  auto error = std::error_code{};
  if (!std::filesystem::is_directory(data, error))
    misuse("There is no folder " + data.string() + ".");
  if (!std::filesystem::exists(data / "CURRENT", error))
    misuse("The folder " + data.string() + " holds no data of Suivant.");
}

std::string list_of(const std::vector<office_id>& offices) {
  auto text = std::string{};
  for (const auto& office : offices)
    text += (text.empty() ? "" : ", ") + office.text;
  return text;
}

} // namespace

void misuse(const std::string& text) {
  throw end_of_command{ending::by_misuse, text};
}

void problem(const std::string& text) {
  throw end_of_command{ending::with_problems, text};
}

void problem(const storage::failure& why) {
  switch (why.kind) {
  case storage::trouble::unreadable:
    problem("The log cannot be read: " + why.detail);
  case storage::trouble::disk_full:
    problem("The disk is full: " + why.detail);
  default:
    problem(why.detail);
  }
}

storage::log look_into(const folder& data) {
  must_exist(data);
  return must(storage::log::open_read_only(data));
}

std::shared_ptr<storage::log> take_over(const folder& data, bool may_be_new) {
  if (!may_be_new)
    must_exist(data);
  auto opened = storage::log::open(data);
  if (!opened && opened.why().kind == storage::trouble::conflict)
    misuse("A server is running on " + data.string()
           + ". Stop it first, or make the change in its pages.");
  return std::make_shared<storage::log>(must(std::move(opened)));
}

std::vector<office_id> offices_meant(const storage::log& log,
                                     const std::optional<std::string>& named) {
  auto known = must(office::offices_in(log));
  if (!named)
    return known;
  const auto wanted = office_id{*named};
  if (std::ranges::find(known, wanted) != known.end())
    return {wanted};
  if (known.empty())
    misuse("There is no office \"" + *named + "\": none is set up yet.");
  misuse("There is no office \"" + *named + "\". There are: " + list_of(known)
         + ".");
}

bool agrees(const std::string& question) {
  if (::isatty(STDIN_FILENO) == 0)
    return false;
  std::cout << question << " [y/N] " << std::flush;
  auto answer = std::string{};
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "yes";
}

} // namespace suivant::cli
