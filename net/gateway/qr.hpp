// QR codes as pictures that print sharp at any size.

#pragma once

#include <string>

namespace suivant::gateway {

/// An SVG of `text`, black on white with the quiet margin that readers need.
/// Empty when the text is too long for a code.
std::string qr_svg(const std::string& text);

} // namespace suivant::gateway
