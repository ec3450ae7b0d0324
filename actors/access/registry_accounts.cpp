// How the registry makes and changes accounts.

#include "actors/access/registry.hpp"

#include <algorithm>

namespace suivant::access {

outcome<accepted> registry::answer(const create_account& asked) {
  const auto name = folded(asked.name);
  if (!are_roles_of_staff(asked.roles))
    return refused{refusal::roles_are_invalid};
  if (!may_manage(asked.by.roles, asked.roles))
    return refused{refusal::right_is_missing};
  if (!is_account_name(name))
    return refused{refusal::account_name_is_invalid};
  if (accounts_.contains(name))
    return refused{refusal::account_exists};
  if (is_too_weak(asked.password, name, limits_.passwords))
    return refused{refusal::password_too_weak};

  auto what = change{};
  what.accounts.push_back(
      {.name = name,
       .hash = crypto::hash_password(asked.password, limits_.cost),
       .language = asked.language,
       .roles = asked.roles,
       .created = clock_()});
  what.records.push_back({.type = audited::account_created,
                          .by = asked.by.name,
                          .account = name,
                          .roles = names_of(asked.roles)});
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const change_password& asked) {
  const auto found = accounts_.find(asked.name);
  if (found == accounts_.end())
    return refused{refusal::account_unknown};
  auto fresh = found->second;
  if (is_locked(fresh.attempts, clock_()))
    return refused{refusal::locked_out, fresh.attempts.locked_until};
  // Whoever finds a desk open must not be able to guess on.
  if (!check(fresh.hash, asked.old_password))
    return std::visit([](const auto& why) -> outcome<accepted> { return why; },
                      refuse_password(fresh.name, ""));
  if (is_too_weak(asked.new_password, fresh.name, limits_.passwords))
    return refused{refusal::password_too_weak};

  fresh.hash = crypto::hash_password(asked.new_password, limits_.cost);
  fresh.attempts = {};
  auto what = change{};
  what.records.push_back({.type = audited::password_changed, .by = fresh.name});
  end_all(fresh.name, asked.session, fresh.name, "password_changed", what);
  what.accounts.push_back(std::move(fresh));
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const reset_password& asked) {
  auto found = managed(asked.by, asked.name);
  auto* fresh = std::get_if<account>(&found);
  if (fresh == nullptr)
    return std::get<refused>(found);
  if (is_too_weak(asked.password, fresh->name, limits_.passwords))
    return refused{refusal::password_too_weak};

  fresh->hash = crypto::hash_password(asked.password, limits_.cost);
  fresh->attempts = {};
  auto what = change{};
  what.records.push_back({.type = audited::password_changed,
                          .by = asked.by.name,
                          .account = fresh->name});
  end_all(fresh->name, "", asked.by.name, "password_changed", what);
  what.accounts.push_back(std::move(*fresh));
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const set_roles& asked) {
  auto found = managed(asked.by, asked.name);
  auto* fresh = std::get_if<account>(&found);
  if (fresh == nullptr)
    return std::get<refused>(found);
  if (!are_roles_of_staff(asked.roles))
    return refused{refusal::roles_are_invalid};
  if (!may_manage(asked.by.roles, asked.roles))
    return refused{refusal::right_is_missing};
  if (fresh->roles == asked.roles)
    return accepted{};

  fresh->roles = asked.roles;
  auto what = change{};
  what.records.push_back(changed(*fresh, asked.by.name));
  what.accounts.push_back(std::move(*fresh));
  return accept(std::move(what));
}

outcome<accepted> registry::answer(const set_disabled& asked) {
  auto found = managed(asked.by, asked.name);
  auto* fresh = std::get_if<account>(&found);
  if (fresh == nullptr)
    return std::get<refused>(found);
  if (fresh->disabled == asked.disabled)
    return accepted{};

  fresh->disabled = asked.disabled;
  auto what = change{};
  what.records.push_back(changed(*fresh, asked.by.name));
  if (fresh->disabled)
    end_all(fresh->name, "", asked.by.name, "account_disabled", what);
  what.accounts.push_back(std::move(*fresh));
  return accept(std::move(what));
}

outcome<account_views> registry::answer(const list_accounts& asked) const {
  auto views = account_views{};
  for (const auto& [name, it] : accounts_) {
    const auto in_reach = std::ranges::any_of(it.roles, [&](const auto& held) {
      return may(asked.by.roles, held.first, right::manage_accounts);
    });
    if (in_reach)
      views.push_back({name, it.language, it.roles, it.disabled,
                       it.attempts.locked_until, it.created});
  }
  return views;
}

std::variant<account, refused>
registry::managed(const author& by, const std::string& name) const {
  const auto found = accounts_.find(folded(name));
  if (found == accounts_.end())
    return refused{refusal::account_unknown};
  if (!may_manage(by.roles, found->second.roles))
    return refused{refusal::right_is_missing};
  if (found->first == by.name)
    return refused{refusal::own_account};
  return found->second;
}

audit_record registry::changed(const account& it, const std::string& by) {
  return {.type = audited::account_changed,
          .by = by,
          .account = it.name,
          .roles = names_of(it.roles),
          .disabled = it.disabled};
}

} // namespace suivant::access
