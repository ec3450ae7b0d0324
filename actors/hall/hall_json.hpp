// The pages' pictures of an office on the wire, and the differences between.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/hall/hall.hpp"

#include <set>
#include <string>

namespace suivant::hall {

/// One visit as staff see it, without the person's data.
json::object row_of(const office::visit& it, const office::rule_setup& rules);

/// The desk's picture without its set-up and its visits: what is small.
json::object desk_head(const hall& it);
json::object desk_setup(const office::setup& setup);
json::object board_json(const hall& it);
/// How many are inside each site that has a gauge, for everybody.
json::object gauge_json(const hall& it);
/// For who wants to join: services, open or not, waiting, how long.
json::object public_view(const office_id& id, const hall& it, instant now);

/// RFC 7396: what has to be merged into `before` to get `after`; nothing when
/// they are the same. Null members cannot be told from missing ones.
std::optional<json::object> merge_patch(const json::object& before,
                                        const json::object& after);

/// {"topic":…,"n":…,"now":…,"snapshot"|"patch":{…}}
std::string frame(const std::string& topic, std::uint64_t number, instant now,
                  std::string_view kind, json::object what);
/// A snapshot of `picture` with the rows of `visits`.
std::string desk_snapshot(const std::string& topic, std::uint64_t number,
                          instant now, json::object picture,
                          const std::vector<office::shared_visit>& visits,
                          const office::rule_setup& rules);

} // namespace suivant::hall
