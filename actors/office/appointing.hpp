// How the office asks the rules of appointments. Private to the rules.

#pragma once

#include "actors/booking/question.hpp"
#include "actors/office/answers.hpp"

namespace suivant::office {

/// A place for what is wanted, or why there is none.
std::variant<booking::claim, refusal> find_place(const state& now,
                                                 const booking::wanted& asked);

/// Holds that have ended at `at`, and who then gets the seats they kept.
events end_of_holds(const state& now, instant at);

/// Who moves up to the seats that `gone` leaves free in its session, where
/// it takes `instead`, if anything.
events seats_filled(const state& now, const visit& gone, instant at,
                    const booking::claim* instead = nullptr);

/// Why a visitor may no longer take back what they booked; never staff.
std::optional<refusal> may_not_cancel(const situation& here, const visit& it);

/// Gives a cancelled appointment or hold its place back, if that is still free:
/// no event when it is the same one.
decision taken_back(const situation& here, const visit& it);

/// Another claim for an appointment that is there.
booking_moved moved_to(const state& now, visit_id visit, booking::claim claim,
                       std::string reason);

} // namespace suivant::office
