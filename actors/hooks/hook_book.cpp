#include "actors/hooks/hook_book.hpp"

namespace suivant::hooks {

std::shared_ptr<const hook> hook_book::find(const office_id& office,
                                            const std::string& name) const {
  const auto lock = std::lock_guard{guard_};
  const auto found = hooks_.find({office, name});
  return found == hooks_.end() ? nullptr : found->second;
}

std::vector<hook> hook_book::of(const office_id& office) const {
  auto found = all();
  std::erase_if(found, [&](const hook& it) { return it.office != office; });
  return found;
}

std::vector<hook> hook_book::all() const {
  const auto lock = std::lock_guard{guard_};
  auto found = std::vector<hook>{};
  for (const auto& [key, it] : hooks_)
    found.push_back(*it);
  return found;
}

bool hook_book::has_any(const office_id& office) const {
  const auto lock = std::lock_guard{guard_};
  const auto first = hooks_.lower_bound({office, {}});
  return first != hooks_.end() && first->first.first == office;
}

void hook_book::put(hook it) {
  const auto lock = std::lock_guard{guard_};
  auto place = key{it.office, it.name};
  hooks_.insert_or_assign(std::move(place),
                          std::make_shared<const hook>(std::move(it)));
}

void hook_book::forget(const office_id& office, const std::string& name) {
  const auto lock = std::lock_guard{guard_};
  hooks_.erase({office, name});
}

} // namespace suivant::hooks
