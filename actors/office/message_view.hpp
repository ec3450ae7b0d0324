// What staff see of the messages of a visit, and whose a telephone is. Says
// nothing of persons. Private to agenda_view.

#pragma once

#include "actors/office/agenda_view.hpp"

namespace suivant::office {

/// {"now","telephone","email","stopped","messages":[…]}, the newest first.
agenda_answer messages_of_visit(const state& now, visit_id of, instant at);

/// See `agenda_kind::reached`.
agenda_answer visits_reached(const state& now, const std::string& phone);

} // namespace suivant::office
