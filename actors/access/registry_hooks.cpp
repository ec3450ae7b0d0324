// How the registry makes web hooks and ends them.

#include "actors/access/registry.hpp"
#include "actors/hooks/hook_json.hpp"
#include "actors/office/office_log.hpp"

#include <algorithm>

namespace suivant::access {
namespace {

constexpr auto most_hooks = std::size_t{20}; // Of one office.

bool is_sensible(const make_hook& asked) {
  return hooks::is_hook_name(asked.name) && !asked.url.empty()
         && std::ranges::all_of(asked.kinds, hooks::is_kind);
}

} // namespace

outcome<hook_made> registry::answer(const make_hook& asked) {
  if (!may(asked.by.roles, asked.office, right::manage_accounts))
    return refused{refusal::right_is_missing};
  if (!is_sensible(asked) || hooks_->of(asked.office).size() >= most_hooks)
    return refused{refusal::hook_is_invalid};
  if (!asked.partner.empty()
      && keys_->find(asked.office, asked.partner) == nullptr)
    return refused{refusal::key_unknown};
  if (hooks_->find(asked.office, asked.name) != nullptr)
    return refused{refusal::hook_exists};
  const auto end = log_->end_of(office::stream_of(asked.office));
  if (!end)
    return end.why();

  auto secret = hooks::new_secret();
  auto what = change{};
  what.hooks.push_back({.office = asked.office,
                        .name = asked.name,
                        .partner = asked.partner,
                        .url = asked.url,
                        .secret = secret,
                        .kinds = asked.kinds,
                        .after = end->number,
                        .by = asked.by.name,
                        .created = clock_()});
  what.records.push_back({.type = audited::hook_made,
                          .by = asked.by.name,
                          .office = asked.office,
                          .partner = asked.partner,
                          .hook = asked.name});
  if (auto failed = write(std::move(what)))
    return std::move(*failed);
  return hook_made{std::move(secret)};
}

outcome<accepted> registry::answer(const remove_hook& asked) {
  if (!may(asked.by.roles, asked.office, right::manage_accounts))
    return refused{refusal::right_is_missing};
  const auto known = hooks_->find(asked.office, asked.name);
  if (known == nullptr)
    return refused{refusal::hook_unknown};
  auto what = change{};
  what.ended.push_back(*known);
  what.records.push_back({.type = audited::hook_removed,
                          .by = asked.by.name,
                          .office = asked.office,
                          .hook = asked.name});
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const note_hook_tended& asked) {
  if (!may(asked.by.roles, asked.office, right::tend_hooks))
    return refused{refusal::right_is_missing};
  if (hooks_->find(asked.office, asked.name) == nullptr)
    return refused{refusal::hook_unknown};
  auto what = change{};
  what.records.push_back({.type = audited::hook_tended,
                          .by = asked.by.name,
                          .why = asked.what,
                          .office = asked.office,
                          .hook = asked.name});
  return accept(std::move(what));
}

} // namespace suivant::access
