// What people are asked after a visit, and what is wrong with what they
// answered. Pure.

#pragma once

#include "actors/outbox/message_setup.hpp"

namespace suivant::office {

inline constexpr auto survey_is_open_for = std::chrono::days{30};

/// Those about a service, in their order.
std::vector<question_setup> questions_for(const survey_setup& by,
                                          const service_id& service);

/// All that is wrong, in the order of the questions: "is_missing",
/// "is_unknown", "is_too_long" or "is_out_of_range".
std::vector<answer_problem> problems_in(const survey_setup& by,
                                        const service_id& service,
                                        const form_answers& given);

} // namespace suivant::office
