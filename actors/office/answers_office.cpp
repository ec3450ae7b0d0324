// The office as a whole: its set-up, its day, its queues.

#include "actors/office/answers.hpp"
#include "actors/office/arrival.hpp"
#include "actors/office/rights.hpp"
#include "actors/office/setup_rules.hpp"

namespace suivant::office {
decision answer(const situation& here, const configure& asked) {
  if (!problems_in(asked.setup, asked.clocks).empty())
    return refusal::setup_is_invalid;
  if (here.now.setup == asked.setup && here.now.clocks == asked.clocks)
    return events{};
  if (is_in_use(here.now, asked.setup))
    return refusal::setup_still_in_use;
  return events{office_configured{asked.setup, asked.clocks}};
}

// The day itself is ended by `decide`, before any answer. Nobody is in a hurry
// about who did not come: the clock looks for them, and no other command.
decision answer(const situation& here, const begin_day&) {
  return absences_due(here.now, here.at);
}

decision answer(const situation& here, const open_queue& asked) {
  const auto found = here.now.queues.find(asked.queue);
  if (found == here.now.queues.end())
    return refusal::no_such_queue;
  if (found->second.open)
    return events{};
  return events{queue_opened{asked.queue}};
}

decision answer(const situation& here, const close_queue& asked) {
  const auto found = here.now.queues.find(asked.queue);
  if (found == here.now.queues.end())
    return refusal::no_such_queue;
  if (!found->second.open)
    return events{};
  return events{queue_closed{asked.queue}};
}

} // namespace suivant::office
