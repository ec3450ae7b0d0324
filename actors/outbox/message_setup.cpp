#include "actors/outbox/message_setup.hpp"

namespace suivant::office {
namespace {

// A mail has the calendar's file, a text is at hand at the door. What is
// urgent goes by text; what may be read later, by mail.
constexpr route usual_route(occasion about) {
  const auto is_kept = about == occasion::booked || about == occasion::moved;
  return is_kept ? route::both : route::sms_first;
}

} // namespace

route route_of(const message_setup& by, occasion about) {
  const auto own = by.routes.find(about);
  return own != by.routes.end() ? own->second : usual_route(about);
}

} // namespace suivant::office
