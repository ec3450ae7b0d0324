// Letters of texts in UTF-8, one by one. Pure, and of no machine's locale.

#pragma once

#include <string>
#include <string_view>

namespace suivant {

/// What is not UTF-8 becomes U+FFFD.
std::u32string from_utf8(std::string_view text);
std::string to_utf8(std::u32string_view text);
std::string to_utf8(char32_t letter);

/// Letters of the Latin languages of Europe without their marks: "e" for "ê",
/// "oe" for "œ". Others as they are.
std::u32string without_accent(char32_t letter);

} // namespace suivant
