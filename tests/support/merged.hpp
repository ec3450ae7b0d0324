// RFC 7396 as a page does it: the other half of `merge_patch`.

#pragma once

#include "actors/common/json_codec.hpp"

namespace suivant::tests {

inline json::value merged(json::value into, const json::value& patch) {
  if (!patch.is_object())
    return patch;
  auto out = into.is_object() ? into.get_object() : json::object{};
  for (const auto& [name, value] : patch.get_object())
    if (value.is_null())
      out.erase(name);
    else
      out[name] = merged(out.contains(name) ? out[name] : json::value{}, value);
  return out;
}

} // namespace suivant::tests
