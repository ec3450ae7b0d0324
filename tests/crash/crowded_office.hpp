// An office with thousands of appointments, written straight into a folder
// that a server then takes over.

#pragma once

#include "actors/office/office_json.hpp"
#include "actors/office/office_log.hpp"
#include "tests/support/hall_with_bookings.hpp"
#include "tests/support/storage_folder.hpp"

namespace suivant::tests {

inline const auto crowded = office_id{"crowded"};

/// The days on which they are, on the clocks of the site, which are UTC.
struct crowded_days {
  calendar_day first;
  calendar_day last;
};

/// So many appointments on five days from three days after `now` on, a
/// quarter of an hour each. Anybody who had a server on the folder has ended
/// it.
inline crowded_days crowd(const storage_folder& disk, int appointments,
                          instant now) {
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const auto first = today + std::chrono::days{3};
  auto setup = booked_hall(40);
  setup.booking.openings[0].days.first = today;
  setup.booking.openings[0].hours = {{9 * 60, 16 * 60}};
  auto office = office::state{};
  auto records = std::vector<std::string>{};
  const auto ask = [&](office::command what) {
    const auto asked = office::request{std::move(what), machine, {}};
    const auto decided = office::decide(office, asked, {now, today});
    for (const auto& it : std::get<office::events>(decided)) {
      auto fact = office::fact{office.last_fact + 1, now, "system", {}, it};
      records.push_back(office::to_json(fact));
      office::evolve(office, std::move(fact));
    }
  };
  ask(office::configure{setup, clocks_known()});
  for (auto i = 0; i < appointments; ++i)
    ask(office::book{.service = residence,
                     .start = instant{first + std::chrono::days{i % 5}} + 9h
                              + std::chrono::minutes{15 * (i / 5 % 28)}});
  auto log = disk.open();
  storage_folder::must(
      log.commit({{office::stream_of(crowded), 0, records}},
                 {{storage::tables::meta, "office/" + crowded.text,
                   R"({"fr":"Foule"})"}}));
  return {first, first + std::chrono::days{4}};
}

} // namespace suivant::tests
