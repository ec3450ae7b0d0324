// Texts with variables: `{{date}}` stands for what it names, and `[ … ]` is
// left out when a variable in it says nothing. Pure.

#pragma once

#include "actors/outbox/message.hpp"

#include <map>
#include <string_view>

namespace suivant::office {

using template_values = std::map<std::string, std::string, std::less<>>;

/// What is not known says nothing. Values are taken as they are: braces and
/// brackets in them mean nothing. A group has no groups inside.
std::string filled(std::string_view text, const template_values& values);

/// Which of the texts of a message it is.
enum class text_part { sms, subject, mail };

struct template_problem {
  std::string what; // "is_unknown", "is_missing": `variable`; "is_malformed":
  std::string variable; // a brace or bracket that does not match.

  bool operator==(const template_problem&) const = default;
};

/// All that is wrong with words of an office's own. Each sms and mail says
/// where ("office", "site" or "address"), whom to ring up ("phone"), and, of
/// what can be called off, how: "link", or "cancel" in a text message. Of
/// several that would do, the first is said to be missing.
std::vector<template_problem> problems_in(std::string_view text, occasion about,
                                          text_part part);

/// What texts of that occasion may name, in order. `persons` says nothing of
/// one, `places` nothing of none, `place_type` nothing of a counter, `site`
/// nothing where nobody goes there; `cancel` is the word to answer with, if the
/// sender can be answered, and `web` the link if it cannot.
std::vector<std::string_view> variables_of(occasion about);

} // namespace suivant::office
