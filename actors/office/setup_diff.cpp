#include "actors/office/setup_diff.hpp"

#include <algorithm>

namespace suivant::office {
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
      found.push_back({where, change_kind::changed, before, after});
  }

  std::vector<setup_change> found;

private:
  void compare_members(const std::string& where, const object& before,
                       const object& after) {
    const auto under = where.empty() ? std::string{} : where + '.';
    for (const auto& [name, was] : before)
      if (!after.contains(name))
        found.push_back(
            {under + std::string{name}, change_kind::removed, was, nullptr});
    for (const auto& [name, is] : after) {
      const auto path = under + std::string{name};
      if (const auto* was = before.if_contains(name))
        compare(path, *was, is);
      else
        found.push_back({path, change_kind::added, nullptr, is});
    }
  }

  void compare_lists(const std::string& where, const array& before,
                     const array& after) {
    const auto was = by_id(before);
    const auto is = by_id(after);
    compare_members(where, was, is);
    if (ids_in_both(before, is) != ids_in_both(after, was))
      found.push_back({where, change_kind::reordered, nullptr, nullptr});
  }
};

} // namespace

std::vector<setup_change> changes_between(const value& before,
                                          const value& after) {
  auto compared = comparison{};
  compared.compare("", before, after);
  return std::move(compared.found);
}

std::string text_of(const setup_change& it) {
  switch (it.kind) {
  case change_kind::added:
    return it.where + ": added " + serialize(it.becomes);
  case change_kind::removed:
    return it.where + ": removed, was " + serialize(it.was);
  case change_kind::reordered:
    return it.where + ": in another order";
  case change_kind::changed:
    break;
  }
  return it.where + ": " + serialize(it.was) + " becomes "
         + serialize(it.becomes);
}

object to_json(const setup_change& it) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"added", "removed", "changed", "reordered"});
  return {{"where", it.where},
          {"kind", kinds.at(static_cast<std::size_t>(it.kind))},
          {"was", it.was},
          {"becomes", it.becomes}};
}

} // namespace suivant::office
