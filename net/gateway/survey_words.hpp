// What came of a survey, as pages read it and as a table for spreadsheets.
// Pure.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/outbox/survey_results.hpp"

namespace suivant::gateway {

json::object shown_of(const office::survey_results& of,
                      const office::setup& by);

/// "question,kind,by,group,option,answers,mean", with names in that language.
std::string survey_csv(const office::survey_results& of,
                       const office::setup& by, std::string_view language);

} // namespace suivant::gateway
