#include "cli/setup_file.hpp"

#include "actors/office/office_json.hpp"
#include "actors/office/setup_rules.hpp"
#include "cli/json_lines.hpp"
#include "config/templates.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace suivant::cli {
namespace {

std::string text_of(const folder& file) {
  auto in = std::ifstream{file};
  auto text = std::ostringstream{};
  text << in.rdbuf();
  if (!in)
    misuse("The file " + file.string() + " cannot be read.");
  return text.str();
}

json::object read_object(const folder& file, const std::string& text) {
  auto parser = boost::json::parser{};
  auto error = boost::system::error_code{};
  const auto read = parser.write_some(text, error);
  const auto at
      = file.string() + ':' + std::to_string(line_at(text, read)) + ": ";
  if (error)
    misuse(at + "this is not JSON: " + error.message());
  if (text.find_first_not_of(" \t\r\n", read) != std::string::npos)
    misuse(at + "this is not one JSON object.");
  auto said = parser.release();
  if (!said.is_object())
    misuse(at + "an object is needed.");
  return std::move(said.get_object());
}

office::merging from_template(const json::object& said,
                              const office::setup& now, calendar_day today) {
  const auto all = config::templates();
  auto wanted = std::string{};
  json::read(said.at("template"), wanted, json::unknown::refuse, "template");
  auto parameters = json::object{};
  if (const auto* given = said.if_contains("parameters");
      given != nullptr && given->is_object())
    parameters = given->get_object();
  auto replace = false;
  if (const auto* given = said.if_contains("replace"))
    json::read(*given, replace, json::unknown::refuse, "replace");
  const auto found
      = std::ranges::find(*all, wanted, &office::setup_template::id);
  if (found == all->end())
    return {now, {{"template", "is_unknown"}}};
  return office::filled_in(*found, now, today, parameters,
                           replace ? office::clash::replace
                                   : office::clash::refuse);
}

void refuse_unknown(const json::object& said) {
  for (const auto& [name, value] : said)
    if (name != "office" && name != "template" && name != "parameters"
        && name != "replace")
      throw json::unreadable{std::string{name} + ": is not known here"};
}

} // namespace

setup_file::setup_file(folder path)
    : path_{std::move(path)}, text_{text_of(path_)},
      said_{read_object(path_, text_)} {}

office_id setup_file::office(const std::string& named) const {
  auto name = named;
  if (const auto* own = said_.if_contains("office");
      name.empty() && own != nullptr && own->is_string())
    name = own->get_string();
  if (name.empty() && said_.contains("template"))
    misuse(complaint("template",
                     "needs an office: name it with --office, or as"
                     " \"office\" in the file"));
  if (name.empty())
    name = path_.stem().string();
  if (!office::is_id(name))
    misuse("\"" + name + "\" cannot name an office: 1 to 32 of a-z, 0-9 and "
           "\"-\" are needed.");
  return office_id{name};
}

office::merging setup_file::wanted(const office::setup& now,
                                   calendar_day today) const {
  try {
    if (said_.contains("template")) {
      refuse_unknown(said_);
      return from_template(said_, now, today);
    }
    return {office::setup_from_json(said_), {}};
  } catch (const json::unreadable& why) {
    const auto text = std::string_view{why.what()};
    const auto colon = text.find(": ");
    if (colon == text.npos)
      misuse(path_.string() + ": " + why.what());
    misuse(complaint(text.substr(0, colon), text.substr(colon + 2)));
  }
}

// A whole path, or a member whose name stands in the file just once.
int setup_file::line_of(std::string_view where) const {
  const auto lines = lines_of_members(text_);
  if (const auto exact = lines.find(std::string{where}); exact != lines.end())
    return exact->second;
  auto found = 0;
  for (const auto& [path, line] : lines)
    if (path.ends_with('.' + std::string{where}))
      found = found == 0 ? line : -1;
  return std::max(found, 0);
}

std::string setup_file::complaint(std::string_view where,
                                  std::string_view what) const {
  const auto line = line_of(where);
  return path_.string() + (line == 0 ? "" : ':' + std::to_string(line)) + ": "
         + std::string{where} + ' ' + std::string{what};
}

} // namespace suivant::cli
