// A kind of slot that offices can set up within minutes: a part of a set-up
// with a few parameters. Pure; the templates themselves are data.

#pragma once

#include "actors/common/json_codec.hpp"
#include "actors/office/setup_merge.hpp"

namespace suivant::office {

enum class parameter_kind {
  id,       // Of something new: "masks".
  prefix,   // Of a queue: "M".
  text,     // {"fr": …, "en": …}, or one text for all languages.
  number,   // From `least` to `most`.
  day,      // "2026-11-30"; by default so many days after the next Monday.
  weekdays, // ["monday", …]
  hours,    // ["09:00-12:00", "14:00-17:00"]
  site,     // Of the office; or new, and named by "<parameter>_name".
  names,    // Of people: ["Dr Martin", …], one at least.
};

struct template_parameter {
  std::string id;
  parameter_kind kind = parameter_kind::number;
  json::value value = nullptr; // By default; empty words need not be given.
  int least = 0;
  int most = 0;
};

/// In `setup`, "${id}" stands for a parameter: alone for its value, within a
/// text for its text, "${id.fr}" for its words in one language. A member of a
/// list {"each": …, "make": …} is made once for each name, or so many times;
/// within it "${item}" is the name and "${number}" counts from 1.
struct setup_template {
  std::string id;
  words name;
  words about;
  std::vector<template_parameter> parameters;
  json::value setup = nullptr;
};

/// Throws `json::unreadable`.
setup_template template_from_json(const json::value& from);

/// {"id","name","about","parameters":[{"id","kind","value","least","most"}]}:
/// each value is one that fits the office as it is.
json::object form_for(const setup_template& it, const setup& office,
                      calendar_day today);

/// The office with what the template makes of `given`, and of the form where
/// that says nothing. Problems of parameters stand under "parameters.".
merging filled_in(const setup_template& it, const setup& office,
                  calendar_day today, const json::object& given,
                  clash otherwise);

} // namespace suivant::office
