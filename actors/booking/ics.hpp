// Appointments as a calendar program reads them: iCalendar, RFC 5545. Knows
// neither visits nor languages; whoever writes an entry has put it into words.

#pragma once

#include "actors/booking/interval.hpp"
#include "actors/common/zone.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace suivant::booking {

/// Texts are UTF-8 and may have several lines; empty ones are left out.
struct calendar_entry {
  std::string uid;            // The same for all versions, and nowhere else.
  std::uint64_t sequence = 0; // Grows with each version.
  bool cancelled = false;
  interval time; // Whole seconds.
  instant written;
  std::string summary;
  std::string location;
  std::string description;
  std::string url;       // An address as it is; control characters are dropped.
  std::string organizer; // An address of mail; only of what is sent.
};

/// A whole file, with the clocks of `where` as they change from a year before
/// the appointment to a year after it. Lines end in CR LF and have at most 75
/// octets.
std::string ics_of(const calendar_entry& it, const zone& where);
/// The same, as it is sent by mail: "PUBLISH", or "CANCEL" of what is off.
std::string ics_to_send(const calendar_entry& it, const zone& where,
                        const std::string& method);
/// The same of any number of them, under a name that programs show.
std::string ics_of(const std::vector<calendar_entry>& all, const zone& where,
                   const std::string& name);

} // namespace suivant::booking
