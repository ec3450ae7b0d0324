// The one answer that a request is owed, from any thread, at most once, and
// nothing, which means 503, if everybody forgets about it.

#pragma once

#include "net/http.hpp"

#include <atomic>
#include <optional>

namespace suivant::net {

class answer_slip {
public:
  using run_later = std::function<void(std::function<void()>)>;

  answer_slip(run_later later,
              std::function<void(std::optional<response>)> deliver)
      : later_{std::move(later)}, deliver_{std::move(deliver)} {}

  ~answer_slip() {
    give(std::nullopt);
  }

  answer_slip(const answer_slip&) = delete;
  answer_slip& operator=(const answer_slip&) = delete;

  void give(std::optional<response> answer) {
    if (given_.exchange(true))
      return;
    later_(
        [deliver = std::move(deliver_), answer = std::move(answer)]() mutable {
          deliver(std::move(answer));
        });
  }

private:
  run_later later_;
  std::function<void(std::optional<response>)> deliver_;
  std::atomic<bool> given_ = false;
};

} // namespace suivant::net
