// How one try to send something by a gateway ended.

#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace suivant::net {

enum class sent {
  handed,  // The gateway has it.
  refused, // It will never take this one: the address leads nowhere.
  later,   // It would not, or could not, just now.
  unknown, // It may have it: there was no answer to what was sent.
};

struct sending {
  sent how = sent::later;
  std::string why; // "timeout", "unknown_user" …; never an address.
  std::chrono::milliseconds not_before{0}; // Asked to be left alone so long.
};

/// Called once, from a thread of the gateway; not at all once it is closed.
using sending_ended = std::function<void(const sending&)>;

} // namespace suivant::net
