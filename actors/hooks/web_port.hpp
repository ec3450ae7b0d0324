// The way out to other programs over HTTP. Does not say how it gets there.

#pragma once

#include "actors/hooks/hook.hpp"

#include <functional>

namespace suivant::hooks {

struct outgoing {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body; // JSON.
};

class web_port {
public:
  virtual ~web_port() = default;

  /// One POST, one try. `then` is called once, from any thread, within a limit
  /// of time; not at all once the port is closed.
  virtual void post(outgoing what, std::function<void(const answer&)> then) = 0;
};

} // namespace suivant::hooks
