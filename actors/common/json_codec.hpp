// Described structs to JSON and back, so that each stored or sent form is one
// list of members. A member that is empty, and empty by default, is left out.

#pragma once

#include "actors/common/boxed.hpp"
#include "actors/common/instant.hpp"
#include "actors/common/json_keys.hpp"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>

#include <limits>
#include <map>
#include <optional>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace suivant::json {

using value = boost::json::value;
using object = boost::json::object;

/// What to do with members nobody knows: stored facts may come from a later
/// version and are read past; a request with one is a mistake worth telling.
enum class unknown { skip, refuse };

/// "2026-11-23".
std::string text_of(business_day day);
/// Throws `unreadable`.
business_day day_from(std::string_view text);

namespace detail {

template <class T>
constexpr bool is_described
    = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template <class T>
using members
    = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T, template <class...> class Template>
constexpr bool is_a = false;
template <template <class...> class Template, class... Args>
constexpr bool is_a<Template<Args...>, Template> = true;

/// Things that carry their own id, in the order of their ids.
template <class T>
concept book = requires(T& it) {
  it.begin()->id;
  it.add(*it.begin()->it);
};

template <class T>
bool is_empty(const T& it) {
  if constexpr (requires { it.empty(); })
    return it.empty();
  else
    return it == T{};
}

} // namespace detail

// -- writing ------------------------------------------------------------------

template <class T>
value write(const T& it);

namespace detail {

template <class T>
object write_members(const T& it) {
  auto out = object{};
  static const auto blank = T{};
  boost::mp11::mp_for_each<members<T>>([&](auto member) {
    const auto& value = it.*member.pointer;
    if constexpr (requires { value == value; }) {
      if (is_empty(value) && is_empty(blank.*member.pointer))
        return;
    }
    out.emplace(member.name, write(value));
  });
  return out;
}

} // namespace detail

template <class T>
value write(const T& it) {
  if constexpr (std::is_same_v<T, value> || std::is_same_v<T, object>)
    return it;
  else if constexpr (std::is_same_v<T, visit_id>)
    return it.number;
  else if constexpr (detail::is_a<T, id>)
    return boost::json::string{it.text};
  else if constexpr (std::is_same_v<T, business_day>)
    return boost::json::string{text_of(it)};
  else if constexpr (std::is_same_v<T, instant>)
    return it.time_since_epoch().count();
  else if constexpr (std::is_same_v<T, std::chrono::minutes>)
    return it.count();
  else if constexpr (std::is_enum_v<T>)
    return boost::json::string{boost::describe::enum_to_string(it, "?")};
  else if constexpr (detail::is_a<T, std::optional> || detail::is_a<T, boxed>)
    return it ? write(*it) : value{};
  else if constexpr (detail::book<T>) {
    auto out = object{};
    for (const auto& one : it)
      out.emplace(detail::key_text(one.id), write(*one.it));
    return out;
  } else if constexpr (detail::is_a<T, std::vector>) {
    auto out = boost::json::array{};
    out.reserve(it.size());
    for (const auto& element : it)
      out.push_back(write(element));
    return out;
  } else if constexpr (detail::is_a<T, std::map>) {
    auto out = object{};
    for (const auto& [key, element] : it)
      out.emplace(detail::key_text(key), write(element));
    return out;
  } else if constexpr (detail::is_a<T, std::unordered_map>) {
    // Sorted, so that equal maps are always written as equal texts.
    using sorted = std::map<typename T::key_type, typename T::mapped_type>;
    return write(sorted{it.begin(), it.end()});
  } else if constexpr (detail::is_described<T>)
    return detail::write_members(it);
  else
    return value(it);
}

// -- reading ------------------------------------------------------------------

/// Throws `unreadable`; `where` names the member in what it says.
template <class T>
void read(const value& from, T& into, unknown others = unknown::skip,
          std::string_view where = {});

namespace detail {

template <class T>
void read_members(const object& from, T& into, unknown others,
                  std::string_view where) {
  auto known = std::size_t{0};
  boost::mp11::mp_for_each<members<T>>([&](auto member) {
    if (const auto* found = from.if_contains(member.name)) {
      ++known;
      read(*found, into.*member.pointer, others, member.name);
    }
  });
  if (others == unknown::skip || known == from.size())
    return;
  for (const auto& [name, ignored] : from) {
    auto found = false;
    boost::mp11::mp_for_each<members<T>>(
        [&](auto member) { found = found || name == member.name; });
    if (!found)
      refuse(where, "\"" + std::string{name} + "\" is not known here");
  }
}

template <class T>
void read_whole_number(const value& from, T& into, std::string_view where) {
  auto error = boost::system::error_code{};
  const auto number = from.is_bool() ? T{} : from.to_number<T>(error);
  if (error || !(from.is_int64() || from.is_uint64()))
    refuse(where, "a whole number in range is needed");
  into = number;
}

inline const boost::json::string& text_in(const value& from,
                                          std::string_view where) {
  if (!from.is_string())
    refuse(where, "a text is needed");
  return from.get_string();
}

} // namespace detail

template <class T>
void read(const value& from, T& into, unknown others, std::string_view where) {
  using namespace detail;
  if constexpr (std::is_same_v<T, value>)
    into = from;
  else if constexpr (std::is_same_v<T, bool>) {
    if (!from.is_bool())
      refuse(where, "true or false is needed");
    into = from.get_bool();
  } else if constexpr (std::is_same_v<T, visit_id>)
    read_whole_number(from, into.number, where);
  else if constexpr (std::is_integral_v<T>)
    read_whole_number(from, into, where);
  else if constexpr (std::is_same_v<T, std::string>)
    into = text_in(from, where);
  else if constexpr (is_a<T, id>)
    into.text = text_in(from, where);
  else if constexpr (std::is_same_v<T, business_day>)
    into = day_from(text_in(from, where));
  else if constexpr (std::is_same_v<T, instant>) {
    auto count = std::int64_t{};
    read_whole_number(from, count, where);
    into = instant{milliseconds{count}};
  } else if constexpr (std::is_same_v<T, std::chrono::minutes>) {
    auto count = int{};
    read_whole_number(from, count, where);
    into = T{count};
  } else if constexpr (std::is_enum_v<T>) {
    const auto& name = text_in(from, where);
    if (!boost::describe::enum_from_string(std::string{name}.c_str(), into))
      refuse(where, "\"" + std::string{name} + "\" is not one of its values");
  } else if constexpr (is_a<T, std::optional>) {
    if (from.is_null())
      into.reset();
    else
      read(from, into.emplace(), others, where);
  } else if constexpr (is_a<T, boxed>) {
    auto it = std::remove_cvref_t<decltype(*into)>{};
    if (!from.is_null())
      read(from, it, others, where);
    into = from.is_null() ? T{} : T{std::move(it)};
  } else if constexpr (book<T>) {
    auto all = std::map<std::remove_cvref_t<decltype(into.begin()->id)>,
                        std::remove_cvref_t<decltype(*into.begin()->it)>>{};
    read(from, all, others, where);
    into = {};
    for (auto& [id, one] : all)
      into.add(std::move(one));
  } else if constexpr (is_a<T, std::vector>) {
    if (!from.is_array())
      refuse(where, "a list is needed");
    into.clear();
    into.reserve(from.get_array().size());
    for (const auto& element : from.get_array())
      read(element, into.emplace_back(), others, where);
  } else if constexpr (is_a<T, std::map> || is_a<T, std::unordered_map>) {
    if (!from.is_object())
      refuse(where, "an object is needed");
    into.clear();
    for (const auto& [name, element] : from.get_object()) {
      auto key = typename T::key_type{};
      read_key(name, key);
      read(element, into[key], others, where);
    }
  } else {
    static_assert(is_described<T>, "describe the members of this type");
    if (!from.is_object())
      refuse(where, "an object is needed");
    read_members(from.get_object(), into, others, where);
  }
}

/// Reads a whole text. Throws `unreadable` on anything but one JSON value.
value parse(std::string_view text);

} // namespace suivant::json
