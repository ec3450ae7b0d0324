// How threads that are no actors ask actors, and are answered: by a call.

#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace suivant {

/// Why there is no answer. The command may or may not have happened: asking
/// again under the same key is safe and tells.
enum class no_answer { unknown_office, disk_full, not_durable };

/// One of the two is called, once, on some thread of the actors; it must not
/// block.
template <class Answer>
struct asking {
  std::function<void(Answer)> then;
  std::function<void(no_answer)> otherwise;
};

/// An answer that somebody waits for. Travels with the question; when all who
/// could have answered have let go of it, the asker is told `not_durable`. So
/// nobody waits for ever for an actor that has fallen, and no clock is needed.
template <class Answer>
class owed {
public:
  owed() = default; // To nobody.
  explicit owed(asking<Answer> by)
      : debt_{std::make_shared<debt>(std::move(by))} {}

  void give(Answer it) const {
    if (debt_ && !std::exchange(debt_->is_paid, true))
      debt_->by.then(std::move(it));
  }
  void refuse(no_answer why) const {
    if (debt_ && !std::exchange(debt_->is_paid, true))
      debt_->by.otherwise(why);
  }

private:
  struct debt {
    explicit debt(asking<Answer> asker) : by{std::move(asker)} {}
    debt(const debt&) = delete;
    debt& operator=(const debt&) = delete;
    ~debt() {
      if (!is_paid)
        by.otherwise(no_answer::not_durable);
    }

    asking<Answer> by;
    bool is_paid = false;
  };

  std::shared_ptr<debt> debt_;
};

} // namespace suivant
