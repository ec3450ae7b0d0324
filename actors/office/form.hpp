// What the form of a service asks besides name and address, and what is wrong
// with what somebody answered. Pure; answers are personal, and never stored
// but sealed.

#pragma once

#include <map>
#include <string>
#include <vector>

namespace suivant::office {

/// The same words by language tag: {"fr", "Passeports"}, {"en", "Passports"}.
using words = std::map<std::string, std::string>;

enum class field_kind {
  text,
  long_text,
  number, // A whole one.
  date,   // "2026-11-23"
  choice, // The id of one of the options.
  tick,   // "yes", or nothing.
};

struct option_setup {
  std::string id; // Unique in its field; see is_id.
  words name;

  bool operator==(const option_setup&) const = default;
};

struct field_setup {
  std::string id; // Unique in its form; see is_id.
  words label;
  words hint; // May be empty.
  field_kind kind = field_kind::text;
  bool required = false; // Of a tick: it must be set.
  int least = 0;         // Of a number.
  int most = 0; // Of a number; of a text, in bytes; 0: 200, or 2000 of a long
                // one, and for a number no limit.
  std::vector<option_setup> options; // Of a choice, and at least one.

  bool operator==(const field_setup&) const = default;
};

/// By the id of the field.
using form_answers = std::map<std::string, std::string>;

struct answer_problem {
  std::string field;
  std::string what; // "is_missing", "is_unknown", "is_too_long",
                    // "is_malformed" or "is_out_of_range".

  bool operator==(const answer_problem&) const = default;
};

/// All that is wrong, in the order of the form and then by id. An answer of
/// nothing but blanks is none.
std::vector<answer_problem> problems_in(const std::vector<field_setup>& form,
                                        const form_answers& given);

} // namespace suivant::office
