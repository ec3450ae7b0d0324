// The voucher of somebody whose appointment was called off: a short code, to
// be read out or typed, that only this folder could have signed.

#pragma once

#include "actors/common/crypto.hpp"
#include "actors/office/visit.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace suivant::gateway {

/// "1234-9F3A72C10B": the number of the visit, and the signature over office,
/// visit and the start that was called off. Only of a visit that has an
/// appointment.
std::string voucher_of(const crypto::key& secret, const office_id& office,
                       const office::visit& it);

/// Whose voucher a code says it is, whatever its signature; nothing for what
/// cannot be one.
std::optional<visit_id> visit_in_voucher(std::string_view code);

/// Whether `code` is the voucher of `it`, however it is typed.
bool is_voucher_of(const crypto::key& secret, const office_id& office,
                   const office::visit& it, std::string_view code);

} // namespace suivant::gateway
