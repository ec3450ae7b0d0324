// What makes the messages of a set-up unusable.

#pragma once

#include "actors/office/setup_rules.hpp"

namespace suivant::office {

/// Under "messages.<member>", "messages.reminders.<n>" counted from 1,
/// "messages.texts.<about>.<language>[.<service>]", "messages.join.<word>" and
/// "messages.survey.<question>". Besides what other set-ups have wrong: a text
/// that lacks a variable "is_missing" it, as in "….sms.phone".
std::vector<setup_problem> problems_in_messages(const setup& wanted);

/// Up to 11 letters and digits, or a number: "MAIRIE", "+33612345678", "36000".
bool is_sender(std::string_view text);

} // namespace suivant::office
