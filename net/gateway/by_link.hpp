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

/// One command about the visit of the link, once however often it is sent; a
/// start that is refused may bring others. `rows` are stored with its facts, or
/// not at all.
void ask_about(const talk& it, const visit_link& link, std::string_view name,
               int status, office::command what,
               std::vector<storage::row> rows = {});

using make_command = std::function<office::command(visit_id)>;

/// Both: for commands that need no more of the visit than which it is.
void command_about(const talk& it, const visit_link& link,
                   std::string_view name, int status, make_command make);

} // namespace suivant::gateway
