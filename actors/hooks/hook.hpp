// A web hook: where a partner's program wants to hear what happens to visits,
// and how far it has been told. Pure: no clock, no disk, no network, no chance.

#pragma once

#include "actors/common/ids.hpp"
#include "actors/common/instant.hpp"
#include "actors/office/events.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace suivant::hooks {

using office::fact_number;

struct hook {
  office_id office{};
  std::string name{};    // Unique in its office.
  std::string partner{}; // Only visits that came by its door; empty: all.
  std::string url{};     // "https://…"
  std::string secret{};  // "whsec_" and 32 bytes in base64; signs what is sent.
  std::vector<std::string> kinds{}; // Of what it hears; none: of everything.
  fact_number after = 0;            // It hears what comes after this fact.
  std::string by{};                 // Who made it.
  instant created{};

  bool operator==(const hook&) const = default;
};

/// Facts that were not delivered in time, next to each other.
struct given_up {
  fact_number first = 0;
  fact_number last = 0;
  int count = 0;
  instant at;        // When the last of them was.
  std::string error; // Of the last try.

  bool operator==(const given_up&) const = default;
};

/// How far a hook has been told. Kept over restarts: what comes after `done`
/// is sent, so that nothing is lost, though the last may be sent twice.
struct mark {
  fact_number done = 0; // Delivered, given up or of no interest.
  bool paused = false;
  int tries = 0;           // That failed, since the last that did not.
  instant failing_since{}; // The first of them; none: all is well.
  instant next_try{};
  std::string last_error{}; // "503", "timeout"; empty: all is well.
  instant last_success{};
  std::vector<hooks::given_up> given_up{}; // The newest last; at most 20.

  bool operator==(const mark&) const = default;
};

struct limits {
  milliseconds first_pause{5'000};       // After a failure, then twice that
  milliseconds longest_pause{3'600'000}; // each time, up to this.
  std::chrono::hours give_up{24};        // To deliver an event in.
  milliseconds waking{1'000};            // Between looks at the clock.
  milliseconds saving{1'000};            // Between writes of a mark.
};

/// What became of one try.
struct answer {
  int status = 0;             // Of HTTP; 0: there was no answer.
  std::string error{};        // "timeout"; empty with a status.
  milliseconds not_before{0}; // The receiver asked to be left alone so long.

  bool operator==(const answer&) const = default;
};

/// 2xx: the receiver has it.
bool is_received(const answer& it);

/// How long to wait after so many failures. `chance`, from 0 to 1, spreads
/// those who failed together over the second half of it.
milliseconds pause_after(int tries, double chance, const limits& most);

/// The mark once fact `number` was tried. 410 says that the receiver is gone
/// for good: the hook is then paused.
mark after_try(mark it, fact_number number, const answer& told, instant now,
               double chance, const limits& most);

/// Whether what happened at `at` shall not be tried any more: it is older than
/// the limit, and the receiver has failed all that time.
bool is_too_late(const mark& it, instant at, instant now, const limits& most);
mark after_giving_up(mark it, fact_number number, instant now);

/// 1 to 40 of a-z, 0-9 and "-".
bool is_hook_name(std::string_view text);

} // namespace suivant::hooks
