// The target of a request as path and query. Pure.

#pragma once

#include "net/http.hpp"

namespace suivant::net {

/// Fills path and query. False if the target is not one we can understand:
/// not absolute, badly encoded, not UTF-8, or with control characters.
bool read_target(std::string_view target, request& into);

bool is_known_method(std::string_view method);

} // namespace suivant::net
