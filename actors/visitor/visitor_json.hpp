// What one visitor is told, as it goes on the wire. Their own name is not in
// it: whoever holds the link sees the visit, not the person.

#pragma once

#include "actors/office/state.hpp"
#include "actors/queue/queue_actor.hpp"

#include <string>

namespace suivant::visitor {

/// Everything a personal snapshot is made of; lives as long as the sentence.
struct view {
  const office_id& office;
  const office::setup& setup;
  const office::visit& visit;
  const std::string& moved; // Why the place changed by this person's own visit.
  place_told place;         // Meaningful while waiting.
  std::uint64_t frame = 0;  // Of the visit's own topic.
  instant now;
};

/// {"topic":"visit","n":…,"now":…,"snapshot":{…}}
std::string frame(const view& of);

/// The snapshot alone, for who asks without a live channel.
std::string snapshot(const view& of);

} // namespace suivant::visitor
