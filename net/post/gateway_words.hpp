// What gateways over HTTP are told and what they say, as text.

#pragma once

#include "net/post/sending.hpp"
#include "net/web_client.hpp"

#include <string>
#include <string_view>

namespace suivant::net {

/// "a=1&b=%C3%A9": as forms are sent.
std::string form_text(const header_lines& values);

/// How it ended if the gateway said nothing: before it was asked, it has
/// nothing; after, nobody knows.
sending ended_without_answer(const web_answer& told);

/// As it is if it is UTF-8; otherwise what is not is replaced.
std::string clean_utf8(std::string_view text);

} // namespace suivant::net
