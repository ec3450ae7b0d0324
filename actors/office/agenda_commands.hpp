// What an office can be asked beside its visits: absences, calls to make,
// calendars for other programs.

#pragma once

#include "actors/booking/setup.hpp"
#include "actors/office/command_parts.hpp"

namespace suivant::office {

/// Notes that it is wanted; sending it is the work of others.
struct ask_summary {
  visit_ref visit;
  way by = way::none; // None: it is not wanted any more.
};
/// Somebody is to be called by telephone.
struct ask_call_back {
  visit_id about;     // Empty: about no visit.
  service_id service; // Empty: about none.
  sealed_person person;
};

enum class call_result { reached, not_reached, given_up };

/// Who was not reached stays on the list.
struct note_call {
  std::uint64_t call = 0;
  call_result result = call_result::reached;
};
/// An agent, a room or a device is not there for a while. Appointments that it
/// has stay as they are.
struct add_absence {
  booking::resource_id resource;
  booking::wall_span span; // On the clocks of its site.
};
struct remove_absence {
  booking::resource_id resource;
  booking::wall_span span; // Exactly as it was added.
};
/// Lets other programs read what a resource, or else a counter, has to do,
/// under a secret link; a link that it had before is no longer good.
struct open_feed {
  booking::resource_id resource;
  bool names = false; // Of those who come.
  std::string token_hash;
  counter_id counter = {};
};
struct close_feed {
  booking::resource_id resource;
  counter_id counter = {};
};

} // namespace suivant::office
