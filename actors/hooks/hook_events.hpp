// What facts are to outsiders: kinds of events with numbers, services and
// times, and nothing about persons. Pure.

#pragma once

#include "actors/office/state.hpp"

#include <map>
#include <optional>
#include <span>

namespace suivant::hooks {

/// What outsiders may know of a visit.
struct public_visit {
  visit_id id;
  std::string door{};   // The partner it came by; not told to others.
  std::string number{}; // As printed; empty until it arrives.
  service_id service{};
  booking::site_id site{}; // Of an appointment, as the next two.
  instant start{};
  instant end{};
  int persons = 1;
  bool ended = false;
  std::optional<booking::claim> offered{}; // In place of it; not told.
};

/// One thing that happened to a visit.
struct public_event {
  std::string_view kind; // "visit_booked"
  office::fact_number number = 0;
  instant at{};
  public_visit visit{};       // As it is then.
  counter_id counter{};       // Of a call.
  std::string_view outcome{}; // Of a visit that was served.
  std::string_view by{};      // "visitor", "staff", "partner" or "system".
};

/// Visits that may still have news, as one reader of the log has followed them.
class known_visits {
public:
  known_visits() = default;
  /// As they are after all facts of `now`.
  explicit known_visits(const office::state& now);

  /// Takes the fact in; an event if it is one for outsiders.
  std::optional<public_event> take(const office::fact& it);

private:
  std::map<visit_id, public_visit> all_;
};

/// In the order of a visit: "visit_booked", "booking_moved" …
std::span<const std::string_view> all_kinds();
bool is_kind(std::string_view name);

} // namespace suivant::hooks
