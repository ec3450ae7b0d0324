// Takes a place: site, desk, agents, rooms and seats in one step, or says why
// not. Whoever owns the stock makes it true.

#pragma once

#include "actors/booking/plan.hpp"
#include "actors/booking/question.hpp"
#include "actors/booking/refusals.hpp"
#include "actors/booking/stock.hpp"

#include <variant>

namespace suivant::booking {

/// What an appointment of this kind takes, or why there is none. Of several
/// openings the emptiest is chosen, of several agents or rooms whoever has
/// least to do that day; a session that is there is joined before another one
/// is opened. For those who do not overbook, it is granted just when `offer`
/// has it, but for the limits of the person.
std::variant<claim, refusal> place(const plan& in, const stock& taken,
                                   const wanted& asked);

/// The same once more, as when a hold has ended and is confirmed after all;
/// also of what is kept for a list, if it was in there.
wanted wanted_again(const plan& in, const claim& it, visit_id visit,
                    instant now);

/// Who waits for a seat in a session that has not begun, and can have one now,
/// with what they then take: the first of those whose persons all find a seat,
/// there or in one that begins at the same time.
struct moved_up {
  visit_id visit;
  booking::claim claim;
};
std::optional<moved_up> next_to_be_seated(const plan& in, const stock& taken,
                                          const session_key& key, instant now);

} // namespace suivant::booking
