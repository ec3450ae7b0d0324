#include "actors/access/lockouts.hpp"

#include "actors/common/crypto.hpp"

#include <algorithm>

namespace suivant::access {
namespace {

std::string key_of_all(const std::string& name) {
  return crypto::hash_of_token(name) + '/';
}

std::string key_of(const std::string& name, const origin& from) {
  return key_of_all(name) + (from.is_trusted ? "trusted/" : "other/")
         + from.text;
}

} // namespace

instant lockouts::locked_until(const std::string& name,
                               const origin& from) const {
  const auto here = find(key_of(name, from)).locked_until;
  return from.is_trusted ? here : std::max(here, locked_until(name));
}

instant lockouts::locked_until(const std::string& name) const {
  return find(key_of_all(name)).locked_until;
}

instant lockouts::note_failure(const std::string& name, const origin& from,
                               instant now) {
  make_room(now);
  const auto here = add_failure(key_of(name, from), limits_.failures, now);
  if (from.is_trusted)
    return here;
  return std::max(here, add_failure(key_of_all(name), limits_.of_all, now));
}

void lockouts::forgive(const std::string& name, const origin& from) {
  counted_.erase(key_of(name, from));
}

void lockouts::forget(const std::string& name) {
  const auto all = key_of_all(name);
  for (auto it = counted_.lower_bound(all);
       it != counted_.end() && it->first.starts_with(all);)
    it = counted_.erase(it);
}

attempts lockouts::find(const std::string& key) const {
  const auto found = counted_.find(key);
  return found == counted_.end() ? attempts{} : found->second;
}

instant lockouts::add_failure(const std::string& key, int most, instant now) {
  auto& it = counted_[key];
  it = after_failure(it, most, limits_, now);
  return it.locked_until;
}

// Only machines try so many names. What is oldest goes first, whoever's it is.
void lockouts::make_room(instant now) {
  if (counted_.size() < limits_.kept)
    return;
  std::erase_if(counted_, [&](const auto& it) {
    return is_forgotten(it.second, limits_, now);
  });
  while (counted_.size() >= limits_.kept)
    counted_.erase(std::ranges::min_element(
        counted_, {}, [](const auto& it) { return it.second.last; }));
}

} // namespace suivant::access
