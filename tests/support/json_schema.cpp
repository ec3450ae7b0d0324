// One function per keyword of JSON Schema 2020-12 that is in use.

#include "tests/support/json_schema.hpp"

#include <algorithm>
#include <functional>
#include <regex>

namespace suivant::tests {
namespace {

using boost::json::value;

bool is_of_type(const value& it, std::string_view type) {
  if (type == "object")
    return it.is_object();
  if (type == "array")
    return it.is_array();
  if (type == "string")
    return it.is_string();
  if (type == "integer")
    return it.is_int64() || it.is_uint64();
  if (type == "number")
    return it.is_number();
  if (type == "boolean")
    return it.is_bool();
  return type == "null" && it.is_null();
}

class inspection {
public:
  inspection(const schemas& book, const value& it, std::string where,
             std::string document)
      : book_{book}, it_{it}, where_{std::move(where)},
        document_{std::move(document)} {}

  std::string look_at(const value& schema) {
    if (!schema.is_object())
      return where_ + ": the schema is no object";
    all_ = &schema.get_object();
    for (const auto& [keyword, wanted] : *all_) {
      const auto known = keywords().find(keyword);
      if (known == keywords().end())
        return where_ + ": unknown keyword " + std::string{keyword};
      if (auto problem = (this->*known->second)(wanted); !problem.empty())
        return problem;
    }
    return {};
  }

private:
  using check = std::string (inspection::*)(const value&);

  static const std::map<std::string, check, std::less<>>& keywords() {
    static const auto all = std::map<std::string, check, std::less<>>{
        {"$ref", &inspection::ref},
        {"type", &inspection::type},
        {"enum", &inspection::one_of_values},
        {"const", &inspection::same},
        {"oneOf", &inspection::one_of},
        {"properties", &inspection::properties},
        {"required", &inspection::required},
        {"additionalProperties", &inspection::additional},
        {"items", &inspection::items},
        {"minItems", &inspection::least_items},
        {"maxItems", &inspection::most_items},
        {"minimum", &inspection::minimum},
        {"maximum", &inspection::maximum},
        {"minLength", &inspection::least_length},
        {"maxLength", &inspection::most_length},
        {"pattern", &inspection::pattern},
        {"description", &inspection::nothing},
        {"default", &inspection::nothing},
    };
    return all;
  }

  std::string wrong(const std::string& why) const {
    return where_ + ": " + why + ", not " + boost::json::serialize(it_);
  }

  std::string inside(const value& part, const std::string& name,
                     const value& schema) const {
    return inspection{book_, part, where_ + '/' + name, document_}.look_at(
        schema);
  }

  // -- for values of any kind -------------------------------------------------

  std::string nothing(const value&) {
    return {};
  }

  std::string ref(const value& wanted) {
    const auto found = book_.follow(wanted.as_string(), document_);
    if (found.it == nullptr)
      return where_ + ": nothing at " + boost::json::serialize(wanted);
    return inspection{book_, it_, where_, found.document}.look_at(*found.it);
  }

  std::string type(const value& wanted) {
    if (wanted.is_string())
      return is_of_type(it_, wanted.as_string())
                 ? std::string{}
                 : wrong("is to be " + boost::json::serialize(wanted));
    for (const auto& one : wanted.as_array())
      if (is_of_type(it_, one.as_string()))
        return {};
    return wrong("is to be one of " + boost::json::serialize(wanted));
  }

  std::string one_of_values(const value& wanted) {
    if (std::ranges::find(wanted.as_array(), it_) != wanted.as_array().end())
      return {};
    return wrong("is to be one of " + boost::json::serialize(wanted));
  }

  std::string same(const value& wanted) {
    return it_ == wanted ? std::string{}
                         : wrong("is to be " + boost::json::serialize(wanted));
  }

  std::string one_of(const value& wanted) {
    auto why = std::string{};
    for (const auto& one : wanted.as_array()) {
      auto problem = inspection{book_, it_, where_, document_}.look_at(one);
      if (problem.empty())
        return {};
      why += (why.empty() ? "" : "; ") + problem;
    }
    return why;
  }

  // -- for objects ------------------------------------------------------------

  std::string properties(const value& wanted) {
    if (!it_.is_object())
      return {};
    for (const auto& [name, schema] : wanted.as_object())
      if (const auto* found = it_.get_object().if_contains(name))
        if (auto problem = inside(*found, name, schema); !problem.empty())
          return problem;
    return {};
  }

  std::string required(const value& wanted) {
    if (!it_.is_object())
      return {};
    for (const auto& name : wanted.as_array())
      if (!it_.get_object().contains(name.as_string()))
        return wrong(std::string{name.as_string()} + " is needed");
    return {};
  }

  std::string additional(const value& wanted) {
    if (!it_.is_object())
      return {};
    const auto* named = all_->if_contains("properties");
    for (const auto& [name, part] : it_.get_object()) {
      if (named != nullptr && named->as_object().contains(name))
        continue;
      if (wanted.is_bool() && !wanted.get_bool())
        return wrong("has the undescribed member " + std::string{name});
      if (wanted.is_object())
        if (auto problem = inside(part, name, wanted); !problem.empty())
          return problem;
    }
    return {};
  }

  // -- for lists --------------------------------------------------------------

  std::string items(const value& wanted) {
    if (!it_.is_array())
      return {};
    auto index = 0;
    for (const auto& part : it_.get_array())
      if (auto problem = inside(part, std::to_string(index++), wanted);
          !problem.empty())
        return problem;
    return {};
  }

  std::string least_items(const value& wanted) {
    return !it_.is_array() || it_.get_array().size() >= number(wanted)
               ? std::string{}
               : wrong("has too few items");
  }

  std::string most_items(const value& wanted) {
    return !it_.is_array() || it_.get_array().size() <= number(wanted)
               ? std::string{}
               : wrong("has too many items");
  }

  // -- for numbers and texts --------------------------------------------------

  static std::size_t number(const value& from) {
    return from.to_number<std::size_t>();
  }

  bool is_number() const {
    return it_.is_int64() || it_.is_uint64();
  }

  std::string minimum(const value& wanted) {
    return !is_number()
                   || it_.to_number<std::int64_t>()
                          >= wanted.to_number<std::int64_t>()
               ? std::string{}
               : wrong("is too small");
  }

  std::string maximum(const value& wanted) {
    return !is_number()
                   || it_.to_number<std::int64_t>()
                          <= wanted.to_number<std::int64_t>()
               ? std::string{}
               : wrong("is too large");
  }

  std::string least_length(const value& wanted) {
    return !it_.is_string() || it_.get_string().size() >= number(wanted)
               ? std::string{}
               : wrong("is too short");
  }

  std::string most_length(const value& wanted) {
    return !it_.is_string() || it_.get_string().size() <= number(wanted)
               ? std::string{}
               : wrong("is too long");
  }

  std::string pattern(const value& wanted) {
    if (!it_.is_string())
      return {};
    const auto form = std::regex{wanted.as_string().c_str()};
    return std::regex_search(it_.get_string().c_str(), form)
               ? std::string{}
               : wrong("is to look like " + boost::json::serialize(wanted));
  }

  const schemas& book_;
  const value& it_;
  std::string where_;
  std::string document_;
  const boost::json::object* all_ = nullptr;
};

} // namespace

schemas::schemas(std::map<std::string, value> documents)
    : documents_{std::move(documents)} {}

std::string schemas::problem_in(const value& it, const value& schema,
                                const std::string& document) const {
  return inspection{*this, it, "", document}.look_at(schema);
}

schemas::place schemas::follow(std::string_view ref,
                               const std::string& document) const {
  const auto mark = ref.find('#');
  auto in = mark == 0 ? document : std::string{ref.substr(0, mark)};
  const auto known = documents_.find(in);
  if (mark == std::string_view::npos || known == documents_.end())
    return {};
  auto failed = boost::system::error_code{};
  const auto* found = known->second.find_pointer(ref.substr(mark + 1), failed);
  return {found, std::move(in)};
}

const value& schemas::document(const std::string& name) const {
  return documents_.at(name);
}

} // namespace suivant::tests
