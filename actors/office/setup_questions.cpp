#include "actors/office/setup_questions.hpp"

#include "actors/common/calendar.hpp"
#include "actors/office/clocks.hpp"
#include "actors/office/draft_view.hpp"

namespace suivant::office {

trial trial_of(setup wanted) {
  auto clocks = clocks_of(wanted);
  auto problems = problems_in(wanted, clocks);
  const auto is_known = wanted.zone.empty() || is_zone(wanted.zone);
  if (!is_known && !takes_bookings(wanted))
    problems.push_back({"zone", "is_unknown"});
  return {std::move(wanted), std::move(clocks), std::move(problems)};
}

std::string told_of_setup(const state& now, const std::optional<setup>& wanted,
                          instant at) {
  return boost::json::serialize(wanted ? outcome_of(trial_of(*wanted), now, at)
                                       : draft_view(now, at));
}

} // namespace suivant::office
