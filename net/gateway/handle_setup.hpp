// What the handlers about set-ups share.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/office/setup_merge.hpp"
#include "net/gateway/exchange.hpp"

#include <optional>

namespace suivant::gateway {

/// A template and what was filled in.
struct template_use {
  std::string name;
  json::value parameters = json::object{};
  bool replace = false; // What the office has under the same ids.
};

/// Empty when there is none; then it has answered.
std::optional<office::setup> setup_in_force(const exchange& it,
                                            const office_id& office);

/// The same of the office that the path names, for who may change it.
std::optional<office::setup> setup_to_manage(const exchange& it);

/// For the header If-Match: short, and other for any other set-up.
std::string version_of(const office::setup& it);

/// Whether the header If-Match, if there is one, is of this set-up. If not,
/// has answered 409.
bool is_as_seen(const exchange& it, const office::setup& now);

/// {"setup": …}, or {"template", "parameters", "replace"}. Throws
/// `json::unreadable`.
office::merging wanted_by(const exchange& it, json::object body,
                          const office::setup& now);

/// 422, with all that is wrong.
void refuse_setup(const exchange& it,
                  const std::vector<office::setup_problem>& problems);

} // namespace suivant::gateway
