#include "actors/outbox/message_setup.hpp"

#include <array>

namespace suivant::office {
namespace {

// A mail has the calendar's file, a text is at hand at the door. What is
// urgent goes by text; what may be read later, by mail.
constexpr route usual_route(occasion about) {
  const auto is_kept = about == occasion::booked || about == occasion::moved;
  return is_kept ? route::both : route::sms_first;
}

// In the order of `occasion`.
constexpr auto names = std::to_array<std::string_view>(
    {"code", "booked", "moved", "cancelled", "reminder", "ticket", "nth",
     "turn", "missed", "called_off", "priority_offer", "earlier_offer",
     "survey"});
static_assert(names.size() == static_cast<std::size_t>(occasion::survey) + 1);

} // namespace

std::string_view name_of(occasion about) {
  return names[static_cast<std::size_t>(about)];
}

route route_of(const message_setup& by, occasion about) {
  const auto own = by.routes.find(about);
  return own != by.routes.end() ? own->second : usual_route(about);
}

} // namespace suivant::office
