#include "cli/setup_diff.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace suivant::cli {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::serialize;
using boost::json::value;

bool is_list_of_named(const value& it) {
  const auto is_named = [](const value& each) {
    const auto* members = each.if_object();
    const auto* id = members == nullptr ? nullptr : members->if_contains("id");
    return id != nullptr && id->is_string();
  };
  const auto* list = it.if_array();
  return list != nullptr && std::ranges::all_of(*list, is_named);
}

// By id instead of by place, so that one more member changes no other.
object by_id(const array& list) {
  auto named = object{};
  for (const auto& each : list)
    named[each.at("id").get_string()] = each;
  return named;
}

std::vector<std::string> ids_in_both(const array& list, const object& other) {
  auto ids = std::vector<std::string>{};
  for (const auto& each : list)
    if (other.contains(each.at("id").get_string()))
      ids.emplace_back(each.at("id").get_string());
  return ids;
}

class comparison {
public:
  void compare(const std::string& where, const value& before,
               const value& after) {
    if (before == after)
      return;
    if (before.is_object() && after.is_object())
      compare_members(where, before.get_object(), after.get_object());
    else if (is_list_of_named(before) && is_list_of_named(after))
      compare_lists(where, before.get_array(), after.get_array());
    else
      found.push_back(where + ": " + serialize(before) + " becomes "
                      + serialize(after));
  }

  std::vector<std::string> found;

private:
  void compare_members(const std::string& where, const object& before,
                       const object& after) {
    const auto under = where.empty() ? std::string{} : where + '.';
    for (const auto& [name, was] : before)
      if (!after.contains(name))
        found.push_back(under + std::string{name} + ": removed, was "
                        + serialize(was));
    for (const auto& [name, is] : after) {
      const auto path = under + std::string{name};
      if (const auto* was = before.if_contains(name))
        compare(path, *was, is);
      else
        found.push_back(path + ": added " + serialize(is));
    }
  }

  void compare_lists(const std::string& where, const array& before,
                     const array& after) {
    const auto was = by_id(before);
    const auto is = by_id(after);
    compare_members(where, was, is);
    if (ids_in_both(before, is) != ids_in_both(after, was))
      found.push_back(where + ": in another order");
  }
};

} // namespace

std::vector<std::string> differences(const value& before, const value& after) {
  auto compared = comparison{};
  compared.compare("", before, after);
  return std::move(compared.found);
}

} // namespace suivant::cli
