// Requests that come with the link of a visit instead of a name.

#pragma once

#include "net/gateway/exchange.hpp"
#include "net/gateway/visit_link.hpp"

namespace suivant::gateway {

/// From "Authorization: Visit <link>"; with the key of a partner there, from
/// "X-Visit: <link>". Empty when there is none, or the key is not good for it;
/// then it has answered.
std::optional<visit_link> link_of(const exchange& it);

/// A link to no office is as wrong as one to no visit.
std::function<void(no_answer)> or_refuse_link(const talk& it);

/// Where people reach us: as the administrator said, else as this request
/// came.
std::string address_of(const exchange& it);

/// Does `then` with the visit of the link, if there is one.
void with_visit(const talk& it, const visit_link& link,
                std::function<void(const visit_told&)> then);

} // namespace suivant::gateway
