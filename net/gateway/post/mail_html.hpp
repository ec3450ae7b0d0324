// The HTML of a mail: the words of its text, readable without pictures, by day
// and by night, on a phone.

#pragma once

#include <string>
#include <string_view>

namespace suivant::gateway {

/// Paragraphs stand apart by an empty line. A line that ends in an address
/// becomes a link that is called what stands before it.
std::string html_of(std::string_view text, std::string_view subject,
                    std::string_view language, std::string_view from_name);

} // namespace suivant::gateway
