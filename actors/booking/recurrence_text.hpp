// Recurrences as calendars exchange them: the lines DTSTART, RRULE, EXDATE and
// RDATE of RFC 5545, with dates only.

#pragma once

#include "actors/booking/recurrence.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace suivant::booking {

/// Lines end with CRLF, as the RFC wants it. What takes place once has no
/// RRULE, and its weekday is not written.
std::string to_text(const recurrence& rule);

/// Reads what `to_text` writes, in any order of lines and parts. What the RFC
/// knows and this program does not, such as FREQ=YEARLY, is a problem that
/// names the part, never read past: the days would be others.
std::variant<recurrence, setup_problem> recurrence_from(std::string_view text);

} // namespace suivant::booking
