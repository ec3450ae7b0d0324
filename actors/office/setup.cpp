#include "actors/office/setup.hpp"

#include <algorithm>

namespace suivant::office {
namespace {

template <class Id, class Element>
const Element* found_in(const std::vector<Element>& all, const Id& wanted) {
  const auto it = std::ranges::find(all, wanted, &Element::id);
  return it == all.end() ? nullptr : &*it;
}

} // namespace

const queue_setup* find(const setup& in, const queue_id& wanted) {
  return found_in(in.queues, wanted);
}

const service_setup* find(const setup& in, const service_id& wanted) {
  return found_in(in.services, wanted);
}

const counter_setup* find(const setup& in, const counter_id& wanted) {
  return found_in(in.counters, wanted);
}

bool takes_bookings(const setup& office) {
  return !office.booking.sites.empty();
}

} // namespace suivant::office
