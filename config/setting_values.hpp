// How one value of a settings file is read, for the files that know their
// names.

#pragma once

#include "config/settings.hpp"

#define TOML_HEADER_ONLY 0
#define TOML_SHARED_LIB 1
#include <toml++/toml.h>

#include <functional>
#include <map>

namespace suivant::config {

/// Thrown while settings are read only; becomes a `problem`.
struct wrong {
  std::string why;
};

using setter = std::function<void(const toml::node&, settings&)>;
using setters = std::map<std::string, setter, std::less<>>;

template <class T>
T whole_number(const toml::node& node, std::int64_t low, std::int64_t high) {
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < low || *value > high)
    throw wrong{"a whole number from " + std::to_string(low) + " to "
                + std::to_string(high) + " is needed"};
  return static_cast<T>(*value);
}

inline std::string text(const toml::node& node) {
  const auto value = node.value_exact<std::string>();
  if (!value)
    throw wrong{"a text in quotes is needed"};
  return *value;
}

inline std::vector<std::string> texts(const toml::node& node) {
  const auto* list = node.as_array();
  if (list == nullptr)
    throw wrong{"a list of texts is needed"};
  auto all = std::vector<std::string>{};
  for (const auto& it : *list)
    all.push_back(text(it));
  return all;
}

/// One of some words, as what it means.
template <class T>
T choice(const toml::node& node,
         const std::vector<std::pair<std::string, T>>& known) {
  auto all = std::string{};
  for (const auto& [word, meaning] : known) {
    if (node.value_exact<std::string>() == word)
      return meaning;
    all += (all.empty() ? "\"" : ", \"") + word + '"';
  }
  throw wrong{"one of " + all + " is needed"};
}

} // namespace suivant::config
