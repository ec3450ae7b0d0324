// The words people read, in their language, from the same message files as
// the pages.

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace suivant::gateway {

/// "fr" or "en": the first in an Accept-Language header that there are
/// messages for; French for none.
std::string_view language_of(std::string_view accept_language);

/// What the message files say under a key; the key itself when they say
/// nothing.
std::string message(std::string_view language, std::string_view key);

/// What an error or refusal of that name says; its bare name if it says
/// nothing, which a test keeps from happening.
std::string text_for(std::string_view language, std::string_view error);

/// Any text of the message files by its whole name: "csv.day".
std::string words_for(std::string_view language, std::string_view key);

/// Words of a set-up in that language, or in any there is.
std::string said_in(std::string_view language,
                    const std::map<std::string, std::string>& words);

/// A document of ours as it is served: "openapi.json", "asyncapi.json".
std::string_view document(std::string_view name);

} // namespace suivant::gateway
