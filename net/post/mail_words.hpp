// How what people wrote stands in the headers of a mail. Pure.

#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace suivant::net {

/// As RFC 2047 wants it if it is not ASCII, folded; control characters are
/// dropped, so that nobody begins a header of their own.
std::string header_text(std::string_view text);

/// "Mairie de Valmont <rdv@ville.example.org>", with the name as a header has
/// it.
std::string mailbox(std::string_view name, std::string_view address);

/// "Sat, 28 Nov 2026 09:00:00 +0000"
std::string date_text(std::chrono::system_clock::time_point at);

} // namespace suivant::net
