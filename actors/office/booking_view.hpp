// What there is to book, as texts for the wire. Pure. Every time is said twice:
// in milliseconds since 1970, and as the clocks of the site show it.

#pragma once

#include "actors/office/office.hpp"

#include <optional>
#include <string>

namespace suivant::office {

/// Which services, which days of a service, which starts of a day, and which
/// starts near one that may not be had.
/// The last three are for programs: all starts of several days, the places of
/// the agency ANTS, and who comes about some applications.
enum class offer_kind {
  services,
  days,
  slots,
  near,
  spans,
  meeting_points,
  applications
};

struct offer_question {
  offer_kind kind = offer_kind::services;
  bool by_staff = false; // Sees the places kept for staff, and any day.
  service_id service;    // All but the first kind.
  booking::site_id site; // Empty: any.
  int persons = 1;
  booking::place_type place = booking::place_type::counter;
  calendar_day first; // Of `days` and `spans`, at most 62; the one of `slots`.
  calendar_day last;
  instant start;  // Of `near`.
  visit_id moved; // Whose place counts as free; may be empty.
  /// Of the link to the draft of the next set-up, which is asked about then.
  std::string preview = {};
  std::string door = {}; // The partner who asks, and what share it may have.
  int door_share = 0;
  std::vector<std::string> applications = {}; // Of `applications`: hashes.
};

struct offer_answer {
  std::optional<refusal> refused;
  std::string text; // A JSON object; empty with a refusal.
};

offer_answer offer_of(const state& now, const offer_question& asked,
                      instant at);

/// The day and its starts, a JSON object that changes only when they do;
/// nothing where an offer would be refused.
std::optional<std::string> slots_json(const state& now,
                                      const offer_question& asked, instant at);

/// The starts nearest to `asked.start`, as a JSON list.
std::string near_json(const state& now, const offer_question& asked,
                      instant at);

} // namespace suivant::office
