// Checks JSON against schemas, as far as our interface descriptions go. A
// keyword it does not know is a problem, so that none is written in vain.

#pragma once

#include <boost/json.hpp>

#include <map>
#include <string>
#include <string_view>

namespace suivant::tests {

class schemas {
public:
  /// `documents` by the name under which they refer to each other.
  explicit schemas(std::map<std::string, boost::json::value> documents);

  /// Where `it` does not fit the schema, and why; empty when it fits.
  std::string problem_in(const boost::json::value& it,
                         const boost::json::value& schema,
                         const std::string& document) const;

  /// What a "$ref" in `document` leads to; null when to nothing.
  struct place {
    const boost::json::value* it = nullptr;
    std::string document;
  };
  place follow(std::string_view ref, const std::string& document) const;

  const boost::json::value& document(const std::string& name) const;

private:
  std::map<std::string, boost::json::value> documents_;
};

} // namespace suivant::tests
