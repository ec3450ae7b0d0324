// Requests that come with the key of a partner: whether they may, and what
// they count on.

#pragma once

#include "actors/access/api_key.hpp"
#include "actors/office/commands.hpp"
#include "net/gateway/exchange.hpp"

namespace suivant::gateway {

/// Whether a request without a key, or with a good one, may go on. Counts one
/// with a key among the partner's requests. If not, has answered: 401, 403 for
/// another office or scope, 429 for too many.
bool comes_rightly(const exchange& it, const office_id& office,
                   access::scope what);
/// The same for one that must have come with `key`, whose holder is `partner`.
bool comes_rightly(const exchange& it, const access::partner& partner,
                   const office_id& office, access::scope what);

/// In whose name an office is asked: the partner's, or a visitor's.
office::asker asker_outside(const exchange& it);
office::door_quota quota_of(const exchange& it);

/// Two partners may, by mistake, make the same idempotency key.
std::string key_outside(const exchange& it, std::string key);

/// Says no, and in how many seconds to try again.
void refuse_for_now(const exchange& it, std::string_view error,
                    std::chrono::seconds wait);

} // namespace suivant::gateway
