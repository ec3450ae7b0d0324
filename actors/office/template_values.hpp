// The parameters of a template: which values fit an office, and what people
// write, as a set-up has it.

#pragma once

#include "actors/office/setup_template.hpp"

namespace suivant::office {

/// The default, or what is nearest to it and still free in the office.
json::value fitting_value(const template_parameter& it, const setup& office,
                          calendar_day today);

struct value_read {
  json::value value = nullptr;
  std::string problem; // Empty, or as in `setup_problem`.
};
/// `all` are the parameters as they were given, for a site that is new.
value_read read_value(const template_parameter& it, const json::value& given,
                      const setup& office, const json::object& all);

} // namespace suivant::office
