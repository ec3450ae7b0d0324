// An office's facts in the log: how it is found again after a restart, or at
// any instant of its past.

#pragma once

#include "actors/office/office.hpp"
#include "storage/log.hpp"

#include <functional>
#include <optional>

namespace suivant::office {

/// "office/<id>".
std::string stream_of(const office_id& office);
/// Empty for a stream that is no office's.
std::optional<office_id> office_in(std::string_view stream);

/// What is kept beside the log, so that a list of offices starts none.
storage::row name_row(const office_id& office, const setup& as);

/// Every office that has ever been set up.
storage::result<std::vector<office_id>> offices_in(const storage::log& log);

/// The office as its facts up to `not_after` leave it, from snapshot and tail.
storage::result<state> newest_state(const storage::log& log,
                                    const office_id& office,
                                    fact_number not_after = UINT64_MAX);

/// Reads facts aloud from number `from` on, oldest first; false stops.
using fact_listener = std::function<bool(fact&&)>;
storage::result<storage::done> read_facts(const storage::log& log,
                                          const office_id& office,
                                          fact_number from,
                                          const fact_listener& listener);

/// The office as it was just after all facts dated `at` or before, replayed
/// from the very first.
storage::result<state> state_at(const storage::log& log,
                                const office_id& office, instant at);

/// 64 characters; the same for the same state on every machine.
std::string state_hash(const state& office);

} // namespace suivant::office
