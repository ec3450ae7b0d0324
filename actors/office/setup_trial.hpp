// What would happen if an office were set up otherwise: what changes, what is
// wrong with it, who no longer fits, and what there would be to book. Changes
// nothing.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/office/office.hpp"
#include "actors/office/setup_rules.hpp"

namespace suivant::office {

struct trial {
  office::setup wanted;
  booking::zones clocks;
  std::vector<setup_problem> problems; // All; with any, only changes are told.
};

/// {"problems":[{"where","what"}],
///  "changes":[{"where","kind","was","becomes"}],
///  "in_use": whether people who are here stand for what would be gone,
///  "conflicts":[{"visit","service","site","start","local","persons","why",
///                "resource"}],
///  "offer":[{"service","name","days":[{"day","open","starts"}]}]}
/// Conflicts are those that the change would add, in order of time. Of each
/// service that would be booked otherwise, four weeks are told as the public
/// would see them, from the first day on that is open.
json::object outcome_of(const trial& it, const state& now, instant at);

} // namespace suivant::office
