// A value, or the reason there is none. Becomes std::expected with C++23.

#pragma once

#include <string>
#include <utility>
#include <variant>

namespace suivant::storage {

enum class trouble {
  conflict,   // Somebody else has written in between.
  missing,    // There is no such thing.
  unreadable, // The bytes are not what was written.
  disk,       // The machine says no.
  disk_full,  // Too little room is left to write safely.
};

struct failure {
  trouble kind;
  std::string detail;
};

template <class T>
class [[nodiscard]] result {
public:
  result(T value) : either_{std::move(value)} {}

  result(failure why) : either_{std::move(why)} {}

  explicit operator bool() const {
    return std::holds_alternative<T>(either_);
  }

  T& operator*() {
    return std::get<T>(either_);
  }

  const T& operator*() const {
    return std::get<T>(either_);
  }

  T* operator->() {
    return &std::get<T>(either_);
  }

  const T* operator->() const {
    return &std::get<T>(either_);
  }

  const failure& why() const {
    return std::get<failure>(either_);
  }

private:
  std::variant<T, failure> either_;
};

/// Done, with nothing more to say.
using done = std::monostate;

} // namespace suivant::storage
