// The words of messages that an office has not put in its own.

#pragma once

#include "actors/outbox/text_template.hpp"

#include <string>
#include <string_view>

namespace suivant::gateway {

/// "fr" or "en": what there are usual words in; French for other languages.
std::string_view usual_language(std::string_view language);
bool has_usual_words(std::string_view language);

/// "word.summer", "day.0", "booked.sms"; empty for what there is not.
const std::string& usual_word(std::string_view language, std::string_view key);

/// The stored name of an occasion: "booked".
std::string_view key_of(office::occasion about);

} // namespace suivant::gateway
