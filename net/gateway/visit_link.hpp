// The secret link of one visit: "<office>.<32 hexadecimal digits>". Who holds
// it may see and change that visit, and nothing else. The link of a calendar
// looks alike and may only be read.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/common/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace suivant::gateway {

struct visit_link {
  office_id office;
  std::string token; // Without the office.

  std::string text() const {
    return office.text + '.' + token;
  }
  /// What the office knows it by.
  std::string hash() const {
    return crypto::hash_of_token(token);
  }
};

/// The same for the same key, so that asking twice gives one link.
visit_link new_link(const crypto::key& secret, const office_id& office,
                    std::string_view idempotency_key);

visit_link new_feed_link(const crypto::key& secret, const office_id& office,
                         std::string_view idempotency_key);

/// Empty for what cannot be a link.
std::optional<visit_link> link_from(std::string_view text);
/// From "Authorization: Visit <link>".
std::optional<visit_link> link_in_header(std::string_view authorization);

} // namespace suivant::gateway
