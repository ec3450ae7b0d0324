// A supervisor who calls appointments off, or ends a list, for no reason.

#pragma once

#include "actors/office/office.hpp"

#include <utility>

namespace suivant::tests {

/// One list after the other, of the days given. `dice` has as many sides as it
/// is told.
template <class Dice>
office::command random_list(const office::state& now,
                            std::pair<calendar_day, std::chrono::days> dates,
                            std::string reason, Dice dice) {
  if (dice(3) == 1 && !now.campaigns.empty())
    return office::end_list{now.campaigns.rbegin()->first};
  const auto number = dice(6) == 1 ? 1 : now.campaigns.size() + 1;
  auto asked = office::cancel_many{};
  asked.campaign = {"list-" + std::to_string(number)};
  asked.of.first = dates.first;
  asked.of.last = dates.first + dates.second;
  asked.of.from = dice(2) == 1 ? 0 : 600;
  asked.reason = std::move(reason);
  asked.vouchers = dice(4) != 1;
  asked.close = dice(6) == 1;
  asked.terms = {.by = static_cast<office::turn>(dice(3) - 1),
                 .seed = static_cast<std::uint32_t>(dice(1000)),
                 .hold_hours = dice(3),
                 .offers_each = dice(3)};
  return asked;
}

} // namespace suivant::tests
