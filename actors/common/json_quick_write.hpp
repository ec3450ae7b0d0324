// Writes the same texts as json_codec.hpp, several times as fast: straight from
// the described structs, without a value in between.

#pragma once

#include "actors/common/json_codec.hpp"

#include <array>
#include <utility>

namespace suivant::json {

/// Appends what `boost::json::serialize(write(it))` would say.
template <class T>
void quick_write(std::string& out, const T& it);

namespace detail {

void quick_write_text(std::string& out, std::string_view text);

template <class Number>
void quick_write_number(std::string& out, Number it) {
  auto digits = std::array<char, 24>{};
  const auto written
      = std::to_chars(digits.data(), digits.data() + digits.size(), it);
  out.append(digits.data(), written.ptr);
}

// An object or a list: commas between, none before the first.
class quick_list {
public:
  quick_list(std::string& out, char begin) : out_{out} {
    out_ += begin;
  }
  void next() {
    if (!std::exchange(is_first_, false))
      out_ += ',';
  }
  void next(std::string_view name) {
    next();
    quick_write_text(out_, name);
    out_ += ':';
  }

private:
  std::string& out_;
  bool is_first_ = true;
};

template <class T>
void quick_write_members(std::string& out, const T& it) {
  [[maybe_unused]] static const auto blank = T{};
  auto all = quick_list{out, '{'};
  boost::mp11::mp_for_each<members<T>>([&](auto member) {
    const auto& value = it.*member.pointer;
    if (is_empty(value) && is_empty(blank.*member.pointer))
      return;
    all.next(member.name);
    quick_write(out, value);
  });
  out += '}';
}

template <class T>
void quick_write_map(std::string& out, const T& it) {
  auto all = quick_list{out, '{'};
  for (const auto& [key, element] : it) {
    all.next(key_text(key));
    quick_write(out, element);
  }
  out += '}';
}

template <class T>
void quick_write_book(std::string& out, const T& it) {
  auto all = quick_list{out, '{'};
  for (const auto& one : it) {
    all.next(key_text(one.id));
    quick_write(out, *one.it);
  }
  out += '}';
}

} // namespace detail

template <class T>
void quick_write(std::string& out, const T& it) {
  using namespace detail;
  if constexpr (std::is_same_v<T, bool>)
    out += it ? "true" : "false";
  else if constexpr (std::is_integral_v<T>)
    quick_write_number(out, it);
  else if constexpr (std::is_same_v<T, visit_id>)
    quick_write_number(out, it.number);
  else if constexpr (std::is_same_v<T, std::string>)
    quick_write_text(out, it);
  else if constexpr (is_a<T, id>)
    quick_write_text(out, it.text);
  else if constexpr (std::is_same_v<T, business_day>)
    quick_write_text(out, text_of(it));
  else if constexpr (std::is_same_v<T, instant>)
    quick_write_number(out, it.time_since_epoch().count());
  else if constexpr (std::is_enum_v<T>)
    quick_write_text(out, boost::describe::enum_to_string(it, "?"));
  else if constexpr (is_a<T, std::vector>) {
    auto all = quick_list{out, '['};
    for (const auto& element : it) {
      all.next();
      quick_write(out, element);
    }
    out += ']';
  } else if constexpr (is_a<T, std::map>)
    quick_write_map(out, it);
  else if constexpr (is_a<T, std::unordered_map>) // Sorted, as there.
    quick_write_map(out, std::map{it.begin(), it.end()});
  else if constexpr (is_a<T, boxed>) {
    if (it)
      quick_write(out, *it);
    else
      out += "null";
  } else if constexpr (book<T>)
    quick_write_book(out, it);
  else if constexpr (is_described<T>)
    quick_write_members(out, it);
  else // Rare things are not worth the speed.
    out += boost::json::serialize(write(it));
}

} // namespace suivant::json
