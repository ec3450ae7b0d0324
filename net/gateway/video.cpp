#include "net/gateway/video.hpp"

#include <algorithm>

namespace suivant::gateway {
namespace {

bool meets_by_video(const office::visit& it) {
  using office::phase;
  return it.appointment
         && it.appointment->claim.place == booking::place_type::video
         && office::is_open(it.now.phase) && it.now.phase != phase::held
         && it.now.phase != phase::postponed;
}

} // namespace

std::string video_link_of(const crypto::key& secret, const office_id& office,
                          const office::setup& setup, const office::visit& it) {
  if (!meets_by_video(it))
    return {};
  const auto& rules = setup.booking.services;
  const auto rule = std::ranges::find(rules, it.appointment->claim.service,
                                      &booking::service_rule::id);
  if (rule == rules.end() || rule->video_link.empty())
    return {};
  auto link = rule->video_link;
  const auto room = crypto::link_token(secret, "video", office.text,
                                       std::to_string(it.id.number));
  return link.replace(link.find(booking::video_room),
                      booking::video_room.size(), room);
}

} // namespace suivant::gateway
