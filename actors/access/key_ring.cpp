#include "actors/access/key_ring.hpp"

#include "actors/common/crypto.hpp"

#include <algorithm>
#include <mutex>

namespace suivant::access {

partner key_ring::who_has(std::string_view key) const {
  if (key.empty())
    return nullptr;
  const auto id = crypto::hash_of_token(key);
  const auto lock = std::shared_lock{guard_};
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

partner key_ring::find(const office_id& office, const std::string& name) const {
  const auto lock = std::shared_lock{guard_};
  const auto found = std::ranges::find_if(by_id_, [&](const auto& it) {
    return it.second->office == office && it.second->name == name;
  });
  return found == by_id_.end() ? nullptr : found->second;
}

std::vector<api_key> key_ring::of(const office_id& office) const {
  const auto lock = std::shared_lock{guard_};
  auto all = std::vector<api_key>{};
  for (const auto& [id, it] : by_id_)
    if (it->office == office)
      all.push_back(*it);
  std::ranges::sort(all, {}, &api_key::name);
  return all;
}

void key_ring::put(api_key it) {
  const auto lock = std::unique_lock{guard_};
  auto id = it.id;
  by_id_.insert_or_assign(std::move(id),
                          std::make_shared<const api_key>(std::move(it)));
}

void key_ring::forget(const std::string& id) {
  const auto lock = std::unique_lock{guard_};
  by_id_.erase(id);
}

bool key_ring::has(const std::string& id) const {
  const auto lock = std::shared_lock{guard_};
  return by_id_.contains(id);
}

} // namespace suivant::access
