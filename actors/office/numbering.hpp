// The numbers people read on their tickets.

#pragma once

#include "actors/office/state.hpp"

namespace suivant::office {

struct ticket_number {
  int value = 0;
  std::string text; // "A012".
};

/// The next number of `queue` today. Numbers start anew with each business
/// day, wrap after the last one, and pass over what an open visit anywhere in
/// the office still holds. Empty when none is free.
std::optional<ticket_number> next_number(const state& now,
                                         const queue_setup& queue);

} // namespace suivant::office
