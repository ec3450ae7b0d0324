// What changes from one JSON document to another, member by member. Knows of
// set-ups only that their lists hold members with an "id".

#pragma once

#include "actors/common/json_codec.hpp"

#include <string>
#include <vector>

namespace suivant::office {

enum class change_kind { added, removed, changed, reordered };

struct setup_change {
  std::string where; // "queues.passports.prefix"
  change_kind kind = change_kind::changed;
  json::value was = nullptr;     // Null unless removed or changed.
  json::value becomes = nullptr; // Null unless added or changed.
};

/// Empty when nothing changes.
std::vector<setup_change> changes_between(const json::value& before,
                                          const json::value& after);

/// A line for people: `queues.passports.prefix: "A" becomes "P"`.
std::string text_of(const setup_change& it);
json::object to_json(const setup_change& it);

} // namespace suivant::office
