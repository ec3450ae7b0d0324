// Hooks and marks as they are stored, and events as they are sent. The names
// here are for ever; members may be added, never renamed.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/common/json_codec.hpp"
#include "actors/hooks/hook.hpp"
#include "actors/hooks/hook_events.hpp"

namespace suivant::hooks {

/// The key of its row, and of its mark's.
std::string row_of(const office_id& office, std::string_view name);

std::string to_json(const hook& it);
std::string to_json(const mark& it);
/// These throw `json::unreadable`.
hook hook_from(std::string_view text);
mark mark_from(std::string_view text);

/// {"type","timestamp","data"}, as in the description of web hooks.
std::string body_of(const office_id& office, const public_event& it);

/// As Standard Webhooks has them: "webhook-id", "webhook-timestamp" and
/// "webhook-signature". `secret` as in `hook`; one that is malformed signs
/// nothing.
std::vector<std::pair<std::string, std::string>>
signed_headers(const std::string& secret, std::string_view id, instant now,
               std::string_view body);
/// "<office>.<number of the fact>": the same however often it is sent.
std::string id_of(const office_id& office, fact_number number);

std::string new_secret();

} // namespace suivant::hooks
