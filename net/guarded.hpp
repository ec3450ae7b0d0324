// Calls into code above the network: what it throws must not end an io
// thread and every connection on it.

#pragma once

#include <exception>

namespace suivant::net {

/// False if `call` threw.
template <class Call>
bool guarded(Call call) noexcept {
  try {
    call();
    return true;
  } catch (...) {
    return false;
  }
}

} // namespace suivant::net
