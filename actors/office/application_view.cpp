#include "actors/office/application_view.hpp"

#include "actors/office/office_describe.hpp"

namespace suivant::office {
namespace {

offer_answer said(const json::object& it) {
  return {{}, boost::json::serialize(it)};
}

} // namespace

offer_answer meeting_points_of(const state& now) {
  return said({{"points", json::write(now.setup.ants.points)},
               {"services", json::write(now.setup.ants.services)}});
}

offer_answer applications_of(const state& now, const offer_question& asked) {
  auto found = boost::json::array{};
  for (const auto& application : asked.applications)
    for (const auto id : now.booked.partners().about(application)) {
      const auto& it = now.visits.at(id);
      found.push_back(json::object{{"application", application},
                                   {"site", it.appointment->claim.site.text},
                                   {"local", it.appointment->shown},
                                   {"person", json::write(it.person)}});
    }
  return said({{"found", std::move(found)}});
}

} // namespace suivant::office
