#include "actors/booking/inspection.hpp"

#include <algorithm>

namespace suivant::booking {
namespace {

constexpr auto longest_id = std::size_t{32};

} // namespace

// Written as bytes, so that no machine's locale has a say.
bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id
         && std::ranges::all_of(text, [](char it) {
              return (it >= 'a' && it <= 'z') || (it >= '0' && it <= '9')
                     || it == '-';
            });
}

bool is_named(const std::map<std::string, std::string>& name) {
  return !name.empty() && std::ranges::none_of(name, [](const auto& each) {
    return each.first.empty() || each.second.empty();
  });
}

} // namespace suivant::booking
