// What can happen around the visits of an office: who is to be called, who is
// not there, which calendars are open. Stored for ever, like all events.

#pragma once

#include "actors/office/commands.hpp"

namespace suivant::office {

struct summary_asked {
  visit_id visit;
  way by = way::none;
  bool operator==(const summary_asked&) const = default;
};
/// Nobody reads a longer list of them.
inline constexpr auto most_calls = std::size_t{500};

struct call_back_asked {
  std::uint64_t call = 0; // Counted from 1.
  visit_id about;
  service_id service;
  sealed_person person;
  std::string reason = {}; // What they could not be told; empty: they asked.
  bool operator==(const call_back_asked&) const = default;
};
struct called_back {
  std::uint64_t call = 0;
  call_result result = call_result::reached;
  bool operator==(const called_back&) const = default;
};
struct absence_added {
  booking::resource_id resource;
  booking::wall_span span;
  bool operator==(const absence_added&) const = default;
};
struct absence_removed {
  booking::resource_id resource;
  booking::wall_span span;
  bool operator==(const absence_removed&) const = default;
};
struct feed_opened {
  booking::resource_id resource;
  bool names = false;
  std::string token_hash;
  counter_id counter = {}; // In place of the resource.
  bool operator==(const feed_opened&) const = default;
};
struct feed_closed {
  booking::resource_id resource;
  counter_id counter = {};
  bool operator==(const feed_closed&) const = default;
};

} // namespace suivant::office
