// What is offered: the starts of a day, and how full the days of a month are.

#pragma once

#include "actors/booking/plan.hpp"
#include "actors/booking/question.hpp"
#include "actors/booking/refusals.hpp"
#include "actors/booking/stock.hpp"

#include <variant>

namespace suivant::booking {

/// One of the starts that may be chosen, over all openings and sites asked for.
struct start_left {
  instant start;
  int left = 0;    // Appointments like the one asked for, one after the other.
  int waiting = 0; // Persons who may wait for a seat, of a full session.

  bool operator==(const start_left&) const = default;
};

using starts = std::vector<start_left>;

/// What may be had on `day`, in order of time; each can be placed just so.
std::variant<starts, refusal> offer(const plan& in, const stock& taken,
                                    const question& asked, calendar_day day);

struct day_left {
  calendar_day day;
  bool open = false; // Whether there are hours for the service at all.
  int starts = 0;    // How many different starts may be chosen.

  bool operator==(const day_left&) const = default;
};

/// The same for each day from `first` to `last`.
std::variant<std::vector<day_left>, refusal>
days_left(const plan& in, const stock& taken, const question& asked,
          calendar_day first, calendar_day last);

/// The three starts nearest to `start` that may be had, in order of time, and
/// not `start` itself; fewer when there are no more within sixty days.
starts near(const plan& in, const stock& taken, const question& asked,
            instant start);

} // namespace suivant::booking
