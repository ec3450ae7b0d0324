// A value that most of its owners do not have: it lies elsewhere, so that they
// are small, and copies of the owner share it, since it never changes.

#pragma once

#include <memory>
#include <utility>

namespace suivant {

template <class T>
class boxed {
public:
  boxed() = default;
  boxed(T it) : it_{std::make_shared<const T>(std::move(it))} {}

  explicit operator bool() const {
    return it_ != nullptr;
  }
  /// Only of one that is there.
  const T& operator*() const {
    return *it_;
  }
  const T* operator->() const {
    return it_.get();
  }

  void reset() {
    it_.reset();
  }

  friend bool operator==(const boxed& one, const boxed& other) {
    return one.it_ == other.it_
           || (one.it_ && other.it_ && *one.it_ == *other.it_);
  }

private:
  std::shared_ptr<const T> it_;
};

} // namespace suivant
