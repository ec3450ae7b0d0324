// Holds what the server says against its own descriptions, openapi.json and
// asyncapi.json. What does not fit is collected here, from any thread, until
// the test that runs looks.

#pragma once

#include "tests/support/json_schema.hpp"

#include <optional>
#include <vector>

namespace suivant::tests {

const schemas& descriptions();

/// One request with its answer, as they went over the wire.
struct exchanged {
  std::string method;
  std::string path; // Without query.
  std::optional<std::string> sent;
  int status = 0;
  std::string type; // Of the answer's content.
  std::string heard;
};
void look_at(const exchanged& it);

void look_at_frame(const boost::json::value& frame);
void look_at_word(const boost::json::value& said);

/// The path of openapi.json that describes this one; empty when none does.
std::string described_path(std::string_view path);

/// Those found since the last call.
std::vector<std::string> take_problems();

/// Ends a test by saying what did not fit its description.
struct as_described {
  ~as_described();
};

} // namespace suivant::tests
