// One answer made of what several offices say.

#pragma once

#include "actors/common/asking.hpp"
#include "actors/common/json_codec.hpp"

#include <functional>
#include <mutex>
#include <vector>

namespace suivant::gateway {

/// Thread-safe. Lives until the last of those asked has answered; then calls
/// `then` once, with what came in, in no order.
class gathering {
public:
  explicit gathering(std::function<void(std::vector<json::object>)> then)
      : then_{std::move(then)} {}
  ~gathering() {
    then_(std::move(all_));
  }
  gathering(const gathering&) = delete;
  gathering& operator=(const gathering&) = delete;

  void take(json::object one) {
    const auto lock = std::lock_guard{guard_};
    all_.push_back(std::move(one));
  }

private:
  std::function<void(std::vector<json::object>)> then_;
  std::mutex guard_;
  std::vector<json::object> all_;
};

} // namespace suivant::gateway
