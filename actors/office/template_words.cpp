#include "actors/office/template_words.hpp"

namespace suivant::office {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

const value& known(const object& variables, std::string_view name) {
  const auto* found = variables.if_contains(name);
  if (found == nullptr)
    throw json::unreadable{"a template asks for \"" + std::string{name}
                           + "\", which is no parameter"};
  return *found;
}

std::string text_of(const value& it) {
  return it.is_string() ? std::string{it.get_string()}
                        : boost::json::serialize(it);
}

value in_text(std::string_view text, const object& variables) {
  auto out = std::string{};
  for (;;) {
    const auto begin = text.find("${");
    const auto end = text.find('}', begin);
    if (begin == text.npos || end == text.npos)
      return value(out + std::string{text});
    const auto& named
        = known(variables, text.substr(begin + 2, end - begin - 2));
    if (begin == 0 && end + 1 == text.size() && out.empty())
      return named;
    out += text.substr(0, begin);
    out += text_of(named);
    text.remove_prefix(end + 1);
  }
}

bool is_repeated(const value& it) {
  const auto* members = it.if_object();
  return members != nullptr && members->contains("each")
         && members->contains("make");
}

void add_repeated(array& out, const object& it, object variables) {
  const auto each = with_words(it.at("each"), variables);
  const auto* items = each.if_array();
  const auto count
      = items != nullptr ? items->size() : each.to_number<std::size_t>();
  for (auto i = std::size_t{0}; i < count; ++i) {
    variables["number"] = i + 1;
    if (items != nullptr)
      variables["item"] = (*items)[i];
    out.push_back(with_words(it.at("make"), variables));
  }
}

array in_list(const array& list, const object& variables) {
  auto out = array{};
  for (const auto& each : list)
    if (is_repeated(each))
      add_repeated(out, each.get_object(), variables);
    else
      out.push_back(with_words(each, variables));
  return out;
}

} // namespace

value with_words(const value& it, const object& variables) {
  if (const auto* text = it.if_string())
    return in_text(*text, variables);
  if (const auto* list = it.if_array())
    return in_list(*list, variables);
  if (const auto* members = it.if_object()) {
    auto out = object{};
    for (const auto& [name, member] : *members)
      out[name] = with_words(member, variables);
    return out;
  }
  return it;
}

} // namespace suivant::office
