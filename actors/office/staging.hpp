// Carries out what was decided, and says what of it is to be written and told.

#pragma once

#include "actors/office/news.hpp"

namespace suivant::office {

struct staged_facts {
  std::vector<std::string> records; // As they are stored, in order.
  office::news news;
};

/// `now` becomes what it is after `decided`, which `asked` caused at `at`.
staged_facts stage(state& now, events decided, const request& asked,
                   instant at);

} // namespace suivant::office
