// What a page may say on the live channel, read from its JSON. Pure.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/office/office_actor.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace suivant::gateway {

/// {"subscribe":"visit","token":"…"}
struct watch_visit {
  std::string link;
};
/// {"subscribe":"desk/<office>","since":17}
struct watch_desk {
  office_id office;
  std::uint64_t since = 0;
};
/// {"subscribe":"board/<office>","since":17}
struct watch_board {
  office_id office;
  std::uint64_t since = 0;
};
/// {"subscribe":"slots/<office>/<service>/<site>/<persons>/<place>/<day>"}
struct watch_day {
  office_id office;
  offer_asked asked;
};
/// {"subscribe":"gauge/<office>","since":17}
struct watch_gauge {
  office_id office;
  std::uint64_t since = 0;
};
/// {"unsubscribe":"<topic>"}
struct stop_watching {
  std::string topic;
};
/// {"counter":"<counter>","office":"<office>"}: this page serves there, until
/// it goes or says another.
struct sit_at_counter {
  office_id office;
  counter_id counter;
};
/// {"ping":1}
struct ping {};

using live_word
    = std::variant<watch_visit, watch_desk, watch_board, watch_day, watch_gauge,
                   stop_watching, sit_at_counter, ping>;

/// Throws `json::unreadable`.
live_word live_word_from(std::string_view text);

} // namespace suivant::gateway
