#include "actors/outbox/text_template.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

namespace suivant::office {
namespace {

// -- reading ------------------------------------------------------------------

struct piece {
  enum { words, variable, opens, closes, broken } is = words;
  std::string_view text; // Of words and variables.
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' '))
    text.remove_prefix(1);
  while (text.ends_with(' '))
    text.remove_suffix(1);
  return text;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char it) {
    return (it >= 'a' && it <= 'z') || it == '_';
  });
}

piece next_piece(std::string_view& rest) {
  const auto take = [&](std::size_t length) {
    const auto part = rest.substr(0, length);
    rest.remove_prefix(part.size());
    return part;
  };
  if (rest.starts_with("{{")) {
    const auto end = rest.find("}}");
    if (end == rest.npos)
      return {piece::broken, take(2)};
    const auto name = trimmed(take(end + 2).substr(2, end - 2));
    return {is_name(name) ? piece::variable : piece::broken, name};
  }
  if (rest.starts_with("}}"))
    return {piece::broken, take(2)};
  if (rest.starts_with('['))
    return {piece::opens, take(1)};
  if (rest.starts_with(']'))
    return {piece::closes, take(1)};
  // A brace by itself is a letter like any other.
  auto end = std::size_t{1};
  while (end < rest.size() && !rest.substr(end).starts_with("{{")
         && !rest.substr(end).starts_with("}}") && rest[end] != '['
         && rest[end] != ']')
    ++end;
  return {piece::words, take(end)};
}

// -- what there is ------------------------------------------------------------

using enum occasion;
using occasions = std::initializer_list<occasion>;

bool is_one_of(occasion about, occasions some) {
  return std::ranges::find(some, about) != some.end();
}

bool is_of_appointment(occasion about) {
  return is_one_of(about, {booked, moved, cancelled, reminder, called_off,
                           priority_offer, earlier_offer});
}

bool is_of_line(occasion about) {
  return is_one_of(about, {ticket, nth, turn, missed});
}

// What can be called off by whoever reads it.
bool can_be_cancelled(occasion about) {
  return is_one_of(about,
                   {booked, moved, reminder, priority_offer, earlier_offer})
         || is_of_line(about);
}

constexpr auto everywhere = std::array<std::string_view, 9>{
    "name",    "office",  "site", "address", "phone",
    "service", "persons", "link", "cancel"};

// One of these must be there.
using choice_of_names = std::vector<std::string_view>;

std::vector<choice_of_names> needed(occasion about, text_part part) {
  if (part == text_part::subject)
    return {};
  auto all
      = std::vector<choice_of_names>{{"office", "site", "address"}, {"phone"}};
  const auto by_text = part == text_part::sms;
  if (can_be_cancelled(about))
    all.push_back(by_text ? choice_of_names{"link", "cancel", "web"}
                          : choice_of_names{"link"});
  if (about == code)
    all.push_back({"code"});
  if (is_of_appointment(about))
    all.push_back({"date", "start"});
  if (is_of_appointment(about) && about != cancelled && about != called_off)
    all.push_back({"time", "start"});
  if (is_of_line(about))
    all.push_back({"number"});
  if (about == turn)
    all.push_back({"counter"});
  if (about == priority_offer || about == earlier_offer)
    all.push_back({"until"});
  if (about == survey)
    all.push_back({"survey_link"});
  return all;
}

} // namespace

std::string filled(std::string_view text, const template_values& values) {
  auto out = std::string{};
  auto group = std::optional<std::string>{}; // What it says so far.
  auto is_left_out = false;
  while (!text.empty()) {
    const auto it = next_piece(text);
    auto& into = group ? *group : out;
    if (it.is == piece::words) {
      into += it.text;
    } else if (it.is == piece::variable) {
      const auto found = values.find(it.text);
      const auto says = found != values.end() && !found->second.empty();
      if (says)
        into += found->second;
      is_left_out = is_left_out || (group && !says);
    } else if (it.is == piece::opens) {
      group.emplace(group.value_or(""));
    } else if (it.is == piece::closes && group) {
      if (!is_left_out)
        out += *group;
      group.reset();
      is_left_out = false;
    }
  }
  return group && !is_left_out ? out + *group : out;
}

std::vector<template_problem> problems_in(std::string_view text, occasion about,
                                          text_part part) {
  auto found = std::vector<template_problem>{};
  const auto allowed = variables_of(about);
  auto used = std::vector<std::string_view>{};
  auto is_inside = false;
  auto is_broken = false;
  while (!text.empty()) {
    const auto it = next_piece(text);
    if (it.is == piece::variable && std::ranges::count(allowed, it.text) == 0)
      found.push_back({"is_unknown", std::string{it.text}});
    // What a group may leave out is there all the same when it matters.
    if (it.is == piece::variable)
      used.push_back(it.text);
    is_broken = is_broken || it.is == piece::broken
                || (it.is == piece::opens && is_inside)
                || (it.is == piece::closes && !is_inside);
    if (it.is == piece::opens || it.is == piece::closes)
      is_inside = it.is == piece::opens;
  }
  if (is_broken || is_inside)
    found.push_back({"is_malformed", {}});
  for (const auto& names : needed(about, part))
    if (std::ranges::none_of(names, [&](std::string_view it) {
          return std::ranges::count(used, it) > 0;
        }))
      found.push_back({"is_missing", std::string{names.front()}});
  return found;
}

std::vector<std::string_view> variables_of(occasion about) {
  auto all
      = std::vector<std::string_view>(everywhere.begin(), everywhere.end());
  const auto add = [&](std::initializer_list<std::string_view> names) {
    all.insert(all.end(), names);
  };
  if (is_of_appointment(about))
    add({"start", "date", "time", "place_type"});
  if (is_one_of(about, {booked, moved, reminder, ticket}))
    add({"bring", "instructions"});
  if (is_of_line(about) || about == survey)
    add({"number", "counter", "web"});
  if (about == ticket || about == nth)
    add({"places"});
  if (is_one_of(about, {cancelled, called_off, moved}))
    add({"reason"});
  if (about == called_off || about == priority_offer)
    add({"voucher"});
  if (about == priority_offer || about == earlier_offer)
    add({"until"});
  if (about == code)
    add({"code"});
  if (about == survey)
    add({"survey_link"});
  return all;
}

} // namespace suivant::office
