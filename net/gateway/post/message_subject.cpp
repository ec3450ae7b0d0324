#include "net/gateway/post/message_subject.hpp"

namespace suivant::gateway {

bool message_subject::is_offer() const {
  const auto about = what_.what.about;
  return about == office::occasion::priority_offer
         || about == office::occasion::earlier_offer;
}

const booking::claim* message_subject::claim() const {
  if (is_offer() && visit().offer)
    return &visit().offer->claim;
  return visit().appointment ? &visit().appointment->claim : nullptr;
}

std::optional<instant> message_subject::offered_until() const {
  return is_offer() && visit().offer ? std::optional{visit().offer->until}
                                     : std::nullopt;
}

const office::service_setup* message_subject::service() const {
  const auto* taken = claim();
  return office::find(setup(), taken ? taken->service : visit().now.service);
}

bool message_subject::is_sensitive() const {
  const auto* taken = claim();
  const auto* asked = service();
  return (taken && taken->sensitive) || asked == nullptr || asked->sensitive;
}

int message_subject::persons() const {
  const auto* taken = claim();
  return taken ? taken->persons : visit().persons;
}

const booking::site_setup* message_subject::site() const {
  if (const auto* taken = claim())
    return booking::find_site(setup().booking, taken->site);
  const auto* counter = office::find(setup(), visit().now.counter);
  return counter ? booking::find_site(setup().booking, counter->site) : nullptr;
}

const booking::site_setup* message_subject::site_gone_to() const {
  const auto* taken = claim();
  return taken && taken->place != booking::place_type::counter ? nullptr
                                                               : site();
}

const std::string& message_subject::zone() const {
  const auto* where = site();
  return where ? where->zone : setup().zone;
}

} // namespace suivant::gateway
