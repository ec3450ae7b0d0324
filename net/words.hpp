// Small words of HTTP: percent signs, queries, cookies, lists, UTF-8. Pure.
// Everything here reads what strangers wrote and never throws at it.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace suivant::net {

/// Nothing if a percent sign is not followed by two hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text);

/// The decoded value of `name` in "a=1&b=2"; a plus sign is a space. Nothing
/// if it is absent or unreadable.
std::optional<std::string> query_value(std::string_view query,
                                       std::string_view name);

/// The value of `name` in a Cookie header, without quotes; else empty.
std::string_view cookie_value(std::string_view header, std::string_view name);

/// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

std::string lower_case(std::string_view text);

bool same_word(std::string_view left, std::string_view right);

/// Cuts the part before `separator` off `rest` and returns it, trimmed.
std::string_view next_part(std::string_view& rest, char separator);

/// Whether "a, b, c" has `word`, in any case.
bool list_has(std::string_view list, std::string_view word);

/// Whether an Accept-Encoding header allows `coding`: named, not with q=0.
bool accepts_coding(std::string_view header, std::string_view coding);

/// Whether a Content-Type header names `type`, whatever its parameters.
bool is_media_type(std::string_view header, std::string_view type);

/// The value of a header line in what may be only the beginning of a request;
/// empty when it is absent or its line has no end yet.
std::string_view header_in(std::string_view bytes, std::string_view name);

bool is_utf8(std::string_view text);

} // namespace suivant::net
