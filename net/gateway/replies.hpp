// An office's answer to a command, as HTTP.

#pragma once

#include "net/gateway/exchange.hpp"

namespace suivant::gateway {

int status_of(office::refusal why);

/// Counts what was asked of offices and how it ended: done, repeated, or the
/// refusal's name.
void count(const exchange& it, std::string_view command,
           const office_reply& said);

/// {"fact","visit","repeated"} and `more`, or the refusal with the present
/// state of the visit; nobody waiting is no error but 204.
void reply(const exchange& it, const office_reply& said, json::object more = {},
           int status = 200);

/// Too early: says from when on, in their words and as `from`.
void refuse_early(const exchange& it, const office_reply& said);

/// A refusal that may bring other starts: `near`.
void refuse_start(const exchange& it, const office_reply& said);

} // namespace suivant::gateway
