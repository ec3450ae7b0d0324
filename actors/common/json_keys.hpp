// Keys of objects as texts, and back.

#pragma once

#include "actors/common/ids.hpp"

#include <boost/describe.hpp>

#include <charconv>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace suivant::json {

/// What is wrong with a text from outside, in words a caller can act on:
/// "persons: a whole number is needed".
struct unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

namespace detail {

[[noreturn]] inline void refuse(std::string_view where, std::string_view why) {
  throw unreadable{std::string{where.empty() ? "the body" : where} + ": "
                   + std::string{why}};
}

inline std::string key_text(const std::string& key) {
  return key;
}
template <class Kind>
std::string key_text(const id<Kind>& key) {
  return key.text;
}
inline std::string key_text(const visit_id& key) {
  return std::to_string(key.number);
}
template <class T>
  requires std::is_enum_v<T>
std::string key_text(T key) {
  return boost::describe::enum_to_string(key, "?");
}
inline void read_key(std::string_view text, std::string& key) {
  key = text;
}
template <class Kind>
void read_key(std::string_view text, id<Kind>& key) {
  key.text = text;
}
inline void read_key(std::string_view text, visit_id& key) {
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, key.number);
  if (read.ec != std::errc{} || read.ptr != end)
    refuse(text, "the number of a visit is needed");
}
template <class T>
  requires std::is_enum_v<T>
void read_key(std::string_view text, T& key) {
  if (!boost::describe::enum_from_string(std::string{text}.c_str(), key))
    refuse(text, "is not one of the names known here");
}

} // namespace detail

} // namespace suivant::json
