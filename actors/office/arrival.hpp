// When somebody with an appointment may arrive, and when they are late.

#pragma once

#include "actors/booking/plan.hpp"
#include "actors/office/state.hpp"

namespace suivant::office {

/// By which rules `it`, which has an appointment, was booked; of a service that
/// is gone from the set-up, those of any service.
booking::service_rule rule_of(const state& now, const visit& it);

/// From when on a visitor may say that they are there.
instant arrival_begins(const state& now, const visit& it);

/// The same as the clocks of its site show it: "2026-11-23 09:00".
struct arrival_time {
  instant at;
  std::string shown;
};
arrival_time arrival_time_of(const state& now, const visit& it);

/// Who has an appointment today and has been missing for as long as the rule
/// of its service says.
events absences_due(const state& now, instant at);

} // namespace suivant::office
