// The secret of one folder, from which the links of its visitors are made.

#pragma once

#include "actors/common/crypto.hpp"
#include "storage/log.hpp"

namespace suivant::access {

/// Made on first use and kept in the folder for ever: links in people's hands
/// must outlive restarts and moves. Fails if it is missing and cannot be
/// written, or is not what was written.
storage::result<crypto::key> folder_secret(storage::log& log);

} // namespace suivant::access
