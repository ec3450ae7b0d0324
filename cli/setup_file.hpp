// A set-up as a file: a whole one, or a template with its parameters. Says on
// which line something stands.

#pragma once

#include "actors/office/setup_template.hpp"
#include "cli/console.hpp"

namespace suivant::cli {

class setup_file {
public:
  /// Ends the command, with the line, if that cannot be read.
  explicit setup_file(folder path);

  /// As named on the command line, else in the file, else by its name. Ends the
  /// command if that cannot name an office.
  office_id office(const std::string& named) const;

  /// What the office would be set up like. Ends the command for a member that
  /// nobody knows.
  office::merging wanted(const office::setup& now, calendar_day today) const;

  /// "mairie.json:12: services.passports.queue is_unknown", or without the
  /// line when it stands nowhere.
  std::string complaint(std::string_view where, std::string_view what) const;

  const json::object& said() const {
    return said_;
  }

private:
  int line_of(std::string_view where) const;

  folder path_;
  std::string text_;
  json::object said_;
};

} // namespace suivant::cli
