// What can happen to a set-up that is not in force yet. Stored for ever, as all
// events are.

#pragma once

#include "actors/office/setup.hpp"

namespace suivant::office {

struct setup_drafted {
  std::uint64_t draft = 0; // Its number: that of this fact.
  office::setup setup;
  booking::zones clocks;
  std::string token_hash;
  bool operator==(const setup_drafted&) const = default;
};
struct publishing_planned {
  std::uint64_t draft = 0;
  instant at;
  bool operator==(const publishing_planned&) const = default;
};
/// The instant came, and the draft could not be put in force.
struct publishing_missed {
  std::uint64_t draft = 0;
  std::string why; // The name of the refusal.
  bool operator==(const publishing_missed&) const = default;
};
/// What it changes stands in the `office_configured` behind it.
struct draft_published {
  std::uint64_t draft = 0;
  bool operator==(const draft_published&) const = default;
};
struct draft_dropped {
  std::uint64_t draft = 0;
  bool operator==(const draft_dropped&) const = default;
};
/// The same.
struct setup_restored {
  bool operator==(const setup_restored&) const = default;
};

} // namespace suivant::office
