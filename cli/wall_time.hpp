// Instants as the people of an office read and write them: on the clock of
// their wall.

#pragma once

#include "actors/common/calendar.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace suivant::cli {

class wall_time {
public:
  /// UTC for a zone that this machine does not know.
  explicit wall_time(const std::string& zone);

  /// "1999-01-04 09:30:00".
  std::string text(instant at) const;
  /// "09:30:00".
  std::string hour(instant at) const;

  /// From "1999-01-04", "1999-01-04 09:30", "1999-01-04T09:30:00" on the
  /// wall; with a "Z" at the end in UTC; or from milliseconds since 1970.
  /// Empty for anything else.
  std::optional<instant> read(std::string_view text) const;

private:
  std::string zone_;
  calendar wall_;
};

/// A wall time of "09:30" or "09:30:15" as seconds after midnight.
std::optional<std::chrono::seconds> seconds_of_day(std::string_view text);

/// "1999-01-04".
std::string date_text(business_day date);
/// The reverse; empty for anything else.
std::optional<business_day> date_in(std::string_view text);

} // namespace suivant::cli
