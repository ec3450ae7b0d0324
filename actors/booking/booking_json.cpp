#include "actors/booking/booking_json.hpp"

#include "actors/booking/booking_describe.hpp"

namespace suivant::booking {

setup setup_from_json(const json::value& from) {
  auto it = setup{};
  json::read(from, it, json::unknown::refuse);
  return it;
}

json::value to_json(const setup& it) {
  return json::write(it);
}

claim claim_from_json(const json::value& from) {
  auto it = claim{};
  json::read(from, it);
  return it;
}

json::value to_json(const claim& it) {
  return json::write(it);
}

json::value to_json(const std::vector<conflict>& all) {
  return json::write(all);
}

} // namespace suivant::booking
