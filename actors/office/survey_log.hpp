// What people answered to surveys, found again in an office's log. Reads
// without asking the office; may take long.

#pragma once

#include "actors/office/events.hpp"
#include "storage/log.hpp"

namespace suivant::office {

/// Of visits that ended from `from` on and before `until`, in order of time of
/// the answer.
storage::result<std::vector<survey_answered>>
survey_answers(const storage::log& log, const office_id& office, instant from,
               instant until);

} // namespace suivant::office
