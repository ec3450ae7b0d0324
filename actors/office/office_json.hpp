// Facts, commands and states of an office as they are written down: in the
// log, in snapshots, on the wire.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/office/office.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace suivant::office {

/// The stored name of an event: "ticket_taken". It outlives any renaming.
std::string_view name_of(const event& happened);
/// The name of a command on the wire: "call_next".
std::string_view name_of(const command& asked);
/// How a fact says who caused it: "agent amelie", "visitor".
std::string signature_of(const asker& by);

std::string to_json(const fact& happened);
/// Reads facts of every version ever written, and reads past members it does
/// not know. Keeps its memory between calls; for one thread.
class fact_reader {
public:
  fact_reader();
  ~fact_reader();

  /// Throws `json::unreadable`.
  fact read(std::string_view text);

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

/// Always the same bytes for the same state: what the state hash is made of.
std::string to_json(const state& office);
/// Throws `json::unreadable`.
state state_from_json(std::string_view text);

/// Throws `json::unreadable`, also for a member the command does not have.
/// Empty when there is no command of that name.
std::optional<command> command_from_json(std::string_view name,
                                         const json::value& members);

/// Throws `json::unreadable`.
setup setup_from_json(const json::value& from);
json::value to_json(const setup& office);

} // namespace suivant::office
